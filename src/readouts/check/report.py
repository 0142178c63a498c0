"""What a check leaves behind: the report on what was found, and the receipt of a package without errors.

Why: what is printed and what may be built follow from one check. In: what the gates hand over.
Out: frozen values, which `report` turns into text, and without whose receipt nothing is built.
`Report` stands here and not in `report`, since the gates make it, the referee and a comparison add
to it, and a module imports from earlier stages alone: `report` only reads it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from readouts.check.evidence import Evidence
from readouts.check.table_sizes import TableSize
from readouts.finding import Finding, Severity
from readouts.package.model import Package
from readouts.read.csv_rows import RawTable
from readouts.read.typed_frames import Dataset


@dataclass(frozen=True)
class Checked:
    """The receipt of a package without errors: its data, the digest of each file that was checked, and the evidence."""

    dataset: Dataset
    tables: dict[str, RawTable]
    evidence: tuple[Evidence, ...]

    @property
    def package(self) -> Package:
        """The declared package."""
        return self.dataset.package


@dataclass(frozen=True)
class Report:
    """What was found and what was looked at.

    `looked` says of each rule of these gates how many rows it looked at, as `check.looked` defines it;
    `waiting` are the gates that did not run; `texts` says how many held texts were here and
    how many the record names; `evidence` counts quotations by state;
    `not_canonical` are files, which is no fault; `referee` is what frictionless and pandera
    said, if they were asked; `change` says what differs from an
    earlier state, if there was one to compare with; `sizes` say how large the tables are, by path;
    `raw` are the tables as written, those that could be read; `proven` is what is known of each quotation, None where
    that was not judged.
    """

    findings: tuple[Finding, ...]
    tables: int = 0
    rows: int = 0
    rules: int = 0
    texts: tuple[int, int] = (0, 0)
    evidence: dict[str, int] = field(default_factory=dict)
    waiting: tuple[str, ...] = ()
    not_canonical: tuple[str, ...] = ()
    referee: str = ""
    change: tuple[str, ...] = ()
    sizes: Mapping[str, TableSize] = field(default_factory=dict, repr=False)
    raw: Mapping[str, RawTable] = field(default_factory=dict, repr=False)
    looked: Mapping[str, int] = field(default_factory=dict, repr=False)
    proven: tuple[Evidence, ...] | None = field(default=None, repr=False)
    dataset: Dataset | None = field(default=None, repr=False)
    checked: Checked | None = field(default=None, repr=False)

    def count(self, severity: Severity) -> int:
        """How many findings have that severity."""
        return sum(finding.severity is severity for finding in self.findings)
