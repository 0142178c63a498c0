"""The rows that a sheet says, for every table: its texts in their columns, and all that follows from where they stand.

In: the blocks with what they mean, and the text if it is at hand. Out: `Laid`: rows by table and key, each with the
block that it comes from, and findings. Anchors and the counts of the text are worked out where the text is here;
where it is not they are those that the sheet has kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from readouts.evidence.anchoring import anchored, measured
from readouts.evidence.match import Miss, find_words
from readouts.evidence.short_ends import short_ends
from readouts.finding import Finding, Rule, Severity, shown
from readouts.sheet.blocks import ANCHOR, Block
from readouts.sheet.identified import Identified, Trail, around
from readouts.sheet.places import Page, passage_of, shortened

TEXT = Rule(
    "sheet.text",
    Severity.ERROR,
    "Words and passages of a sheet stand in its text, and what the sheet has kept of the text is the text's.",
    "Correct it after the text; where words are many lines apart, give each place its own.",
)
OTHER_TEXT = "Is this the text of this source? If it is, correct the words after it."
OTHER_BODY = (
    "Is this the text of this source? If it is, write body as it prints it: the first five words of the article, […],"
    " its last five; take body away where the file holds nothing else."
)
GIVE = "Give the text: --text FILE, or put it where texts lie."
KEPT = ("sha256", "normaliser", "word_count", "body_start", "body_count", "digest")


@dataclass
class Laid:
    """The rows of one sheet: `rows[table][key]`; `blocks` says from which block a row comes."""

    rows: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)
    blocks: dict[tuple[str, str], Block] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    wrong: set[Block] = field(default_factory=set)  # places that do not stand in the text

    def places(self, found: Identified) -> list[Block]:
        """The places of the sheet, which have a row and an id."""
        return [one for one, _ in found.blocks if one.form.kind == "places" and found.ids.get(one)]

    def add(self, found: Identified, table: str, row: dict[str, str], block: Block) -> None:
        """One row more."""
        declared = found.record.package.table(table)
        whole = {name: row.get(name, "") for name in declared.columns}
        row_id = declared.row_id(whole)
        self.rows.setdefault(table, {})[row_id] = whole
        self.blocks[table, row_id] = block


def laid(found: Identified, page: Page | None) -> Laid:
    """The rows of a sheet; `found.findings` belong to its own."""
    made = Laid()
    for block, trail in found.blocks:
        if not ({"rendering_of", "participants_of"} & block.texts.keys()):
            table = block.form.table.name
            row = _cells(found, block, trail) | _given(found, block, trail)
            if block.form.kind == "places" and (wrong := _placed(found, block, row, page)):
                made.findings.append(wrong)
                made.wrong.add(block)
            made.add(found, table, row, block)
        else:
            made.findings += _superfluous(found, block)
    if page:
        _text(found, made, page)
    else:
        _kept(found, made)
    made.findings += found.findings
    return made


def _superfluous(found: Identified, block: Block) -> Iterator[Finding]:
    """Keys beside rendering_of, whose row is in the record already."""
    kept = {"rendering_of", "participants_of", "about", "id"}
    for key in (*block.texts.keys() - kept, *block.blocks):
        problem = f"{key} is a matter of the row that is in the record"
        fix = "Take the key away; change the row itself in its table."
        yield found.sheet.finding(TEXT, block, key, problem, fix)


def _cells(found: Identified, block: Block, trail: Trail) -> dict[str, str]:
    """What the keys of a block say, each in its column."""
    usual = block.form.shape.usual
    row = {}
    for key in block.form.by_column.values():
        if key.link:
            row[key.column] = found.meant(block, key.name)
        else:
            row[key.column] = block.texts.get(key.name, usual.get(key.column, ""))
    if "id" in row:
        row["id"] = found.ids.get(block, "")
    for date, basis in (("date", "date_basis"), ("published", "published_basis")):
        if basis in row and not row[date]:
            row[basis] = row[basis] or "unknown"
    if block.form.kind == "claims" and row["kind"] == "initiative" and row["value"]:
        row["value"] = found.named(block, "value", "organizations")
    return row


def _given(found: Identified, block: Block, trail: Trail) -> dict[str, str]:
    """What follows from where a block stands."""
    kind, ids, source = block.form.kind, found.ids, found.source
    if kind == "text":
        file = block.texts.get("file", f"{source}.txt")
        there = found.record.rows["texts"].get(f"{source}/{file}", {})
        # Whether anybody has the file still is no matter of the sheet, which was written while somebody had it.
        return {"source_id": source, "file": file, "lost": block.texts.get("lost") or there.get("lost", "")}
    if kind == "cites":
        return {"source_id": source}
    if kind == "places":
        return {"statement_id": ids.get(trail[-1], ""), "source_id": source}
    if kind == "stances":
        return {"statement_id": ids.get(trail[-2], ""), "quotation_id": ids.get(trail[-1], "")}
    if kind == "waivers":
        return {"table": trail[-1].form.table.name, "row_id": ids.get(trail[-1], "")}
    if kind == "participants":
        return {"event_id": ids.get(trail[-1], "")} | _read_in(found, block, trail)
    if (kind == "events" and not _says(block, "source")) or (kind == "roles" and not _says(block, "source")):
        return {"source_id": source}
    return {}


def _says(block: Block, key: str) -> bool:
    return key in block.texts or key in block.blocks


def _read_in(found: Identified, block: Block, trail: Trail) -> dict[str, str]:
    """Where it is read that somebody took part: in the place around it, else in the source."""
    if _says(block, "quotation") or _says(block, "source"):
        return {}
    place = around(trail, "places")
    return {"quotation_id": found.ids.get(place, "")} if place else {"source_id": found.source}


def _placed(found: Identified, block: Block, row: dict[str, str], page: Page | None) -> Finding | None:
    """Give the row of a place its passage, where it is worked out or cut; what is wrong with it, if anything is."""
    words, passage = row["words"], row["passage"]
    if page is None:
        if passage and (block.anchors or found.sheet.text is None or _in_a_copy(found, row["id"])):
            return None
        problem = "the text is not here, and without it no place can be proven"
        return found.sheet.finding(TEXT, block, "passage" if passage else "words", problem, GIVE)
    settled: str | Miss = shortened(page, passage) if passage else passage_of(page, words) if words else Miss("empty")
    if isinstance(settled, Miss):
        return _missed(found, block, "passage" if passage or not words else "words", settled)
    row["passage"] = short_ends(page.text, settled) if row["proof"] else settled
    if row["proof"] and isinstance(miss := find_words(page.text, row["proof"]), Miss):
        return _missed(found, block, "proof", miss)
    if words and isinstance(miss := find_words(page.text, words), Miss):
        return _missed(found, block, "words", miss)
    return None


def _in_a_copy(found: Identified, quotation: str) -> bool:
    """Whether the record holds the place to a witness's copy: the coder's text ends before it, or has it otherwise."""
    return any(row["quotation_id"] == quotation for row in found.record.rows["anchors"].values())


def _missed(found: Identified, block: Block, key: str, miss: Miss) -> Finding:
    """What does not stand in the text: where nothing in it is like the words, it may be another's text."""
    far = miss.reason == "absent" and not miss.nearest
    return found.sheet.finding(TEXT, block, key, miss.problem, OTHER_TEXT if far else "")


