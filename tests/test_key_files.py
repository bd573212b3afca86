"""A key is written whole, with its public one beside it, or not at all."""

import os
import resource
import subprocess
from pathlib import Path

import pytest

from tests.shell import PROGRAM, done, environment, smo


def test_a_full_disk_leaves_no_key_and_the_next_try_succeeds(tmp_path: Path) -> None:
    file = tmp_path / "k.key"
    failed = subprocess.run(
        [*PROGRAM, "key", "new", "--output", str(file)],
        env={**environment(), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10)),
    )
    assert failed.returncode == 1
    assert "k.key cannot be written: File too large" in failed.stderr
    assert list(tmp_path.iterdir()) == []
    done("key", "new", "--output", file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in tmp_path.iterdir()) == ["k.key", "k.key.pub"]


@pytest.mark.parametrize("taken", ["k.key", "k.key.pub"])
def test_neither_key_is_written_where_one_of_them_is(
    tmp_path: Path, taken: str
) -> None:
    (tmp_path / taken).write_text("precious")
    refused = smo("key", "new", "--output", tmp_path / "k.key")
    assert refused.exit_code == 1
    assert f"{tmp_path / taken} cannot be written: File exists" in refused.stderr
    assert [one.read_text() for one in tmp_path.iterdir()] == ["precious"]


def test_a_disk_without_links_takes_keys_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(_part: Path, _path: Path) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    done("key", "new", "--output", tmp_path / "k.key")
    assert "File exists" not in done("key", "new", "--output", tmp_path / "l.key")
    again = smo("key", "new", "--output", tmp_path / "k.key")
    assert again.exit_code == 1
    assert len(list(tmp_path.iterdir())) == 4


def test_a_key_has_a_file_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = smo("key", "new", "--output", "", "--name", "registre.example")
    assert refused.exit_code == 1
    assert "cannot be written: Is a directory" in refused.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a\x7fb", "a\x01b", "a\u200bb"])
def test_a_name_with_marks_nobody_sees_makes_no_key(tmp_path: Path, name: str) -> None:
    file = tmp_path / "k.key"
    refused = smo("key", "new", "--output", file, "--name", name)
    assert refused.exit_code == 1
    assert "its name holds marks that cannot be seen" in refused.stderr
    assert list(tmp_path.iterdir()) == []
