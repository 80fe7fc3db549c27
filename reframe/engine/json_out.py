"""A review as JSON Resume."""

from dataclasses import replace

from reframe.core.resume import Bullet
from reframe.core.review import Review
from reframe.documents.resume import scope_lines, text_of
from reframe.engine.returning import source_of
from reframe.formats.json_resume.write import write_json


def json_resume(review: Review) -> bytes:
    """Return what a review says as JSON Resume.

    Raises:
        ReframeError: when the résumé was JSON, and its file is gone or was changed.
    """
    resume = review.resume
    if resume.format == "json":
        resume = replace(resume, data=source_of(review))

    def say(bullet: Bullet) -> str:
        return text_of(bullet.id, bullet.text, review)

    return write_json(resume, say, scope_lines(review))
