"""Find the act behind a phrase or a clause that leads up to it ("As lead trainer, managed ...")."""

from reframe.core.bullet import FINITE_FORMS, VerbForm
from reframe.core.frames import skip_lead
from reframe.core.line import Line

FRONT = "a phrase in front may go on with the act"
_FRONT = 14


def behind_front(line: Line, start: int) -> tuple[int, VerbForm] | None:
    """Return the act behind a phrase or clause in front of it and its comma or subject ("As lead
    trainer, *managed* ten coaches", "While studying I *worked* weekends"); doubtful where neither
    stands between them ("For 3 years *kept* the books") or where the act may describe."""
    clause = line.kind(start) == "relative"
    inner = clause and line.has(start + 1, "subjects")  # "When I was alone, ran the till"
    for at in range(start + 1 + inner, min(start + _FRONT, line.size)):
        subject = line.has(at, "first_persons") or (
            not clause and line.has(at, "subjects") and line.kind(at) != "article"
        )  # but "In this role, ran"
        if subject:
            behind = skip_lead(line, at + 1)
            return (behind, "past") if line.read(behind, "past") else None
        if line.low(at) == ",":
            found = _behind_comma(line, at)
            if found is not None:
                return found
        elif not clause and _ends_time(line, at - 1) and _acts_at_once(line, at):
            line.doubt(FRONT)
            return at, "past"
        if line.has(at, "sentence_ends"):
            return None
    return None


def _behind_comma(line: Line, comma: int) -> tuple[int, VerbForm] | None:
    """Return the act that begins behind the comma of a phrase in front."""
    at = skip_lead(line, comma + 1)
    for form in FINITE_FORMS:
        reading = line.read(at, form)
        if reading is None:
            continue
        acted = line.starts_noun_phrase(at + 1) or not reading.nominal
        if line.starts_strongly(at + 1):
            return at, form
        listed = line.kind(comma - 1) == "adjective" or bool(line.read(comma - 1, "participle"))
        before_noun = line.kind(at + 1) in ("noun", "adjective")
        listed = listed or line.has(at, "always_describing")
        if form == "past" and listed and before_noun:
            continue  # "In a fast-paced, *organized* environment"
        if line.has(at, "describing") and before_noun:
            line.doubt(FRONT)  # "Experience in sales, *planned* events and promotions"
        if not reading.nominal:
            return at, form
        if form == "past" and acted and line.main(at) is not False:
            if not line.main(at):
                line.doubt(FRONT)
            return at, form
    return None


def tells_when(line: Line, at: int) -> bool:
    """Return whether a time of the calendar stands in front ("*Every Friday*, sent the minutes")."""
    return line.has(at, "calendar_articles") and any(
        line.has(n, "calendar_units") for n in (at + 1, at + 2)
    )


def _ends_time(line: Line, at: int) -> bool:
    """Whether a word ends a time ("From 2018 to *2021* coordinated", "For 3 *years* kept")."""
    return line.kind(at) == "number" or any(
        line.has(at, name) for name in ("duration_units", "calendar_units", "month_names")
    )


def _acts_at_once(line: Line, at: int) -> bool:
    past = line.read(at, "past")
    return past is not None and line.main(at) is not False and line.starts_noun_phrase(at + 1)
