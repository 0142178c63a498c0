"""Every rule has a case that breaks it and a twin, as like it as can be, that passes."""

from dataclasses import dataclass

import pytest

from readouts.check import RULES
from readouts.check.rules import rules


@dataclass(frozen=True)
class Edit:
    """One change of the minimal package."""

    do: str
    table: str
    arguments: tuple | dict

    def on(self, copy) -> None:
        if isinstance(self.arguments, dict):
            copy.add(self.table, **self.arguments)
        else:
            getattr(copy, self.do)(self.table, *self.arguments)


def put(table, row_id, column, value):
    return Edit("change", table, (row_id, column, value))


def add(table, /, **cells):
    return Edit("add", table, cells)


def drop(table, row_id):
    return Edit("drop", table, (row_id,))


def statement(name, **cells):
    """A further statement by Peskov with its quotation and a stance on the duration, each cell open to change."""
    stance = cells.pop("stance", "denies")
    form = cells.pop("form", "indirect")
    row = {
        "id": name,
        "date": "2024-11-11",
        "date_basis": "stated",
        "speaker_id": "dmitry-peskov",
        "organization_id": "kremlin",
        "medium": "briefing",
    }
    return [
        add("statements", **row | cells),
        add(
            "quotations",
            id=f"{name}-told",
            statement_id=name,
            source_id="denial-report",
            form=form,
            passage=f"he said {name}",
        ),
        add("stances", statement_id=name, claim_id="call-duration", stance=stance, quotation_id=f"{name}-told"),
    ]


