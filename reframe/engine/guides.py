"""The coach's interview guide: what to ask of each post, and what each answer would make."""

from collections.abc import Iterator

from reframe.core.evidence import Question
from reframe.core.resume import Position
from reframe.core.review import INTERVIEW, Review
from reframe.engine.sheets import lines_of
from reframe.formats.sheet_words import BASIS, is_figure


def interview_guide(review: Review, *, most: int = INTERVIEW) -> str:
    """Return the guide as Markdown: at most ``most`` questions, under the post and the line
    they are about, each with its preview and what it would license."""
    chosen = review.interview(most=most)
    lines = [f"# Interview guide: {review.resume.name or 'the client'}", ""]
    posts: list[Position | None] = [*review.resume.positions(), None]
    number = 0
    for post in posts:
        own = [q for q in chosen if _belongs(q, post, review)]
        if not own:
            continue
        lines += [f"## {_heading(post)}", ""]
        for about, questions in _by_line(own).items():
            if post is None or about != post.id:
                lines += [f"**{lines_of(review).get(about, about)}**", ""]
            for question in questions:
                number += 1
                lines += [*_question(number, question, review), ""]
    if not number:
        lines.append("There is nothing left to ask.")
    for role in review.roles:
        lines += [f"* Contradiction: {told}" for told in role.conflicts]
        lines += [f"* {offer}" for offer in role.offers]
    return "\n".join(lines).rstrip() + "\n"


def _belongs(question: Question, post: Position | None, review: Review) -> bool:
    posts = {p.id: {p.id, *(b.id for b in p.bullets)} for p in review.resume.positions()}
    if post is None:
        return all(question.about not in ids for ids in posts.values())
    return question.about in posts[post.id]


def _by_line(questions: list[Question]) -> dict[str, list[Question]]:
    groups: dict[str, list[Question]] = {}
    for question in sorted(questions, key=lambda q: not q.role):
        groups.setdefault(question.about, []).append(question)
    return groups


def _heading(post: Position | None) -> str:
    if post is None:
        return "Other lines"
    named = ", ".join(part for part in (post.title, post.employer) if part) or "A post"
    return f"{named} ({post.dates})" if post.dates else named


def _question(number: int, question: Question, review: Review) -> Iterator[str]:
    yield f"{number}. {question.text}"
    if question.of:
        yield f"   * choices: {' / '.join(question.of)}"
    if is_figure(question):
        yield f"   * where from: {' / '.join(BASIS.values())}; may it be printed?"
    if question.unlocks:
        yield f"   * then the line can say: {question.unlocks}"
    about = lines_of(review)
    also = [about[key.split("/", 1)[0]] for key in question.also if key.split("/", 1)[0] in about]
    if also:
        yield f"   * ask it of these lines too: {'; '.join(also)}"
