"""``python -m reframe``."""

from reframe.cli import main

main()
