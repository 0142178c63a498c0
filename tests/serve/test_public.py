"""A record that strangers reach: what they may not, seen to work against Datasette as it comes first."""

import json
import signal
import socket
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import quote

import pytest
from bench.attacks import STOCK

from readouts.commands import main

from ..conftest import ROOT
from ..door import Reader, free_port, records, second_dossier, serving, started

ADDRESS = "https://record.example/to"
# What one question must not: take memory in one call, run on, show files, what is loaded, or threads.
BOMBS = {
    "in one call": "select hex(zeroblob(200000000))",
    "over and over": "select replace(hex(zeroblob(4000000)), '0', 'aaaaaaaa')",
    "padded": "select printf('%300000000d', 1)",
}
SHOWN = {
    "the file": ("/readouts.json?sql=" + quote("select file from pragma_database_list"), "readouts.db"),
    "what is loaded": ("/-/plugins.json?all=1", "["),
    "threads": ("/-/threads.json", "num_threads"),
    "the file, listed": ("/-/databases.json", "readouts.db"),
    "settings": ("/-/settings.json", "max_returned_rows"),
    "versions": ("/-/versions.json", "sqlite"),
    "metadata": ("/-/metadata.json", "{"),
}


@pytest.fixture(scope="module")
def stock(built_file, tmp_path_factory):
    """Ask Datasette as it comes, with none of our plugin and settings, on the same file."""
    port, log = free_port(), tmp_path_factory.mktemp("stock") / "log"
    command = [sys.executable, "-c", STOCK, "serve", str(built_file)]
    with started(command, port, log), Reader(f"http://127.0.0.1:{port}") as reader:
        yield reader.ask


@pytest.fixture(scope="module")
def strangers(built_package):
    """Ask the record as `readouts serve --public` shows it; the path is taken off by a proxy, as at most hosts."""
    with serving(built_package, "--public", READOUTS_BASE_URL=ADDRESS) as address, Reader(address) as reader:
        yield lambda path, **more: reader.ask(path, **{"Host": "record.example", **more})


@pytest.mark.parametrize("what", SHOWN)
def test_nothing_of_the_server_is_shown(stock, strangers, what):
    """Paths, plugins, threads, settings: Datasette as it comes shows them, the public record has no such page."""
    path, word = SHOWN[what]
    shown = stock(path)
    assert shown.status == 200 and word in shown.text
    hidden = strangers(path)
    assert hidden.status in (403, 404) and str(ROOT) not in hidden.text and "sqlite_version" not in hidden.text


@pytest.mark.parametrize("format", ["", ".json", ".csv", ".xlsx"])
def test_strangers_ask_no_sql(strangers, format):
    """No question of their own, in any format, nor a condition in a table's address; ours are answered."""
    assert strangers(f"/readouts{format}?sql=select+1").status == 403
    assert strangers(f"/readouts/claims{format}?_where=1=1", follow=True).status == 403
    assert strangers(f"/readouts/who_denied_what{format}?side=russia", follow=True).status == 200


def test_the_box_for_sql_is_not_there(strangers, at_the_root):
    """Where it would be refused it is not offered."""
    assert "<textarea" in at_the_root("/readouts").raw and "<textarea" not in strangers("/readouts").raw


@pytest.mark.parametrize("sql", BOMBS.values(), ids=BOMBS)
def test_one_question_takes_no_gigabyte(page, strangers, sql):
    """On one's own machine too, what a function would make in one call is bounded; strangers cannot ask it at all."""
    asked = f"/readouts.json?sql={quote(sql)}"
    assert strangers(asked).status == 403
    answer = page(asked)
    assert answer.status == 400 or len(answer.body) < 10_000
    assert page("/readouts/claims").status == 200


def test_a_bomb_goes_off_in_datasette_as_it_comes(stock):
    """What is bounded here was seen to take forty million bytes there, eight times what a value may have here."""
    answer = stock("/readouts.json?sql=" + quote("select length(hex(zeroblob(20000000))) as n"))
    assert answer.json()["rows"] == [[40_000_000]]


def test_pages_are_bounded(strangers, page, built_file):
    """A page of rows has 200 at most and counts eight columns; it says so; files have every row."""
    for size in ("max", "1000"):
        answer = strangers(f"/readouts/claims?_size={size}")
        assert answer.status == 200 and answer.text.count("<tr") < 210
        assert "has 200 at most; the CSV and the Excel file have every row" in answer.text
    assert page("/readouts/claims?_size=max").text.count("<tr") > 1000
    many = [name for (name,) in records(built_file, "SELECT name FROM pragma_table_info('readouts') LIMIT 12")]
    few, told = (
        strangers("/readouts/readouts?" + "&".join(f"_facet={name}" for name in names)).text
        for names in (many[:8], many)
    )
    assert "counts 8 columns" not in few
    assert told.count("a page of this server counts 8 columns at most") == 4
    whole = strangers("/readouts/claims.csv", follow=True)
    assert whole.text.count("\n") > records(built_file, "SELECT count(*) FROM claims")[0][0]


@pytest.mark.parametrize("host", ["evil.example", "record.example.evil.example", "record.example@evil.example", ""])
def test_another_host_is_refused(strangers, host):
    """A Host header that is believed would stand in citations."""
    assert strangers("/contacts", Host=host).status == 421


