"""Answers shown without a terminal: every answer, any language, any thread."""

import subprocess
import sys
from datetime import date
from importlib import import_module
from threading import Barrier, Thread

import pytest

from ledger.language import speak, spoken
from presentation.rendering import SHOWN_BY, NotOfferedError, form_of, rendered
from projections.money.statement import statement
from projections.periods import day_of
from projections.register.annexes import annex_1
from projections.timelines.world import World
from tests.acts import creation, joins
from tests.shell import ROOT, environment
from tests.spec import given

AT = date(2024, 6, 30)
TIMES = 1_000


@pytest.fixture(scope="module")
def world() -> World:
    """Found a syndicate that one commune joins."""
    return given(creation(), *joins("avelin", on="2020-03-02")).world()


# ------------------------------------------------------------------- the language
def test_two_threads_speak_two_languages_and_never_mix_them(world: World) -> None:
    answer = annex_1(world, day_of(AT))
    asked = {"fr": "md", "en": "table"}
    alone = {each: rendered(answer, asked[each], each, world) for each in asked}
    assert b"| Depuis le |" in alone["fr"]
    assert b"Since" in alone["en"]
    together = Barrier(len(asked))
    drawn: dict[str, set[bytes]] = {}

    def draw(language: str) -> None:
        together.wait()
        drawn[language] = {
            rendered(answer, asked[language], language, world) for _ in range(TIMES)
        }

    threads = [Thread(target=draw, args=(language,)) for language in asked]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert drawn == {language: {text} for language, text in alone.items()}


def test_what_is_rendered_leaves_the_language_as_it_was(world: World) -> None:
    speak("en")
    rendered(annex_1(world, day_of(AT)), "table", "fr", world)
    assert spoken() == "en"


def test_a_new_thread_begins_in_english() -> None:
    said: list[str] = []
    speak("fr")
    try:
        thread = Thread(target=lambda: said.append(spoken()))
        thread.start()
        thread.join()
    finally:
        speak("en")
    assert said == ["en"]


# ------------------------------------------------------------------- the door
@pytest.mark.parametrize("name", SHOWN_BY)
def test_the_module_of_an_answer_shows_it(name: str) -> None:
    module = import_module(f"presentation.{SHOWN_BY[name]}")
    assert name in str(module.form.__annotations__["answer"])


@pytest.mark.parametrize("format_", ["table", "json", "csv", "md", "xlsx", "pdf"])
def test_an_answer_is_written_in_every_format_it_offers(
    format_: str, world: World
) -> None:
    answer = annex_1(world, day_of(AT))
    assert form_of(answer, world).formats == (
        *("table", "json", "csv", "md", "xlsx", "pdf"),
    )
    assert rendered(answer, format_, "fr", world)


def test_an_answer_is_written_in_no_other_format(world: World) -> None:
    answer = statement(world, 2024, AT, "avelin")
    with pytest.raises(NotOfferedError) as caught:
        rendered(answer, "csv", "en", world)
    assert str(caught.value) == (
        "This answer is not written as csv. Ask for one of: json, md, xlsx, pdf"
    )


def test_no_terminal_is_needed() -> None:
    modules = sorted((ROOT / "presentation").glob("[a-z]*.py"))
    code = "".join(f"import presentation.{path.stem}\n" for path in modules)
    asked = "import sys\nprint({'click', 'terminal', 'commands'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code + asked],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "set()\n"
