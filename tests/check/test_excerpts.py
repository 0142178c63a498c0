"""What a finding shows: the cell or the line as it is written, and where in it the fault is."""

import pytest


def marked(finding):
    excerpt = finding.excerpt
    return excerpt.text[excerpt.start : excerpt.end]


@pytest.mark.parametrize(
    ("column", "value", "fault"),
    [
        ("name", "Dönald\u202eTrump", "\u202e"),
        ("name", "Dönald  Trump", "  "),
        ("name", "Dönald Trump ", " "),
        ("name", "Dön\u00a0ald", "\u00a0"),
        ("name", "Mr Don\u0430ld Trump", "\u0430"),
        ("name", "Mr Ame\u0301lie", "e\u0301"),
        ("name", "=1+1", "="),
        ("name", "#REF!", "#REF!"),
        ("name", "x" * 500, "x" * 300),
        ("name", "", ""),
        ("country", "Russia", "Russia"),
    ],
)
def test_the_fault_in_a_cell(break_one, column, value, fault):
    """Where the rule knows which characters are wrong, these are marked; else the whole cell."""
    report, _ = break_one("people", "donald-trump", column, value)
    [finding] = report.findings
    assert finding.excerpt.text == value and marked(finding) == fault


def test_a_link(break_one):
    """A link to nothing is marked whole."""
    report, _ = break_one("statements", "peskov-denies", "speaker_id", "dmitri-peskov")
    assert {marked(one) for one in report.findings} == {"dmitri-peskov"}


def test_what_the_problem_quotes(break_one):
    """A rule over several tables marks what its sentence quotes of the cell."""
    report, _ = break_one("people", "donald-trump", "id", "donald-j-trump")
    assert report.findings and all(marked(one) == "donald-trump" for one in report.findings)


@pytest.mark.parametrize(
    ("before", "after", "rule", "fault"),
    [
        (b"id,name", b"id;name", "structure.header", "id;name"),
        (b"donald-trump,", b'donald-trump,"', "structure.quoting", None),
        (b"Donald Trump", b"D\xf6nald Trump", "structure.encoding", "\udcf6"),
        (b"Donald Trump", b"Donald\rTrump", "structure.line-end", "\r"),
        (b"Donald Trump,", b"Donald Trump,,,,", "structure.width", None),
        (b"name,", b"nmae,", "structure.header", "nmae"),
    ],
)
def test_the_fault_in_a_line(copy, before, after, rule, fault):
    """Where there are no cells yet the line is shown, marked from where it goes wrong."""
    path = copy.path("people")
    path.write_bytes(path.read_bytes().replace(before, after, 1))
    findings = [one for one in copy.check().findings if one.rule == rule and one.excerpt]
    assert findings
    faults = {marked(one) for one in findings}
    assert fault in faults if fault else all(faults)


def test_broken_json(copy):
    """Of a descriptor that is not JSON the line is shown, with the character at which reading stopped."""
    path = copy.root / "datapackage.json"
    path.write_text(
        path.read_text(encoding="utf-8").replace('"name": "readouts",', '"name": "readouts"', 1), encoding="utf-8"
    )
    [finding] = copy.check().findings
    assert finding.excerpt.text.strip().startswith('"title"') and marked(finding) == '"'