def test_the_host_in_citations_is_ours(strangers):
    """Whoever asks by the loopback, as a proxy does, is told the public address."""
    text = strangers("/readouts/claims/2024-11-07-call-took-place", Host="127.0.0.1:8001").raw
    assert f"{ADDRESS}/readouts/claims/2024-11-07-call-took-place" in text and "127.0.0.1" not in text


def test_what_is_known_is_not_made_again(strangers):
    """An answer has a tag of the state of the record and the address; who has it already is told so."""
    first = strangers("/contacts")
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "public, max-age=300" and tag.startswith('W/"')
    again = strangers("/contacts", **{"If-None-Match": f'"x", {tag}'})
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert strangers("/contacts", **{"If-None-Match": '"x"'}).status == 200
    others = {strangers(path).headers["etag"] for path in ("/contacts?page=2", "/readouts/claims", "/-/downloads")}
    assert len(others | {tag}) == 4
    assert "etag" not in strangers("/readouts/nothing").headers


def test_every_answer_has_all_headers(strangers):
    """Pages, files, refusals and what is not there say what they forbid, and who sent the reader is told nobody."""
    for path in (
        "/",
        "/readouts.json?sql=select+1",
        "/-/plugins",
        "/robots.txt",
        "/readouts/claims.csv?_size=1",
        "/-/colours.css",
    ):
        headers = strangers(path).headers
        assert headers["referrer-policy"] == "no-referrer" and headers["x-content-type-options"] == "nosniff", path
        assert "content-security-policy" in headers, path


def test_robots_are_kept_off_what_is_only_another_view(strangers):
    """Each page that the map names may be asked for, and no sorted, filtered or searched one."""
    import urllib.robotparser

    told = strangers("/robots.txt").text
    assert "Disallow: /to/*?" in told and f"Sitemap: {ADDRESS}/sitemap.xml" in told
    rules = urllib.robotparser.RobotFileParser()
    rules.parse(told.splitlines())
    listed = [one for one in strangers("/sitemap.xml").text.split() if one.startswith("<url>")]
    assert len(listed) > 1000
    for one in listed[:50]:
        assert rules.can_fetch("anybody", one.removeprefix("<url><loc>").removesuffix("</loc></url>"))


def test_strangers_need_an_address(built_package, capsys, monkeypatch):
    """Without the public address nothing is served, and it is said what to set."""
    monkeypatch.delenv("READOUTS_BASE_URL", raising=False)
    assert main(["serve", str(built_package), "--public"]) == 2
    assert "Set READOUTS_BASE_URL=" in capsys.readouterr().err


@pytest.fixture
def dossier(tmp_path) -> Path:
    """A small record of its own, built."""
    return second_dossier(tmp_path, "build")


def test_a_new_state_is_taken_up_at_once(dossier):
    """A build puts another file there: the next page and the next download are of it, without a restart."""
    table = dossier / "data" / "topics.csv"
    with serving(dossier) as address, Reader(address) as reader:
        before = reader.ask("/readouts/topics.csv?_stream=on").text
        flat = reader.ask("/readouts/readouts.csv", follow=True).body
        first = json.loads((dossier / "datapackage.json").read_text(encoding="utf-8"))["title"]
        assert first in reader.ask("/").text
        described = dossier / "datapackage.json"
        described.write_text(described.read_text(encoding="utf-8").replace(first, "Another title"), encoding="utf-8")
        lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
        name = lines[1].split(",")[1]
        table.write_text(lines[0] + lines[1].replace(name, "Something else", 1) + "".join(lines[2:]), encoding="utf-8")
        assert main(["build", str(dossier)]) == 0
        after = reader.ask("/readouts/topics.csv?_stream=on").text
        assert after != before and "Something else" in after
        assert "Another title" in reader.ask("/").text
        assert reader.ask("/readouts/readouts.csv", follow=True).body != flat


def test_a_file_that_is_no_record_replaces_none(dossier):
    """What cannot be served is told in the log, and readers have what they had."""
    file = dossier / "build" / "readouts.db"
    with serving(dossier) as address, Reader(address) as reader:
        assert reader.ask("/readouts/claims").status == 200
        spoilt = file.with_suffix(".new")
        spoilt.write_bytes(b"no database")
        spoilt.replace(file)
        assert [reader.ask(path).status for path in ("/", "/readouts/claims", "/contacts")] == [200] * 3
        (log,) = dossier.glob("serve-*.log")
        assert "file is not a database" in log.read_text()


def test_it_ends_when_it_is_told_and_leaves_nothing(dossier, tmp_path):
    """SIGTERM ends the server, an answer under way or not, and no file of it is left."""
    port, scratch = free_port(), tmp_path / "scratch"
    scratch.mkdir()
    command = [sys.executable, "-m", "readouts", "serve", str(dossier)]
    with started(command, port, tmp_path / "log", TMPDIR=str(scratch)) as process:
        slow = quote("with recursive c(n) as (select 1 union all select n + 1 from c) select sum(n) from c")
        with socket.create_connection(("127.0.0.1", port)) as asking:
            asking.sendall(f"GET /readouts.json?sql={slow} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            time.sleep(0.3)
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=10)
    assert process.returncode in (0, -signal.SIGTERM)
    assert [*scratch.iterdir()] == []
    with pytest.raises(OSError):
        urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2)
