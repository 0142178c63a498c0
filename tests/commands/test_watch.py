"""`readouts validate --watch`: a curator saves, and is told."""

import os
import pty
import signal
import subprocess
import sys

import pytest


@pytest.fixture
def watching(copy):
    """The command, at work on a copy of the minimal package; a function reads what it prints up to where it waits again."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "readouts", "validate", str(copy.root), "--watch"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )

    def report():
        told = []
        for line in process.stdout:
            if line.startswith("watching for changes"):
                return "".join(told)
            told.append(line)
        raise AssertionError(f"it ended: {told}")

    yield process, report
    process.kill()
    process.communicate()


def test_each_save_is_judged(copy, watching):
    """The record as it is, a mistake as soon as it is saved, the file that changed, nothing after it is mended; Ctrl-C ends it."""
    process, report = watching
    assert report().startswith("checked: ")
    copy.change("people", "dmitry-peskov", "country", "Russia")
    told = report()
    assert "changed: " in told and "people.csv" in told and "data/people.csv:2:country  error  cell.pattern" in told
    copy.change("people", "dmitry-peskov", "country", "RU")
    assert "\n0 errors, 0 warnings" in report()
    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate(timeout=60)
    assert process.returncode == 0 and rest == ""


def test_it_ends_with_the_last_verdict(copy, watching):
    """Whoever ends it with a mistake in the tables is told so by the exit code."""
    process, report = watching
    report()
    copy.path("people").write_text("", encoding="utf-8")
    assert "\n1 error, 0 warnings" in report()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 1


def test_long_work_is_told_on_a_terminal_alone(copy):
    """On a terminal it is said what is being done and how it is stopped; in a pipe there is no word of it."""
    command = [sys.executable, "-m", "readouts", "validate", str(copy.root)]
    there, here = pty.openpty()
    on_terminal = subprocess.run(command, stdout=subprocess.PIPE, stderr=here, env=os.environ | {"TERM": "xterm"})
    os.close(here)
    told = os.read(there, 100_000).decode()
    os.close(there)
    in_pipe = subprocess.run(command, capture_output=True)
    assert "checking the record" in told and "Ctrl-C" in told and in_pipe.stderr == b""
    assert on_terminal.stdout == in_pipe.stdout
