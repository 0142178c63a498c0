"""What the page /prove brings along: all that is looked up, and a policy under which it can send nothing."""

import json
import re

import pytest

from ..door import records

SOURCE = "2025-11-peskov-downplays-leak"


@pytest.fixture(scope="module")
def page(anywhere):
    """At the root and under a path alike."""
    return anywhere


def brought(answer) -> dict:
    """What the script of the page has to know."""
    (data,) = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', answer.raw, re.DOTALL)
    return json.loads(data)


def test_every_quotation_is_brought_along(page, built_file):
    """Without a source all quotations of all sources come with the page, each with its words and its place."""
    sql = "SELECT id, source_id, coalesce(words, ''), coalesce(proof, ''), passage FROM quotations ORDER BY id"
    wanted = records(built_file, sql)
    record = brought(page("/prove"))
    rows = sorted(
        (one["id"], one["source"], one["words"], one["proof"], one["passage"]) for one in record["quotations"]
    )
    assert rows == [tuple(row) for row in wanted] and len(rows) > 600
    assert set(record["sources"]) == {row["source_id"] for row in wanted}


def test_a_source_brings_its_own_alone(page, built_file):
    """With a source the page has that source and its quotations, and the ends of the article."""
    record = brought(page(f"/prove?source={SOURCE}"))
    wanted = records(built_file, "SELECT id FROM quotations WHERE source_id = :id ORDER BY id", id=SOURCE)
    assert sorted(one["id"] for one in record["quotations"]) == [row["id"] for row in wanted]
    bodies = records(built_file, "SELECT body FROM texts WHERE source_id = :id AND body <> '' ORDER BY file", id=SOURCE)
    assert bodies and [(key, one["bodies"]) for key, one in record["sources"].items()] == [
        (SOURCE, [row["body"] for row in bodies])
    ]


def test_a_source_is_offered_once(page, built_file):
    """However many texts of a source there are, it stands once among those that can be chosen."""
    offered = re.findall(r'<option value="([^"]+)"', page("/prove").raw)
    wanted = records(built_file, "SELECT DISTINCT source_id AS id FROM quotations")
    assert sorted(offered) == sorted(row["id"] for row in wanted)


def test_the_page_may_send_nothing(page):
    """Its policy forbids requests and pictures of any host; every other page keeps the policy of all."""
    policy = page("/prove").headers["content-security-policy"]
    for part in (
        "default-src 'none'",
        "script-src 'self';",
        "connect-src 'none'",
        "img-src 'none'",
        "style-src 'self';",
    ):
        assert part in policy
    assert "connect-src 'self'" in page("/contacts").headers["content-security-policy"]


@pytest.mark.parametrize("table", ["sources", "quotations"])
def test_pages_lead_there(page, built_file, table):
    """The page of a source, and of each quotation in it, leads to the proof with that source chosen."""
    column = {"sources": "source_id", "quotations": "id"}[table]
    ((key,),) = records(built_file, f"SELECT {column} FROM quotations WHERE source_id = :id LIMIT 1", id=SOURCE)
    assert f'href="/prove?source={SOURCE}"' in page(f"/readouts/{table}/{key}").text
