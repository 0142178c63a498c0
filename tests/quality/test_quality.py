"""The second reading of a fifth of the record: who was drawn, what was settled, how far the readers agree."""

import csv
from pathlib import Path

import pytest
from quality import agreement, draw, ledger, proven

from readouts.sheet.agreement import alpha

from ..conftest import ROOT

READINGS = agreement.readings(ROOT)
SETTLED = {"organization": "organization_id", "via": "via_id"}


def _by_id(table: str) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in draw.rows(ROOT, table)}


@pytest.mark.parametrize("made", draw.DRAWS, ids=lambda made: made.seed)
def test_one_statement_in_five_was_read_again(made):
    """Whoever draws again finds the statements that were read twice, but for the few whose page did not come up again."""
    among, drawn = draw.population(ROOT, made), set(draw.of(ROOT, made))
    assert len(drawn) * draw.SHARE >= len(among) > 100
    assert drawn - {reading.row_id for reading in READINGS} == made.not_found
    assert len(made.not_found) * 20 < len(drawn)


def test_a_statement_is_of_the_part_in_which_its_first_text_was_fetched(tmp_path):
    """A statement of which a later part finds one more text stays in the draw of the first; one read whole is in none."""
    package = _package(tmp_path)
    whole = sorted(draw.READ_WHOLE)[0]
    sources = f"id,retrieved\nold,2026-11-22\nnew,2026-11-30\n{whole},\n"
    (package / "data" / "sources.csv").write_text(sources, encoding="utf-8")
    said = [("a", "old"), ("a", "new"), ("b", "new"), ("c", whole), ("c", "new"), ("d", "old")]
    (package / "data" / "quotations.csv").write_text(
        "id,statement_id,source_id\n" + "".join(f"{i},{s},{at}\n" for i, (s, at) in enumerate(said)), encoding="utf-8"
    )
    first, second = draw.DRAWS[:2]
    assert [draw.population(package, made) for made in (first, second)] == [["a", "d"], ["b"]]


def test_the_draw_grows_with_the_record():
    """A statement more never takes one out of the draw, but for the one whose place it takes."""
    ids = [f"statement-{number}" for number in range(100)]
    assert len(set(draw.drawn(ids)) - set(draw.drawn([*ids, "one-more"]))) <= 1
    assert draw.drawn(ids) == draw.drawn(ids[::-1]) != draw.drawn(ids, seed="another")


def test_a_statement_that_is_renamed_stays_in_the_draw(tmp_path):
    """The place in the draw is that of the first id, over two renamings too."""
    package = _package(tmp_path)
    renamed = "table,old_id,new_id,reason\nstatements,a,b,\nsources,x,c,\nstatements,b,c,\n"
    (package / "data" / "redirects.csv").write_text(renamed, encoding="utf-8")
    first = draw.first_ids(package)
    assert first == {"b": "a", "c": "a"}
    ids = [f"statement-{number}" for number in range(9)]
    kept = ["renamed" if id == "statement-4" else id for id in ids]
    for seed in ("one", "two", "three", "four", "five", "six"):
        before, after = draw.drawn(ids, seed), draw.drawn(kept, seed, 0, {"renamed": "statement-4"})
        assert {"statement-4" if id == "renamed" else id for id in after} == set(before)


def test_every_difference_is_settled_with_a_reason():
    """Where two readers differ, the text decides, and the row says which words."""
    open_ = [reading for reading in READINGS if not reading.agree and not reading.reason]
    assert open_ == [] and any(not reading.agree for reading in READINGS)


def test_the_record_says_what_was_settled():
    """What was settled stands in the record: speaker, body, date, medium, form, agency, stance."""
    statements, quotations = _by_id("statements"), _by_id("quotations")
    stances = {(row["statement_id"], row["claim_id"]): row["stance"] for row in draw.rows(ROOT, "stances")}
    compared = 0
    for reading in READINGS:
        column = reading.column.removesuffix(" by rule 45")
        statement = statements[reading.row_id]
        label = statement["speaker_label"] and f"label: {statement['speaker_label']}"
        stance = stances.get((reading.row_id, reading.unit))
        said = {
            "speaker": statement["speaker_id"] or label,
            "addressed": "yes" if stance else "no",
            "stance": stance or "no row",
        }
        if column in ("form", "via"):
            found = quotations[reading.unit][SETTLED.get(column, column)]
        elif column in said:
            found = said[column]
        else:
            found = statement[SETTLED.get(column, column)]
        assert found == reading.settled, (reading, found)
        compared += 1
    assert compared > 300


