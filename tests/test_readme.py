"""The README happens: its transcript is replayed, its first lines are the commands."""

from pathlib import Path

from examples.transcripts import replayed

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()


def test_the_readme_happens() -> None:
    assert README.count("```console\n") == 1
    assert replayed(README) == README


def test_the_readme_opens_with_the_two_commands() -> None:
    commands = [line for line in README.splitlines() if line.startswith("    ")][:2]
    assert commands[0].split("#")[0].strip() == (
        "python3 -m pip install uv && uv run smo demo"
    )
    assert commands[1].split("#")[0].strip() == "uv run pytest"
