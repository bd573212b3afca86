"""The program as a whole: help, languages, exit status, what it loads and creates."""

import getpass
import subprocess
import sys
from pathlib import Path

import pytest

from cli import COMMANDS
from tests.acts import act, write
from tests.shell import REAL, ROOT, done, environment, log, process, smo

HEAVY = (
    *("sqlalchemy", "psycopg", "rich", "babel", "yaml", "msgspec", "eventsourcing"),
    *("holidays", "json", "decimal", "zoneinfo"),
)


@pytest.mark.parametrize(
    "asked", [["--help"], ["--version"], ["--lang", "fr", "--help"]]
)
def test_help_and_version_create_nothing_and_load_nothing_heavy(
    asked: list[str], tmp_path: Path
) -> None:
    code = (
        "import sys, cli\n"
        "try: cli.main(sys.argv[1:], prog_name='smo')\n"
        "except SystemExit as end: assert not end.code\n"
        f"print('LOADED', [name for name in {HEAVY} if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, *asked],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.splitlines()[-1] == "LOADED []"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_that_opens_and_creates_nothing(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for language in ("en", "fr"):
        assert "--help" in done("--lang", language, command, "--help")
    assert not list(tmp_path.iterdir())


def test_help_lists_every_command() -> None:
    shown = done("--help")
    assert all(f"\n  {command} " in shown for command in COMMANDS)


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (["log"], 0),
        (["import", "absent.yaml"], 1),
        (["log", "--known-at", "#999"], 1),
        (["--ledger", "absent.db", "log"], 1),
        (["--ledger", "absent.db", "annex", "1"], 1),
        (["nothing"], 2),
        ([], 2),
        (["import"], 2),
        (["log", "--nothing"], 2),
        (["log", "--format", "xml"], 2),
        (["annex", "3"], 2),
        (["annex", "1", "--at", "31/02/2024"], 2),
        (["--lang", "de", "log"], 2),
    ],
)
def test_the_exit_status_is_0_done_1_refused_2_misused(
    args: list[str], status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done("init")
    result = smo(*args)
    assert result.exit_code == status
    assert bool(result.stdout) == (status == 0), "results on stdout, the rest on stderr"
    assert bool(result.stderr) == (status != 0)
    assert {path.name for path in tmp_path.iterdir()} == {"ledger.db"}


def test_an_error_commands_no_terminal(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    done("--ledger", place, "init")
    refused = smo("--ledger", place, "member", "\x1b[31mavelin\u202e")
    assert refused.exit_code == 1
    assert "[31mavelin" in refused.stderr
    assert "\x1b" not in refused.stderr
    assert "\u202e" not in refused.stderr


def test_an_error_is_one_line_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("Ceci n'est pas un registre.", encoding="utf-8")
    run = process("--ledger", "text.db", "log", folder=tmp_path)
    assert run.returncode == 1
    assert run.stderr.strip() == (
        "Error: text.db is not a ledger. Name a ledger, or a file that does not exist "
        "yet"
    )


# ------------------------------------------------------------------- init
def test_a_ledger_is_created_once(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    assert "is ready, and empty" in done("--ledger", place, "init")
    assert "is ready, and empty" in done("--ledger", place, "init")
    done("--ledger", place, "import", *REAL)
    before = log(place)
    assert "is there already; it ends at #38" in done("--ledger", place, "init")
    assert log(place) == before


# ------------------------------------------------------------------- the environment
def test_the_ledger_is_the_option_s_else_the_environment_s_else_ledger_db(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    env = {"SMO_LEDGER": "env.db"}
    done("--ledger", "option.db", "init", env=env)
    assert {path.name for path in tmp_path.iterdir()} == {"option.db"}
    done("init", env=env)
    assert {path.name for path in tmp_path.iterdir()} == {"option.db", "env.db"}
    done("init", env={"SMO_LEDGER": ""})
    assert Path("ledger.db").exists()


def test_entries_are_recorded_in_the_name_given(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    env = {"SMO_USER": "Environnement"}
    for number, (before, given) in enumerate(
        [(["--as", "Zoé"], env), ([], env), ([], {})]
    ):
        file = write(tmp_path / "acts.yaml", [act(f"bureau/{number}")])
        done("--ledger", place, *before, "import", file, env=given)
    authors = [entry["recorded_by"] for entry in log(place)]
    assert authors == ["Zoé", "Environnement", getpass.getuser()]


def test_the_language_is_the_option_s_else_the_environment_s(tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    done("--ledger", place, "init")
    french = done("--ledger", place, "log", env={"SMO_LANG": "fr"})
    assert french != "No entry.\n"
    assert done("--ledger", place, "--lang", "fr", "log") == french
    assert done("--lang=fr", "--ledger", place, "log") == french
    env = {"SMO_LANG": "", "LC_ALL": "fr_FR.UTF-8"}
    assert done("--ledger", place, "log", env=env) == french
    env = {"SMO_LANG": "fr"}
    assert done("--ledger", place, "--lang", "en", "log", env=env) == "No entry.\n"


def test_the_program_may_be_started_as_a_module(tmp_path: Path) -> None:
    assert (ROOT / "cli.py").exists()
    assert process("--version", folder=tmp_path).stdout.startswith("smo, version ")