def test_alpha_of_a_known_case():
    """Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, B: two observers, ten units, nominal: 0.095."""
    first, second = "0100000000", "1110010010"
    pairs = [("bcdefghij"[int(one)], "bcdefghij"[int(two)]) for one, two in zip(first, second, strict=True)]
    assert alpha("form", pairs, {}) == pytest.approx(0.095, abs=0.001)


def test_a_column_with_one_value_has_no_alpha():
    """Where both readers always have the same one value, nothing is measured: no number."""
    assert alpha("form", [("own", "own")] * 3, {}) is None
    assert alpha("stance", [("asserts", "confirms")], {"asserts": 2, "confirms": 2}) is None


def test_contacts_and_counts_were_coded_twice():
    """What both readers coded of each contact and count, and what was settled, is what the record says."""
    rows = {"events": _by_id("events"), "claims": _by_id("claims")}
    found = agreement.readings(ROOT, agreement.CONTACTS)
    assert len({reading.row_id for reading in found}) == 51 + 8
    for reading in found:
        assert reading.agree or reading.reason
        if reading.settled == "no row":
            assert reading.reason and reading.row_id not in rows[reading.table]
            continue
        row = rows[reading.table][reading.row_id]
        if reading.column == "the two counted":
            assert reading.settled == "; ".join(sorted((row["counted_person_id"], row["counted_with_id"])))
        else:
            assert (reading.row_id, reading.settled) == (reading.row_id, row[reading.column])


def test_stances_are_ordinal():
    """To take allows for asserts is less far than to take denies for it."""
    scale = agreement.scale(ROOT)
    pairs = [("asserts", "asserts"), ("denies", "denies"), ("declines", "declines"), ("allows", "allows")]
    near = alpha("stance", [*pairs, ("asserts", "allows")], scale)
    far = alpha("stance", [*pairs, ("asserts", "denies")], scale)
    assert far < near < 1


def _package(folder: Path) -> Path:
    (folder / "data").mkdir()
    (folder / "seeds").mkdir()
    (folder / "docs").mkdir()
    (folder / "seeds" / "texts.csv").write_text("source_id,file\nheld,a.txt\n", encoding="utf-8")
    (folder / "data" / "sources.csv").write_text(
        "id,published\nheld,2024-11-11\nother,../2024-11-12\n", encoding="utf-8"
    )
    (folder / "data" / "quotations.csv").write_text(
        "id,statement_id,source_id\na,s,held\nb,s,held\nc,s,other\n", encoding="utf-8"
    )
    return folder


def test_evidence_is_counted_by_month(tmp_path):
    """Quotations of a held text and others, by the month of their source."""
    text = proven.table(_package(tmp_path))
    assert "| 2024-11 | 3 | 2 | 67% |" in text and "| all | 3 | 2 | 67% |" in text


def test_the_ledger_is_counted(tmp_path):
    """Pages and statements by decision, and how many copied words were right."""
    (tmp_path / "data").mkdir()
    with (tmp_path / "data" / "ledger.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["kind", "looked_up", "found", "words", "decision", "reason"])
        rows.writerow(["page", "x", "same-address", "", "taken", ""])
        rows.writerow(["statement", "x", "same-address", "equal", "merged", ""])
        rows.writerow(["contact", "", "", "", "not-yet", ""])
        rows.writerow(["account", "x", "no", "", "left-out", "no-page"])
    text = ledger.table(tmp_path)
    assert "| taken | 1 | 0 | 0 | 0 |" in text and "| merged | 0 | 1 | 0 | 0 |" in text
    assert "| not yet | 0 | 0 | 1 | 0 |" in text and "| left out | 0 | 0 | 0 | 1 |" in text
    assert "3 of 4 leads are judged, 75%" in text and "no-page 1" in text
    assert "Of 1 pages looked up again 1 were found" in text and "1 were equal" in text
