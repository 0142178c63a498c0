"""The validator is audited: one mutant of every kind is found where it is, and nothing harmless is."""

import re

import pytest
from mutate import table
from mutate.__main__ import ROOT, texts_here
from mutate.judge import Bench
from mutate.kinds import GROUPS
from mutate.record import Mutant, read
from mutate.run import planted

from readouts.tidy.rewrite import outcome

from ..conftest import LONG

KINDS = [kind for kinds in GROUPS.values() for kind in kinds]
# Every rule has a case of its own that breaks it (check/test_rules.py); the audit shows that defects of the real record
# are found as well, where they are. Every tenth kind is tried here, each in the long form and by `make mutate`.
TRIED = KINDS if LONG else KINDS[::10]


@pytest.fixture(scope="module")
def record():
    return read(ROOT, texts_here())


@pytest.fixture(scope="module")
def bench(record, tmp_path_factory):
    return Bench(tmp_path_factory.mktemp("bench"), record)


@pytest.mark.parametrize("kind", TRIED, ids=lambda kind: kind.name)
def test_every_kind_is_found(record, bench, kind):
    """Each defect can be planted, is refused and located, without a traceback; each harmless change passes."""
    if kind.reads_texts and not record.texts:
        pytest.skip("the source texts are not here: set READOUTS_TEXTS to their folder")
    drawn = planted(record, [kind], 1)[kind]
    assert len(drawn) == 1, "the record has no row for it: it would audit nothing"
    assert (
        list(table.misses({kind: [(mutant, bench.judge(mutant, kind.after, False, kind.warns)) for mutant in drawn]}))
        == []
    )


def test_every_place_is_tried(record):
    """A full run tries each key, each link and each column that needs a value, not a sample of them."""
    kinds = {kind.name: kind for kinds in GROUPS.values() for kind in kinds}
    tables = record.package.tables
    places = {
        "a link to nothing": sum(len(table.links) for table in tables),
        "a row twice": len(tables),
        "a required cell emptied": sum(field.required for table in tables for field in table.fields),
        "a code that is in no list": sum(bool(field.enum) for table in tables for field in table.fields),
    }
    drawn = planted(record, [kinds[name] for name in places], 5)
    assert {kind.name: len(mutants) for kind, mutants in drawn.items()} == places


def test_rows_in_another_order_are_no_fault_but_not_canonical(record, bench):
    """`validate` accepts rows in another order, and `format --check` refuses them."""
    [kind] = [one for one in GROUPS["harmless"] if one.name == "rows in another order"]
    for mutant in planted(record, [kind], 3)[kind]:
        assert bench.judge(mutant, False, False).found == ()
        with bench._planted(mutant):
            assert list(outcome(record.package.__class__(bench.root, {}, record.package.tables), {}).files) == [
                mutant.path
            ]


def test_names_are_names():
    """No two kinds have one name, for the seed draws by name."""
    names = [kind.name for kinds in GROUPS.values() for kind in kinds]
    assert len(set(names)) == len(names) >= 60


def test_the_page_names_every_kind():
    """docs/mutation.md is of these kinds."""
    told = re.findall(r"^\| ([^|]+?) \| \d", (ROOT / "docs" / "mutation.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(told) == sorted(kind.name for kinds in GROUPS.values() for kind in kinds)


def test_the_audit_can_fail(record, bench):
    """A harmless change held for a defect is reported as missed, and a place that is wrong as badly located."""
    path = "data/topics.csv"
    unseen = bench.judge(Mutant({path: record.files[path]}, path), after=False, ask_referee=False)
    elsewhere = Mutant({path: b"\xef\xbb\xbf" + record.files[path]}, path, line=7)
    assert (unseen.caught, unseen.located) == (False, False)
    assert [bench.judge(elsewhere, False, False).caught, bench.judge(elsewhere, False, False).located] == [True, False]


def test_no_address_is_opened(bench, monkeypatch):
    """A connection that a check tried would be refused, and told as a fault."""
    import urllib.request

    from mutate import judge

    def fetching(*_):
        with pytest.raises(OSError):
            urllib.request.urlopen("http://127.0.0.1:9/")
        return real(*_)

    real = judge.check
    monkeypatch.setattr(judge, "check", fetching)
    verdict = bench.judge(Mutant({}), after=False, ask_referee=False)
    assert verdict.trouble.startswith("fetched")
