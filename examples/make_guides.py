"""Write into the README and the guides what their commands say.

    python -m examples.make_guides

A page is written by hand, its commands' output is not: each is replayed
(`examples.transcripts`), and what the program says is set down as it stands.
"""

from pathlib import Path

from examples.transcripts import replayed

ROOT = Path(__file__).parents[1]

GUIDES = (
    "record-statutes",
    "deliberation-arrives",
    "prepare-session",
    "after-session",
    "several-members",
    "epci-takes-over",
    "elections",
    "call-contributions",
    "challenge-arrives",
    "annulment-arrives",
    "mistake-struck",
    "auditor-visits",
)
"""The tasks of a year, in the order of the index."""


def pages() -> list[Path]:
    """List the pages whose commands are run."""
    return [ROOT / "README.md", *(ROOT / "docs" / f"{name}.md" for name in GUIDES)]


def main() -> None:
    """Write the pages."""
    for page in pages():
        text = page.read_text(encoding="utf-8")
        page.write_text(replayed(text), encoding="utf-8")


if __name__ == "__main__":
    main()
