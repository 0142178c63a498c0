"""Cite this record: a row's stable address, with version and licence, as text and as BibTeX.

In: the package's facts and what one row is called. Out: a `Citation`, and its text for a
reference manager. The day of access is left to the reader: a page may have been kept.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from datasette import NotFound, Request, Response
from datasette.utils import tilde_encode

from readouts.export.references import taken_literally
from readouts.site.facts import DATABASE, Facts, base_address, facts, said_by, served
from readouts.site.labels import row_label

if TYPE_CHECKING:
    from datasette.app import Datasette


@dataclass(frozen=True)
class Citation:
    """One row, cited; `address` has a host, `bibtex_path` is the path of the same as a file."""

    facts: Facts
    table: str
    key: str
    label: str
    address: str
    bibtex_path: str
    said_by: str = ""

    @property
    def heading(self) -> str:
        """What the row is called; a claim is marked as one, so that nobody takes it for a finding."""
        return f"Claim: “{self.label}”" if self.table == "claims" else self.label

    @property
    def quoted(self) -> str:
        """The same as a citation has it: a claim with who says so and who denies it."""
        if self.table == "claims":
            return f"Claim: “{self.label.rstrip('.')}” ({self.said_by})"
        return f"“{self.label.rstrip('.')}”"

    @property
    def year(self) -> str:
        """The year of the version."""
        return self.facts.created[:4]

    @property
    def bibtex(self) -> str:
        """An entry for BibTeX and biblatex; `urldate`, the day of access, is the reader's to fill in."""
        fields = {
            "author": f"{{{taken_literally(self.facts.authors)}}}",
            "title": f"{{{taken_literally(self.heading)}}}",
            "howpublished": f"{taken_literally(self.facts.title)}, version {taken_literally(self.facts.version)}",
            "year": self.year,
            "url": self.address,
            "urldate": "",
            "note": ". ".join(
                map(taken_literally, filter(None, (self.said_by, f"{self.facts.created}, {self.facts.licence}")))
            ),
        }
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        key = re.sub(r"[^A-Za-z0-9-]+", "-", f"{self.facts.name}-{self.table}-{self.key}")
        return f"@misc{{{key},\n{lines}}}\n"


def citation(
    facts: Facts, table: str, key: str, label: str, base: str, path: str, prefix: str, said_by: str = ""
) -> Citation:
    """The citation of the row at `path`; `prefix` is what Datasette's own paths begin with."""
    return Citation(facts, table, key, label, base + path, f"{prefix}-/cite/{table}/{key}.bib", said_by)


async def cite(datasette: "Datasette", table: str, key: str, base: str) -> Citation | None:
    """The citation of a row, by its key as it stands in the row's address; None when there is no such row."""
    label = await row_label(datasette, DATABASE, table, key)
    if label is None:
        return None
    path = f"{datasette.urls.table(DATABASE, table)}/{key}"
    said = (await said_by(datasette)).get(key, "") if table == "claims" else ""
    return citation(await facts(datasette), table, key, label, base, path, datasette.urls.instance(), said)


async def bibtex_file(datasette: "Datasette", request: Request) -> Response:
    """The route of a row's citation as a BibTeX file."""
    table, key = request.url_vars["table"], request.url_vars["key"]
    known = served(datasette) and table in datasette.metadata("databases")[DATABASE]["tables"]
    if known:
        await datasette.ensure_permissions(request.actor, [("view-table", (DATABASE, table)), "view-instance"])
    cited = await cite(datasette, table, key, base_address(datasette, request)) if known else None
    if cited is None:
        raise NotFound("There is no such row to cite")
    name = {"content-disposition": f'attachment; filename="{tilde_encode(key)}.bib"'}
    return Response(cited.bibtex, headers=name, content_type="application/x-bibtex; charset=utf-8")
