"""A file without end, or one too large, is refused wherever a command reads one."""

import os
import resource
import subprocess
from pathlib import Path

import pytest

from terminal import key_files
from tests.proofs import Sealed, proof, sealed_real
from tests.shell import PROGRAM, environment, smo

ENDLESS = Path("/dev/zero")
MEMORY = 2_000_000 * 1024


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    """Seal the real acts once."""
    return sealed_real(tmp_path_factory.mktemp("endless"))


def complaint(folder: Path, *args: object) -> str:
    """Run in little memory, and give the one line that says why it was refused."""
    limit = (MEMORY, MEMORY)
    result = subprocess.run(
        [*PROGRAM, *map(str, args)],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, limit),
    )
    assert (result.returncode, result.stdout) == (1, "")
    assert "Traceback" not in result.stderr
    return result.stderr


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "yaml", "json"])
def test_an_import_without_end_is_refused(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"zero.{suffix}").symlink_to(ENDLESS)
    said = complaint(tmp_path, "import", "--dry-run", f"zero.{suffix}")
    assert f"zero.{suffix}" in said
    assert "MB" in said


@pytest.mark.parametrize("option", ["--proof", "--since", "--public-key"])
def test_nothing_is_verified_by_a_file_without_end(sealed: Sealed, option: str) -> None:
    said = complaint(
        sealed.place.parent, "--ledger", sealed.place, "verify", option, ENDLESS
    )
    assert f"{ENDLESS} cannot be read: it is larger than" in said


def test_nothing_is_signed_with_a_file_without_end(sealed: Sealed) -> None:
    asked = ("--ledger", sealed.place, "seal", "--key")
    assert "it is larger than 1 MB" in complaint(sealed.place.parent, *asked, ENDLESS)
    cosigning = (*asked, sealed.key, "--cosign", ENDLESS)
    assert "it is larger than 1 MB" in complaint(sealed.place.parent, *cosigning)


def test_a_proof_is_read_up_to_its_limit(
    sealed: Sealed, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = proof(sealed, "chereng/2024-1-1").encode()
    file = sealed.place.with_name("proof")
    file.write_bytes(text)
    monkeypatch.setattr(key_files, "LARGEST_PROOF", len(text))
    assert smo("verify", "--proof", file).exit_code == 0
    monkeypatch.setattr(key_files, "LARGEST_PROOF", len(text) - 1)
    assert "cannot be read: it is larger" in smo("verify", "--proof", file).stderr


def test_a_proof_may_come_from_another_program(sealed: Sealed) -> None:
    read, write = os.pipe()
    with os.fdopen(write, "wb") as pipe:
        pipe.write(proof(sealed, "chereng/2024-1-1").encode())
    try:
        assert smo("verify", "--proof", f"/dev/fd/{read}").exit_code == 0
    finally:
        os.close(read)
