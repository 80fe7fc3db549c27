"""The text of a new rule file: everything that a rule has, with a comment where it helps."""

import re

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

_TEXT = """\
schema: 1
id: {family}.{name}
version: 1
title: {title}
value: [INFO]                      # what it is worth, the first one leads: see tables/values.toml

# Which bullets the rule is for. All conditions hold together, each list means "one of".
match:
  verb: [prepare]                  # base forms; "@prepare_report" is a class of tables/verbs.toml
  object:
    nouns: [report]                # the object's head, singular
  # domain: [documents_records]    # or the domain of the head (a key of object)
  # cues: [audit]                  # words that must stand by it (a key of object)
  # mention: [client]              # one of these anywhere in the clause
  # frame: [helped]                # only under this weak opener, then with
  # participation: [helped]        # the part that the client had
unless: [incident report]          # phrases that silence it

# At most five questions, one thing at a time. A shared one is {{use: K}}.
ask:
  kinds:  {{use: K, text: "What kinds of reports were they?"}}
  number: {{use: N, text: "How many reports did you prepare in a normal month?"}}

# Most evidence first. The first whose needs are all met is drafted: past tense, no full stop.
say:
  - needs: {{kinds: any, number: any}}
    claims: [scope]
    draft: "Prepared {{{{ number }}}} {{{{ kinds }}}} a month"
  - needs: {{kinds: any}}
    claims: [detail]
    draft: "Prepared {{{{ kinds }}}}"

why: Somebody decides better because the report is there.

# Whole bullets. Every wording above is exercised by one, and one shows the line left alone.
examples:
  - {{before: Prepared reports for the board, after: Prepared reports for the board}}
  - before: Prepared reports for the board
    answers: {{kinds: budget reports}}
    after: Prepared budget reports for the board
  - before: Prepared reports for the board
    answers: {{kinds: budget reports, number: "3"}}
    after: Prepared 3 budget reports a month for the board

# At least two near misses on which it must not match.
silent:
  - Prepared incident reports for the police
  - Prepared salads for lunch
"""


def new_rule(family: str, name: str) -> str:
    """Return the text of ``rules/<family>/<name>.yaml``, sound as it is and meant to be changed.

    Raises:
        ValueError: when a name has anything but small letters, digits and hyphens.
    """
    for slug in (family, name):
        if not _SLUG.fullmatch(slug):
            raise ValueError(f"'{slug}' is no name; use small letters, digits and hyphens")
    title = name.replace("-", " ").capitalize()
    return _TEXT.format(family=family, name=name, title=title)
