"""Load the pipeline that reads bullets."""

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import registry

from reframe.bundled import bundled
from reframe.errors import PipelineError

NEEDED = ("tagger", "parser")
_UNFILLED = "reframe.UnfilledTokenizer.v1"


def _unfilled() -> Callable[[Language], Tokenizer]:
    """Make a tokenizer without exceptions: those of the bundled pipeline come from its folder.

    spaCy's own is filled with all of English first and with the same from the folder again, which
    is a quarter of the time that loading takes.
    """
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers.register(_UNFILLED, func=_unfilled)


def load_pipeline(path: Path | None = None) -> Language:
    """Return the bundled pipeline, or the one in ``path``.

    Raises:
        PipelineError: when there is none, when this version of spaCy cannot read it, or when it
            lacks a tagger or a parser.
    """
    folder = path or bundled("data", "pipeline", "en_bullets")
    if not (folder / "config.cfg").is_file():
        raise PipelineError(
            f"{folder}: no spaCy pipeline here; reinstall the package, or train one with "
            "'python -m reframe.pipeline.train'"
        )
    try:
        own = {} if path else {"nlp": {"tokenizer": {"@tokenizers": _UNFILLED}}}
        nlp = spacy.load(folder, config=own)
    except Exception as error:  # spaCy raises what its parts raise: KeyError, ValueError, OSError
        raise PipelineError(
            f"{folder}: spaCy {version('spacy')} cannot read this pipeline ({error}); "
            "train it anew with 'python -m reframe.pipeline.train'"
        ) from error
    missing = [name for name in NEEDED if name not in nlp.pipe_names]
    if missing:
        raise PipelineError(f"{folder}: the pipeline has no {' and no '.join(missing)}")
    return nlp