# rule -> (edits that break it, edits that do not)
CASES = {
    "claim.event": (
        [put("claims", "call-duration", "event_id", "")],
        [
            put("claims", "call-duration", "event_id", ""),
            put("claims", "call-duration", "kind", "assessment"),
            put("claims", "call-duration", "value", ""),
        ],
    ),
    "claim.value": (
        [put("claims", "call-duration", "value", "an hour")],
        [put("claims", "call-duration", "value", "PT1H")],
    ),
    "codes.scale": ([put("codes", "stance/denies", "scale", "")], [put("codes", "stance/denies", "scale", "-1")]),
    "codes.undefined": ([drop("codes", "medium/book")], [put("codes", "medium/book", "label", "A book")]),
    "codes.unknown": (
        [add("codes", list="medium", code="rumour", label="Rumour", definition="No such medium.")],
        [put("codes", "medium/book", "definition", "A printed book.")],
    ),
    "date.basis": (
        [put("events", "call", "date_basis", "unknown")],
        [put("events", "call", "date_basis", "unknown"), put("events", "call", "date", "")],
    ),
    "date.future": (
        [put("sources", "denial-report", "retrieved", "2026-11-23")],
        [put("sources", "denial-report", "retrieved", "2026-11-22")],
    ),
    "date.unexplained": (
        [put("events", "call", "date_basis", "inferred")],
        [
            put("events", "call", "date_basis", "inferred"),
            put("events", "call", "note", "The day is known from a later report."),
        ],
    ),
    "date.weekday": (
        [put("statements", "peskov-denies", "date_words", "on Tuesday")],
        [put("statements", "peskov-denies", "date_words", "on MONDAY morning")],
    ),
    "event.occurrence": (
        [put("claims", "call-duration", "kind", "occurrence"), put("claims", "call-duration", "value", "")],
        [put("claims", "call-duration", "kind", "plan"), put("claims", "call-duration", "value", "")],
    ),
    "event.participants": (
        [drop("event_participants", "call-trump")],
        [
            drop("event_participants", "call-trump"),
            add(
                "event_participants",
                id="call-team",
                event_id="call",
                organization_id="trump-transition",
                part="participant",
            ),
        ],
    ),
    "participant.nobody": (
        [add("event_participants", id="call-x", event_id="call", part="subject")],
        [put("event_participants", "call-putin", "organization_id", "")],
    ),
    "participant.twice": (
        [
            add(
                "event_participants",
                id="call-x",
                event_id="call",
                organization_id="kremlin",
                person_id="vladimir-putin",
                part="subject",
            )
        ],
        [
            add(
                "event_participants",
                id="call-x",
                event_id="call",
                organization_id="kremlin",
                person_id="dmitry-peskov",
                part="subject",
            )
        ],
    ),
    "quotation.too-long": (
        [put("quotations", "peskov-fiction", "words", "fiction " * 59 + "fiction")],
        [put("quotations", "peskov-fiction", "words", "fiction " * 58 + "fiction")],
    ),
    "quotation.twice": (
        [
            add(
                "quotations",
                id="again",
                statement_id="post-reports",
                source_id="denial-report",
                form="narrated",
                passage="Washington Post had reported late […] with the Russian leader",
            )
        ],
        [
            add(
                "quotations",
                id="again",
                statement_id="post-reports",
                source_id="denial-report",
                form="narrated",
                passage="The US publication also suggested",
            )
        ],
    ),
    "quotation.words": (
        [put("quotations", "peskov-fiction", "form", "indirect")],
        [put("quotations", "peskov-fiction", "form", "direct")],
    ),
    "role.missing": (
        [put("roles", "dmitry-peskov-kremlin", "end", "2024-11-10")],
        [put("roles", "dmitry-peskov-kremlin", "end", "2024-11-11")],
    ),
    "role.order": (
        [
            put("roles", "donald-trump-transition", "start", "2025-02"),
            drop("event_participants", "call-trump"),
            add(
                "event_participants",
                id="call-team",
                event_id="call",
                organization_id="trump-transition",
                part="participant",
            ),
        ],
        [put("roles", "donald-trump-transition", "start", "2024-11")],
    ),
    "row.unused": (
        [add("people", id="yuri-ushakov", name="Yuri Ushakov")],
        [add("people", id="yuri-ushakov", name="Yuri Ushakov", note="Named in passing.")],
    ),
    "source.cites-later": (
        [put("sources", "tass-remark", "published", "2024-11-12")],
        [put("sources", "tass-remark", "published", "2024-11-11/..")],
    ),
    "source.too-early": (
        [
            put("sources", "denial-report", "published", "2024-11-10"),
            put("sources", "tass-remark", "published", "2024-11-10"),
        ],
        [put("sources", "denial-report", "published", "2024-11-10/2024-11-12")],
    ),
    "speaker.unattributed": (
        [put("quotations", "post-told", "form", "unattributed")],
        [
            put("quotations", "post-told", "form", "unattributed"),
            put("statements", "post-reports", "note", "The text names nobody; the report is the paper's."),
        ],
    ),
    "stance.other-statement": (
        [put("stances", "post-reports/call-duration", "quotation_id", "peskov-fiction")],
        [put("stances", "post-reports/call-duration", "stance", "allows")],
    ),
    "statement.after-circle": (
        [
            put("statements", "post-reports", "after_id", "peskov-denies"),
            put("statements", "post-reports", "date", "2024-11-11"),
            put("statements", "post-reports", "date_words", ""),
        ]
        + [put("statements", "post-reports", "date_basis", "stated")],
        statement("later", after_id="peskov-denies"),
    ),
    "statement.after-order": (
        statement("later", after_id="peskov-denies", date="2024-11-10"),
        statement("later", after_id="peskov-denies", date="2024-11-10/2024-11-11"),
    ),
    "statement.bare": (
        [drop("stances", "peskov-denies/call-took-place")],
        [
            drop("stances", "peskov-denies/call-took-place"),
            add(
                "stances",
                statement_id="peskov-denies",
                claim_id="call-duration",
                stance="denies",
                quotation_id="peskov-fiction",
            ),
        ],
    ),
    "statement.denial-first": (statement("early", date="2024-11-09"), statement("early", date="2024-11-09/2024-11-10")),
    "statement.speaker": (
        [put("statements", "peskov-denies", "speaker_label", "the spokesman")],
        [put("statements", "post-reports", "speaker_label", "the newspaper")],
    ),
    "statement.twice": (statement("one") + statement("two"), statement("one") + statement("two", after_id="one")),
    "waiver.unknown": (
        [add("waivers", rule="date.week", table="statements", row_id="peskov-denies", reason="No such rule.")],
        [
            put("statements", "peskov-denies", "date_words", "on Tuesday"),
            add(
                "waivers",
                rule="date.weekday",
                table="statements",
                row_id="peskov-denies",
                reason="The source is wrong.",
            ),
        ],
    ),
    "waiver.unneeded": (
        [add("waivers", rule="date.weekday", table="statements", row_id="peskov-denies", reason="Nothing to waive.")],
        [
            put("statements", "peskov-denies", "date_words", "on Tuesday"),
            add(
                "waivers",
                rule="date.weekday",
                table="statements",
                row_id="peskov-denies",
                reason="The source is wrong.",
            ),
        ],
    ),
}


def test_every_rule_has_a_case():
    """A rule without a case that breaks it and a twin that passes is not trusted."""
    assert {rule.slug for rule in rules()} == set(CASES)


@pytest.mark.parametrize("slug", sorted(CASES))
def test_breaking_case_gives_findings_of_this_rule_alone(copy, slug):
    """The breaking case is found by its rule and by no other, on a line that exists."""
    for edit in CASES[slug][0]:
        edit.on(copy)
    findings = copy.check().findings
    assert {finding.rule for finding in findings} == {slug}, findings
    assert all(finding.line > 1 for finding in findings) or slug == "codes.undefined"


@pytest.mark.parametrize("slug", sorted(CASES))
def test_twin_passes(copy, slug):
    """The twin, which differs as little as can be, passes every rule."""
    for edit in CASES[slug][1]:
        edit.on(copy)
    assert copy.check().findings == ()


def test_minimal_package_passes(copy):
    """The package that the cases spoil has nothing wrong."""
    report = copy.check()
    assert report.findings == () and report.rules == len(rules()) + len(RULES) and report.waiting == ()
