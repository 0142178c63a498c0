"""What is given out beside the database, as a server offers it, and what each page says to machines."""

import hashlib
import json
import re
import shutil
import warnings

import pytest
import rdflib

from ..door import Reader, records, second_dossier, serving

SDO = rdflib.Namespace("https://schema.org/")


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """The second dossier with all its files, as `readouts export` leaves it."""
    return second_dossier(tmp_path_factory.mktemp("given"), "export")


@pytest.fixture(scope="module")
def offered(exported):
    """Ask its server."""
    with serving(exported) as address, Reader(address) as reader:
        yield reader.ask


def test_each_file_is_offered_with_its_size_and_served_whole(offered, exported):
    """The page links to every file; what comes is what was written, under its name, with the digest that the page says."""
    text = offered("/-/downloads").raw
    held = json.loads((exported / "build" / "exports.json").read_text())["files"]
    linked = set(re.findall(r'href="/-/files/([^"]+)"', text))
    hidden = {name for name in held if name.startswith("parquet/")} - linked
    assert linked <= held.keys() and {name for name in held if "/" not in name} <= linked
    assert len(hidden) < len([name for name in held if name.startswith("parquet/")]) / 2
    for name in linked:
        answer = offered(f"/-/files/{name}")
        digest = hashlib.sha256(answer.body).hexdigest()
        assert (answer.status, digest) == (200, held[name]["sha256"]), name
        assert answer.headers["content-disposition"] == f'attachment; filename="{name.rpartition("/")[2]}"'
        assert answer.headers["content-length"] == str(held[name]["bytes"])
        assert "/" in name or digest in text


@pytest.mark.parametrize(
    "name", ["readouts.db", "exports.json", "nothing.zip", "parquet/nothing.parquet", "..%2Freadouts.db"]
)
def test_nothing_else_is_served(offered, name):
    """A name that is not offered is a page that says so, also where a file of it lies there."""
    assert offered(f"/-/files/{name}").status == 404


def test_files_of_another_state_are_not_offered(exported, tmp_path):
    """After a build of another record the files of before lie there still, and the page says what is to be done."""
    folder = tmp_path / "later"
    shutil.copytree(exported, folder)
    made = folder / "build" / "exports.json"
    told = json.loads(made.read_text())
    made.write_text(json.dumps(told | {"database": "0" * 64}))
    with serving(folder) as address, Reader(address) as reader:
        page = reader.ask("/-/downloads").text
        assert "make export" in page and "/-/files/" not in page
        missing = reader.ask("/-/files/readouts.zip")
    assert missing.status == 404


@pytest.fixture(scope="module")
def page(anywhere):
    """At the root and under a path alike."""
    return anywhere


def graph_of(page, path: str) -> rdflib.Graph:
    """What a page says to machines, as rdflib reads it at the page's own address."""
    (told,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page(path).raw, re.DOTALL)
    found = rdflib.Graph()
    with warnings.catch_warnings(action="ignore"):
        found.parse(data=told, format="json-ld", publicID=f"https://example.org{path}")
    return found


@pytest.mark.parametrize("path", ["/", "/-/downloads"])
def test_the_record_is_a_dataset_to_machines(page, built_file, path):
    """Title, version, licence, time, and files that are there."""
    found = graph_of(page, path)
    (node,) = found.subjects(rdflib.RDF.type, SDO.Dataset)
    (version, licence), (first,) = (
        records(built_file, "SELECT version, licence_address FROM package")[0],
        records(built_file, "SELECT min(date_earliest) FROM statements")[0],
    )
    assert [str(found.value(node, SDO[one])) for one in ("version", "license")] == [version, licence]
    assert str(found.value(node, SDO.temporalCoverage)).startswith(first)
    files = [str(one) for one in found.objects(None, SDO.contentUrl)]
    assert len(files) >= 2
    for one in files:
        assert page("/" + one.split("/", 3)[3].removeprefix("record/"), follow=True).status == 200, one


KINDS = {
    "claims": SDO.Claim,
    "statements": SDO.Statement,
    "quotations": SDO.Quotation,
    "sources": SDO.CreativeWork,
    "people": SDO.Person,
    "organizations": SDO.Organization,
    "events": SDO.Event,
}


@pytest.mark.parametrize("table", KINDS)
def test_a_row_is_said_to_machines_at_its_own_address(page, built_file, table):
    """The page's node has the address of the page, and its kind."""
    (key,) = records(built_file, f"SELECT id FROM {table} ORDER BY id LIMIT 1 OFFSET 20")[0]
    found = graph_of(page, f"/readouts/{table}/{key}")
    addresses = [str(one) for one in found.subjects(rdflib.RDF.type, KINDS[table])]
    assert [one for one in addresses if one.endswith(f"/readouts/{table}/{key}")]
    assert page(f"/readouts/{table}/{key}").status == 200


def test_the_page_of_a_claim_says_who_denies_it(page, built_file):
    """As many acts as there are stances, each on this claim."""
    key, stances = records(
        built_file, "SELECT claim_id, count(*) FROM stances GROUP BY 1 ORDER BY sum(stance = 'denies') DESC LIMIT 1"
    )[0]
    found = graph_of(page, f"/readouts/claims/{key}")
    (claim,) = found.subjects(rdflib.RDF.type, SDO.Claim)
    assert len({*found.subjects(SDO.object, claim)}) == stances
    assert {*found.subjects(rdflib.RDF.type, SDO.DisagreeAction)}


def test_words_cannot_end_the_part_that_is_for_machines(page, built_file):
    """No sign of a tag stands in it, whatever a source prints."""
    for (key,) in records(built_file, "SELECT id FROM sources WHERE title LIKE '%<%' OR title LIKE '%&%' LIMIT 3"):
        graph_of(page, f"/readouts/sources/{key}")
    told = page("/readouts/claims/2024-11-07-call-took-place").raw.split('ld+json">')[1].partition("</script>")[0]
    assert "<" not in told and json.loads(told)["@graph"]