def _kept(found: Identified, made: Laid) -> None:
    """The anchors that a sheet has kept of its places: each a line of the cells of its row, but for the place's id."""
    columns = found.record.package.table("anchors").columns[1:]
    for block in made.places(found):
        for line in block.anchors:
            cells = line.split(" ")
            if len(cells) != len(columns):
                problem = f'"{shown(line)}" is no anchor ({", ".join(columns)})'
                made.findings.append(found.sheet.finding(TEXT, block, "anchors", problem, ANCHOR))
                continue
            row = {"quotation_id": found.ids[block], **dict(zip(columns, cells, strict=True))}
            made.add(found, "anchors", row, block)


def _text(found: Identified, made: Laid, page: Page) -> None:
    """The row of the text with its counts and digests, and the anchors of the places in it."""
    block = found.sheet.text or found.sheet.source
    row: dict[str, Any] = dict(next(iter(made.rows.get("texts", {}).values()), {}))
    kept = {name: row[name] for name in KEPT if row.get(name)}
    row = {"source_id": found.source, "file": f"{found.source}.txt"} | {
        name: cell for name, cell in row.items() if cell
    }
    fresh, text, problems = measured({**row, "body": row.get("body")}, page.data)
    made.findings += [
        found.sheet.finding(TEXT, block, "body", problem.partition("body: ")[2], OTHER_BODY) for problem in problems
    ]
    for name in [name for name, was in kept.items() if str(fresh.get(name)) != was][:1]:
        told = f'the text has another {name} than the sheet has kept: "{shown(str(fresh.get(name)))}"'
        made.findings.append(
            found.sheet.finding(TEXT, block, name, told, "Give the text that was held, or take the key away.")
        )
    fresh["lost"] = row.get("lost")
    made.add(found, "texts", {name: "" if cell is None else str(cell) for name, cell in fresh.items()}, block)
    for place in made.places(found):
        if text is None:
            break
        quotation = made.rows["quotations"][found.ids[place]]
        rows, problems = anchored({**quotation, "words": quotation["words"] or None}, text)
        if place not in made.wrong:
            made.findings += [found.sheet.finding(TEXT, place, *problem.split(": ", 2)[1:]) for problem in problems]
        for anchor in rows:
            made.add(found, "anchors", {name: str(cell) for name, cell in anchor.items()}, place)
