"""What is installed, and what it weighs: one row a dependency, one a set that can be installed.

`python -m bench.installed` adds up the files of every distribution in this environment and writes
docs/installed.json: sizes differ by platform and version, so they are measured at will and dated, and
docs/dependencies.md is printed from what was measured, the same everywhere. Why each dependency is there
says docs/dependencies.toml, which a test holds to pyproject.toml.
"""

import json
import platform
import re
import sys
import tomllib
from datetime import date
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
MEASURED = ROOT / "docs" / "installed.json"
# Each set as pip is asked for it; `build` alone is what most people need.
SETS = {"readouts": (), "readouts[serve]": ("serve",), "readouts[build]": ("build",)}
SETS |= {
    "readouts[build,serve]": ("build", "serve"),
    "all, as `make` installs it": ("build", "serve", "pandas", "develop"),
}


def plain(name: str) -> str:
    """The name of a distribution as lock files write it."""
    return re.sub("[-_.]+", "-", name).lower()


def closure(name: str, extras: tuple[str, ...] = ()) -> set[str]:
    """The distributions that this one needs here, itself among them; what is not installed here is not needed here."""
    found: set[str] = set()
    ahead = [(plain(name), extras)]
    seen = set()
    while ahead:
        one = ahead.pop()
        if one in seen:
            continue
        seen.add(one)
        try:
            asked = distribution(one[0]).requires or []
        except PackageNotFoundError:
            continue
        found.add(one[0])
        for requirement in map(Requirement, asked):
            wanted = requirement.marker is None or any(requirement.marker.evaluate({"extra": e}) for e in (*one[1], ""))
            if wanted:
                ahead.append((plain(requirement.name), tuple(sorted(requirement.extras))))
    return found


@cache
def size(name: str) -> int:
    """Bytes of the files of a distribution, as they lie in this environment."""
    files = distribution(name).files or ()
    return sum(path.stat().st_size for file in files if (path := Path(distribution(name).locate_file(file))).is_file())


def declared() -> dict[str, str]:
    """Each dependency of pyproject.toml with the extra that asks for it first, "" for none."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked: dict[str, str] = {}
    for extra, lines in {"": project["dependencies"], **project["optional-dependencies"]}.items():
        for line in lines:
            asked.setdefault(plain(Requirement(line).name), extra)
    return asked


def reasons() -> dict[str, str]:
    """Why each dependency is there."""
    return tomllib.loads((ROOT / "docs" / "dependencies.toml").read_text(encoding="utf-8"))


def measure(today: date) -> dict:
    """Sizes in bytes of this environment: of each dependency, alone and with what it brings, and of each set."""
    return {
        "measured": today.isoformat(),
        "where": f"Python {platform.python_version()}, {platform.system()} {platform.machine()}",
        "dependencies": {
            name: {
                "version": distribution(name).version,
                "alone": size(name),
                "with_what_it_brings": sum(map(size, closure(name))),
            }
            for name in sorted(declared())
        },
        "sets": {
            name: {"distributions": len(found), "bytes": sum(map(size, found))}
            for name, extras in SETS.items()
            if (found := closure("readouts", extras) - {"readouts"})
        },
    }


def drawn() -> str:
    """The two tables of docs/dependencies.md."""
    measured = json.loads(MEASURED.read_text(encoding="utf-8"))
    why, order = reasons(), ["", "build", "serve", "pandas", "develop"]
    lines = ["| asked for | distributions | MB |", "|---|--:|--:|"]
    lines += [f"| {name} | {one['distributions']} | {_mb(one['bytes'])} |" for name, one in measured["sets"].items()]
    lines += ["", "| dependency | for | MB | with what it brings | why |", "|---|---|--:|--:|---|"]
    for name, extra in sorted(declared().items(), key=lambda one: (order.index(one[1]), one[0])):
        weight = measured["dependencies"][name]
        both = f"{_mb(weight['alone'])} | {_mb(weight['with_what_it_brings'])}"
        lines.append(f"| {name} | {extra or 'all'} | {both} | {why[name]} |")
    return f"Measured {measured['measured']} ({measured['where']}).\n\n" + "\n".join(lines)


def _mb(count: int) -> str:
    return f"{count / 1e6:.1f}"


if __name__ == "__main__":
    MEASURED.write_text(json.dumps(measure(date.today()), indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(drawn() + "\n")
