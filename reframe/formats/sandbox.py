"""The Jinja that templates are filled with: no code, nothing undefined, no endless loop.

A template is a program. Ours are trusted, a coach's own came from somewhere: it may read the
data that it is given and nothing else, and it is stopped when it runs away.
"""

import threading
import time
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from jinja2 import BaseLoader, FileSystemLoader, StrictUndefined, Template, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

SECONDS: Final = 10.0
_STEPS: Final = 300_000
_MAX_TEXT: Final = 5_000_000
_MAX_POWER: Final = 1000
_KEPT: Final = 64


class Runaway(SecurityError):
    """A template that does not come to an end."""


class Sandbox(SandboxedEnvironment):
    """An environment for one kind of template.

    Every turn of a loop and every call counts against a budget of steps and seconds, which
    :meth:`fresh` renews; compiled templates are kept, since they hold no client's data.
    """

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(undefined=StrictUndefined, **options)
        self.filters["_counted"] = self._counted
        self._compiled = lru_cache(_KEPT)(super().from_string)
        # Each thread has a budget of its own.
        self._spent = threading.local()

    def fresh(self) -> None:
        """Renew the budget; call it before each rendering."""
        self._spent.steps = 0
        self._spent.end = time.monotonic() + SECONDS

    def from_string(self, source: Any, *_: Any, **__: Any) -> Template:
        """Return a template, compiled once for each text of it."""
        return self._compiled(source)

    def step(self) -> None:
        """Count one step.

        Raises:
            Runaway: when the budget is spent.
        """
        spent = self._spent
        spent.steps = getattr(spent, "steps", 0) + 1
        late = spent.steps % 256 == 0 and time.monotonic() > getattr(spent, "end", float("inf"))
        if late or spent.steps > _STEPS:
            raise Runaway("the template does not come to an end: a loop inside a loop is too long")

    def call(self, *arguments: Any, **named: Any) -> Any:
        """Call what a template calls, if that is harmless."""
        self.step()
        return super().call(*arguments, **named)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Work out a product or a power, unless its result would fill the memory."""
        self.step()
        if _too_large(operator, left, right):
            raise Runaway(f"'{operator}' would make something too large")
        return super().call_binop(context, operator, left, right)

    def _counted(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self.step()
            yield item

    def _generate(self, source: nodes.Template, *arguments: Any, **named: Any) -> str:
        # Counting is written into the template itself: no loop of Jinja's asks on its own.
        for loop in list(source.find_all(nodes.For)):
            loop.iter = nodes.Filter(loop.iter, "_counted", [], [], None, None, lineno=loop.lineno)
        return super()._generate(source, *arguments, **named)


def _too_large(operator: str, left: Any, right: Any) -> bool:
    """Whether a product of text, a power or a padded text could fill the memory."""
    if operator == "%":
        return isinstance(left, str)
    if operator == "**":
        return any(isinstance(x, int | float) and abs(x) > _MAX_POWER for x in (left, right))
    lengths = [len(x) for x in (left, right) if isinstance(x, str | list | tuple)]
    times = [x for x in (left, right) if isinstance(x, int)]
    return bool(lengths and times) and lengths[0] * times[0] > _MAX_TEXT


def loader_of(folder: Path) -> BaseLoader:
    """Return a loader for the parts that a template includes: those beside it, no others."""
    return FileSystemLoader(folder)
