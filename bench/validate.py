"""How long does a curator wait? A cold `readouts validate`, a check after a save, and `frictionless validate`.

Usage: python -m bench.validate [TIMES]; prints the CPU seconds of each, the least of TIMES (5), taken in turn in one
run, and each as a part of frictionless'. CPU seconds are those of the process and its threads, start-up included; the
check after a save is that of `readouts validate --watch`, of one process, after a cell of the longest table that a
curator writes was changed. frictionless judges types, lists, patterns, keys and links; what it does not judge (dates,
rules over several tables, quotations) is in our time alone.
"""

import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
COLD = [sys.executable, "-m", "readouts", "validate", str(ROOT)]
PEER = [sys.executable, "-m", "frictionless", "validate", str(ROOT / "datapackage.json")]


def cpu(command: list[str]) -> float:
    """The CPU seconds of one run of a command, which has to find nothing."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def saved(folder: Path, times: int) -> list[float]:
    """The CPU seconds of each check after a save of the stances, by a process that has checked before."""
    from readouts.check import check
    from readouts.check.memory import Memory

    for name in ("data", "schemas", "seeds"):
        copytree(ROOT / name, folder / name, ignore=lambda *_: ["texts"])
    (folder / "datapackage.json").write_bytes((ROOT / "datapackage.json").read_bytes())
    memory, table, taken = Memory(), folder / "data" / "stances.csv", []
    check(folder, date.today(), memory=memory)
    header, *lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    for number in range(times):
        # Another order of rows is another file, and no fault.
        table.write_text(header + "".join(lines[number + 1 :] + lines[: number + 1]), encoding="utf-8")
        start = time.process_time()
        check(folder, date.today(), memory=memory)
        taken.append(time.process_time() - start)
    return taken


def main() -> None:
    """Measure in turn, print the least of each."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    pairs = [(cpu(COLD), cpu(PEER)) for _ in range(times)]
    cold, peer = (min(one) for one in zip(*pairs, strict=True))
    with TemporaryDirectory() as folder:
        after = min(saved(Path(folder), times))
    print(f"CPU seconds, least of {times}: frictionless validate {peer:.2f}")
    print(
        f"readouts validate, cold: {cold:.2f}, {cold / peer:.2f} of it; after a save: {after:.2f}, {after / peer:.2f}"
    )


if __name__ == "__main__":
    main()
