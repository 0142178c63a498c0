"""What is given out beside the database: each file's name, what it is, and what a server calls its kind.

Why: the command that writes them, the page that offers them and the documents name the same files. Nothing is
imported here that only the writing needs: a server offers what was written elsewhere. In: nothing. Out: `OFFERED`, in
the order of the page, and `DIGESTS`, the file that says what was written, of which database.
"""

from dataclasses import dataclass

DIGESTS = "exports.json"
PARQUET = "parquet"


@dataclass(frozen=True)
class Offered:
    """A file beside the database, by its name; `kind` is its media type."""

    name: str
    title: str
    sentence: str
    kind: str


OFFERED = (
    Offered(
        "readouts.xlsx",
        "One Excel workbook",
        "The flat table first, then every wording and the tables of the record, each with a filter; what each column"
        " and each code means; how to cite. Text is text: no formula, no macro, no date that was guessed.",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    Offered(
        "readouts.zip",
        "The data package",
        "The tables as they are kept in CSV, with their schemas, the flat tables, the proofs of the quotations, the"
        " codebook and the licence; datapackage.json has the size and the digest of each file (Data Package v2).",
        "application/zip",
    ),
    Offered(
        "sources.bib",
        "All sources, as BibTeX",
        "An entry a source, for biblatex and reference managers; dates stand in EDTF where they are no plain day.",
        "application/x-bibtex; charset=utf-8",
    ),
    Offered(
        "sources.csl.json",
        "All sources, as CSL-JSON",
        "The same for Zotero, Pandoc and whatever else reads the Citation Style Language.",
        "application/vnd.citationstyles.csl+json",
    ),
    Offered(
        "readouts.jsonld",
        "Linked data",
        "Claims, statements, quotations, sources, people and bodies in the terms of schema.org and PROV (JSON-LD).",
        "application/ld+json",
    ),
    Offered(
        "croissant.json",
        "The description for machines",
        "What the data package holds, file by file and column by column, in the terms of schema.org and Croissant.",
        "application/ld+json",
    ),
)

KINDS = {one.name: one.kind for one in OFFERED}
