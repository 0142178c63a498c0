"""What docs/hosting.md tells a stranger to run: the same as the Dockerfile runs, and it serves."""

import os
import re
import signal
import subprocess

import pytest

from .conftest import ROOT
from .door import Reader, free_port, started

ADDRESS = "https://record.example/to/"


def commands() -> list[str]:
    """The commands for a machine without containers, in their order."""
    (block,) = re.findall(r"```bash\n(.*?)```", (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8"), re.DOTALL)
    return block.splitlines()


def blocks(name: str) -> set[str]:
    """Each distribution of a lock file with its version, markers and hashes; what it is needed for left out."""
    text = re.sub(r"^ *#.*\n", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {" ".join(one.split()) for one in re.split(r"\n(?=[a-z0-9])", text)}


def test_the_container_runs_what_a_machine_runs():
    """Each RUN of the Dockerfile but for the user and Debian's packages is a line of docs/hosting.md, and so is its end."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    runs = [one for one in re.findall(r"^RUN (.*)$", text, re.MULTILINE) if not one.startswith(("apt-get", "useradd"))]
    told = commands()
    assert runs == [one for one in told if not one.startswith("export ") and " serve " not in one]
    (last,) = re.findall(r"^CMD \[(.*)\]$", text, re.MULTILINE)
    assert re.findall(r'"(.*?)"', last)[:3] == told[-1].split()[:3]
    assert "USER record" in text.partition("CMD")[0].rpartition("FROM")[2]


def test_the_server_s_lock_is_a_part_of_the_other():
    """The same versions with the same hashes, and fewer of them."""
    serve, whole = blocks("requirements-serve.lock"), blocks("requirements.lock")
    assert serve - whole == set() and 20 < len(serve) < len(whole) / 2


@pytest.mark.long
def test_a_stranger_who_follows_it_serves_the_record(tmp_path):
    """Command by command in a clean clone, the last as a server that is asked for pages and a file, and told to end."""
    clone = tmp_path / "record"
    subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)
    port = free_port()
    told = [one for one in commands() if not one.startswith("export ")]
    environment = {**os.environ, "READOUTS_BASE_URL": ADDRESS}
    for command in told[:-1]:
        subprocess.run(command, shell=True, check=True, cwd=clone, env=environment, stdout=subprocess.DEVNULL)
    assert told[-1].endswith("--port 8001")
    last = told[-1].removesuffix("--port 8001").split()
    command = [str(clone / last[0]), *last[1:]]
    with started(command, port, tmp_path / "log", cwd=clone, READOUTS_BASE_URL=ADDRESS) as process:
        with Reader(f"http://127.0.0.1:{port}") as reader:
            assert reader.ask("/to/").status == 200
            page = reader.ask("/to/-/downloads").raw
            assert (
                "readouts.xlsx" in page and ADDRESS in reader.ask("/to/readouts/claims/2024-11-07-call-took-place").raw
            )
            assert reader.ask("/to/-/files/readouts.zip").body.startswith(b"PK")
            assert reader.ask("/to/readouts?sql=select+1").status == 403
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=10)
