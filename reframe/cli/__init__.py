"""The command line. Commands import what they need when they run: ``--help`` stays fast."""

import gc
import sys
from importlib import import_module

import click

from reframe.errors import ReframeError

# A command keeps nearly all that it makes while it loads: the collector would walk it in vain.
_NEW_OBJECTS = 50_000
_COMMANDS = {
    "answers": "Read filled question sheets into the ledger.",
    "bullet": "Show what can be said of a bullet, and what to ask.",
    "check": "List unlicensed claims and lost facts of a draft.",
    "demo": "Draft the sample résumé before and after the client's answers.",
    "draft": "Draft résumés: a redline, a question sheet, a ledger and a review each.",
    "ledger": "Show, check, merge and sign off a ledger.",
    "lint": "List what a reader may take amiss: doubts, worn words, private data, tense.",
    "log": "Note accomplishments month by month, and read them back.",
    "questions": "Write the question sheet, or the coach's interview guide.",
    "render": "Make documents of a résumé: fresh ones, letters, texts, papers.",
    "report": "Write the coach's report: before and after, evidence, questions.",
    "rules": "List, show and check the rules.",
    "target": "Begin a target brief, or show what one asks for.",
    "templates": "List the bundled templates, check your own, start a new one.",
}


class _Late(click.Group):
    """A group whose commands are modules, imported when one is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"reframe.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(sorted(_COMMANDS.items()))


@click.group(cls=_Late, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="resume-reframe", prog_name="reframe")
def group() -> None:
    """Reword résumé bullets as far as their words and confirmed answers license, and no further.

    Everything runs on this machine; no text leaves it.
    """


def main() -> None:
    """Run the command line; a user's mistake is one line on stderr and a plain exit code."""
    gc.set_threshold(_NEW_OBJECTS)
    try:
        # Click turns an Exit inside a command into the value that the call returns.
        code = group(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except ReframeError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(3)
    except BrokenPipeError:
        # The reader of a pipe (head, less) has gone: that is no mistake.
        sys.stderr.close()
        sys.exit(0)
