"""Load the pipeline that reads bullets."""

from importlib.metadata import version
from pathlib import Path

import spacy
from spacy.language import Language

from reframe.bundled import bundled
from reframe.errors import PipelineError

NEEDED = ("tagger", "parser")


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
        nlp = spacy.load(folder)
    except Exception as error:  # spaCy raises what its parts raise: KeyError, ValueError, OSError
        raise PipelineError(
            f"{folder}: spaCy {version('spacy')} cannot read this pipeline ({error}); "
            "train it anew with 'python -m reframe.pipeline.train'"
        ) from error
    missing = [name for name in NEEDED if name not in nlp.pipe_names]
    if missing:
        raise PipelineError(f"{folder}: the pipeline has no {' and no '.join(missing)}")
    return nlp
