"""The errors a caller can meet: each message says what, where, and what to do.

Every class keeps its message in ``args`` alone, so that an error pickles and can come back
from a worker process. Misuse by a programmer is a plain ``TypeError`` or ``ValueError``.
"""


class ReframeError(Exception):
    """Base of every error that a user's input or environment can cause."""


class TableError(ReframeError):
    """A rule, pattern or table is wrong; the message carries ``path:line:column``."""


class PipelineError(ReframeError):
    """The spaCy pipeline is missing, or not one that this version can read."""


class ResumeError(ReframeError):
    """A résumé cannot be read."""


class Unreadable(ResumeError):
    """Not the file it claims to be, password-protected, legacy or damaged."""


class Unsupported(ResumeError):
    """A file of a kind that is not read."""


class TooLarge(ResumeError):
    """A file beyond the caps that real résumés never near."""


class TemplateError(ReframeError):
    """A template is missing, broken, or asks for variables that do not exist."""


class LedgerError(ReframeError):
    """A ledger or an answer is malformed."""


class StaleDecision(ReframeError):
    """The bullet or the rules changed after the review that a decision refers to."""


class WorkerLost(ReframeError):
    """The process that worked on a file died on it, or was ended for it."""


class TimedOut(WorkerLost):
    """A file took longer than the time limit."""


class OutOfMemory(WorkerLost):
    """A file wanted more memory than the limit."""


class RunInProgress(ReframeError):
    """Another run is writing into the same output folder."""


class TargetError(ReframeError):
    """A target brief or an advertisement is malformed."""
