"""A clone has the bytes that were committed, whatever the git of the machine makes of line ends."""

import shutil
import subprocess

from .conftest import ROOT


def git(folder, *words):
    told = ["git", "-C", folder, "-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"]
    subprocess.run([*told, *words], check=True, capture_output=True)


def test_a_clone_with_line_ends_of_windows(tmp_path):
    """`core.autocrlf=true`, as git on Windows is set, changes no byte of tables, schemas, documents and pictures."""
    origin, clone = tmp_path / "origin", tmp_path / "clone"
    for folder in ("data", "seeds", "schemas", "docs"):
        shutil.copytree(ROOT / folder, origin / folder, ignore=shutil.ignore_patterns("texts"))
    for file in (".gitattributes", "datapackage.json", "README.md", "requirements.lock"):
        shutil.copy(ROOT / file, origin)
    git(origin, "init", "-q")
    git(origin, "add", "-A")
    git(origin, "commit", "-q", "-m", "As it is")
    git(origin, "clone", "-q", "-c", "core.autocrlf=true", ".", clone)
    files = [path.relative_to(origin) for path in origin.rglob("*") if path.is_file() and ".git" not in path.parts]
    assert len(files) > 60
    assert [str(file) for file in files if (clone / file).read_bytes() != (ROOT / file).read_bytes()] == []
