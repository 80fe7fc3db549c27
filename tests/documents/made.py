"""Reviews made by hand, so that no change of a rule changes what these tests see."""

from pathlib import Path

from reframe.core.claims import Claim
from reframe.core.evidence import Answer
from reframe.core.resume import Resume
from reframe.core.review import Review
from reframe.core.suggestion import Suggestion
from reframe.core.synthesis import RoleFinding
from reframe.engine.reading import read
from reframe.formats.ledger import Ledger

SAMPLES = Path(__file__).parent / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.md"))
DESIGNS = ("classic", "modern", "executive", "federal", "plain")
DOCUMENTS = (
    "cover-letter", "linkedin", "bio", "deal-sheet", "value-proposition", "networking-note",
    "promotion", "defence-cards", "claim-sheet", "digest",
)  # fmt: skip
SECRET = "SECRET-4711"
LEVELS = (Claim.WORDING, Claim.DETAIL, Claim.SCOPE, Claim.ROLE, Claim.LEADERSHIP, Claim.OUTCOME)
BY = ("client", "document", "manager", "coach")
SCOPE = "Co-led the creation of the unit's first plan, from the first meeting to the handover"


def sample(name: str) -> Resume:
    return read(SAMPLES / f"{name}.md")


def plain_review(resume: Resume) -> Review:
    """A review in which nothing was looked at: the source as it is."""
    return Review(resume, {}, ())


def confirmed_review(resume: Resume) -> Review:
    """A review in which each bullet stands as it is, at a level of its own, with two answers:
    one to show, and one without leave to print."""
    suggestions: dict[str, Suggestion] = {}
    answers: list[Answer] = []
    for at, (bullet, _, section) in enumerate(resume.placed_bullets()):
        if section.kind not in {"experience", "volunteering"}:
            continue
        level = LEVELS[at % len(LEVELS)]
        shown, kept = f"{bullet.id}/made.rule/part", f"{bullet.id}/made.rule/kept"
        if level is not Claim.WORDING:
            basis = "record" if level is Claim.SCOPE else None
            answers.append(
                Answer(shown, f"answer {at}", basis=basis, by=BY[at % 4], on=f"2025-03-{at % 28 + 1:02}",
                       question=f"What was part {at}?")
            )  # fmt: skip
            answers.append(Answer(kept, SECRET, print_ok=False, question="What is kept?"))
        suggestions[bullet.id] = Suggestion(
            before=bullet.text, after=bullet.text, edits=(), claims=frozenset({level}),
            provenance=(), alternatives=(), explanation="", rule_ids=("made.rule",),
            answer_ids=(shown, kept), questions=(), diagnosis=(), confident=True,
        )  # fmt: skip
    roles = tuple(
        RoleFinding(
            position.id, "made-pattern", ("a", "b"), "4", SCOPE,
            frozenset({Claim.ROLE, Claim.LEADERSHIP}), (), (f"{position.id}/made-pattern/asked",),
            (), (),
        )
        for position in list(resume.positions())[:1]
    )  # fmt: skip
    for role in roles:
        answers.append(
            Answer(
                role.answer_ids[0],
                "I was asked",
                on="2025-04-01",
                question="How did you come to do it?",
            )
        )
    return Review(resume, suggestions, roles, evidence=deals(Ledger(tuple(answers))))


def deals(ledger: Ledger) -> Ledger:
    """A ledger with three matters: one whole, one with a size that may not be shown, and one
    whose kind nobody confirmed."""
    rows = {
        "alder": {"party": "a regional hospital group", "kind": "Acquisition of three clinics",
                  "size": "$31.5 million", "role": "Ran the data room", "status": "closed",
                  "year": "2023"},
        "birch": {"kind": "Sale | carve-out of a warehouse", "role": "Drafted the schedules"},
        "cedar": {"party": "a bank", "role": "Kept the index"},
    }  # fmt: skip
    for matter, fields in rows.items():
        for field, value in fields.items():
            ledger = ledger.answer(f"{matter}/deal-sheet/{field}", value, on="2025-05-01")
    return ledger.answer("birch/deal-sheet/size", f"$12 million {SECRET}", print_ok=False)


def said(review: Review) -> list[str]:
    """The bullets as they stand now, in order."""
    return [
        " ".join(review.text(b.id).split()) if b.id in review.suggestions_by_id else b.text
        for b, _, _ in review.resume.placed_bullets()
    ]
