"""Every mistake of an act is found, wherever it is, with its line and a remedy."""

from pathlib import Path

import pytest

from commands.candidates import gather

HEAD = "- act: hem/1\n"
WRONG_ID = "059-200030634-20240630-1-DE"
ODD_AMOUNTS = ["2024_1", " 12", "+3", "\u0663", "1E-2", "1e3", "NaN", "-Infinity", ".5"]


def said(folder: Path, text: str, name: str = "acts.yaml") -> list[str]:
    """Give what is wrong in a file, without the path, excerpts left out."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    problems = [str(problem) for problem in gather([path]).all_problems()]
    return [problem.removeprefix(f"{path}:").split("\n")[0] for problem in problems]


def test_a_mistake_is_shown_with_its_line_and_the_nearest_name(tmp_path: Path) -> None:
    path = tmp_path / "acts.yaml"
    path.write_text(f"{HEAD}  titel: Adhésion\n  decisions: []\n", encoding="utf-8")
    [problem] = gather([path]).all_problems()
    assert str(problem) == (
        f"{path}:2: «titel» is no field of hem/1. Did you mean «title»?\n"
        "  2 |   titel: Adhésion"
    )


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("wrong: x", "«wrong» is no field of hem/1. Known: act, adopted_on"),
        ("adopted_on: 2020-13-01", "«2020-13-01» stands where a date such as"),
        ("adopted_on: 30/06/2024", "«30/06/2024» stands where a date such as"),
        ("adopted_on:", "Nothing stands where a date such as 2024-06-30 is expected"),
        ("title: ''", "Nothing stands where a text that is not empty is expected"),
        ("title: [a]", "«['a']» stands where a text"),
        ("title: {a: b}", "«{'a': 'b'}» stands where a text"),
        ("nature: DF", "«DF» is not one of the values that may stand here. Known: AI"),
        ("matter: 5", "«5» stands where a @CTES matter of two levels"),
        ("published: {on: 2024-06-30}", "«{'on': '2024-06-30'}» stands where a list"),
        ("published: [{mode: wed}]", "«wed» is not one of the values that may stand"),
        ("published: [{one: 2024-06-30}]", "«one» is no field of published. Did you"),
        ("documents: [{name: a, sha256: ff}]", "«ff» stands where a SHA-256"),
        ("prefecture_id: 1-2", "«1-2» stands where an @CTES identifier"),
        ("irregular: [{rule: act.date, reason: x}]", "«act.date» is not one of the"),
        ("irregular: [{rule: member.unknown, reason: x}]", "«member.unknown» is not"),
        ("irregular: [{rule: act.dates}]", "irregular needs the field «reason»"),
        ("vote: unanime", "«unanime» stands where a vote {for, against, abstentions}"),
        ("vote: {agains: 3}", "«agains» is no field of vote. Did you mean «against»?"),
        ("vote: {for: -1}", "«-1» stands where a number of persons, or a list"),
        ("vote: {question: adhesio}", "«adhesio» is not one of the values"),
    ],
)
def test_a_mistake_in_a_field_of_the_act_is_named(
    tmp_path: Path, field: str, message: str
) -> None:
    [problem] = said(tmp_path, f"{HEAD}  {field}\n  decisions: []\n")
    assert problem.startswith(f"2: {message}"), problem


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("executory_on: 2024-06-30", "executory_on and executory_basis go together"),
        (
            "{executory_on: 2024-06-30, executory_basis: presumed}",
            "a presumed executory_on needs a note that says why",
        ),
        (f"prefecture_id: {WRONG_ID}", "SIREN 200030634 has a wrong check digit"),
        (
            "prefecture_id: 059-200030633-20241330-1-DE",
            "059-200030633-20241330-1-DE holds no date of the calendar",
        ),
        (
            "{prefecture_id: 059-200030633-20240630-1-DE, adopted_on: 2024-06-29}",
            "059-200030633-20240630-1-DE holds the date 2024-06-30, but the act was",
        ),
    ],
)
def test_fields_that_contradict_each_other_are_said_of_the_act(
    tmp_path: Path, field: str, message: str
) -> None:
    fields = field.strip("{}")
    [problem] = said(tmp_path, f"- {{act: hem/1, decisions: [], {fields}}}\n")
    assert problem.startswith(f"1: {message}"), problem


@pytest.mark.parametrize(
    ("decision", "message"),
    [
        ("{type: adhesion-requsted}", "«adhesion-requsted» is no type of decision. "),
        ("{type: adhesion-requested.v1, competences: [a]}", "«adhesion-requested.v1»"),
        ("{type: act-registered}", "«act-registered» is no type of decision. "),
        ("{type: [a]}", "«['a']» is no type of decision. "),
        ("{}", "a decision needs the field «type», which is not there"),
        ("text", "«text» stands where «type:» is expected"),
        ("{type: matter-decided}", "matter-decided needs the field «subject»"),
        (
            "{type: pupils-counted, school_year: 2023-2025, pupils: 3}",
            "2023-2025 is no school year; it goes from one year to the next",
        ),
        (
            "{type: pupils-counted, school_year: 2023-2024, pupils: -3}",
            "«-3» stands where a whole number, 0 or more is expected",
        ),
        (
            "{type: contribution-called, member: hem, year: 24, amount: 1}",
            "«24» stands where a year of four digits",
        ),
        (
            "{type: contribution-called, member: hem, year: 2024, amount: '1,30'}",
            "«1,30» stands where an amount such as 1.30 is expected",
        ),
        (
            "{type: subsidy-granted, payer: a, member: b, year: 2024, amount: -1}",
            "-1 is negative; it must be 0 or more",
        ),
        (
            "{type: adhesion-approved, member: Hem, competences: [ent]}",
            "«Hem» stands where an id in lower-case letters, digits and hyphens",
        ),
        (
            '{type: adhesion-approved, member: "hem\\n", competences: [ent]}',
            "«hem\n",
        ),
        (
            "{type: adhesion-approved, member: hem, competences: []}",
            "«[]» stands where a list of at least one is expected",
        ),
        (
            "{type: adhesion-approved, member: hem, competences: [ent, ent]}",
            "ent stands twice in the list",
        ),
        (
            "{type: withdrawal-requested, effect: 2024-02-30}",
            "2024-02-30 is no date of the calendar",
        ),
        (
            "{type: act-rectified, target: hem/2, set: {}, reason: x}",
            "«{}» stands where at least one field with its new value is expected",
        ),
        (
            f"{{type: act-transmitted, target: hem/2, prefecture_id: {WRONG_ID}}}",
            "SIREN 200030634 has a wrong check digit",
        ),
        (
            "{type: act-annulled, target: hem/2, decisions: [0]}",
            "«0» stands where a whole number, 1 or more is expected",
        ),
        (
            "{type: associate-admitted, institution: {name: Bourg Fictif, kind: epci}}",
            "«Bourg Fictif» needs an id, such as bourg-fictif",
        ),
    ],
)
def test_a_mistake_in_a_decision_is_named(
    tmp_path: Path, decision: str, message: str
) -> None:
    [problem] = said(tmp_path, f"{HEAD}  decisions:\n    - {decision}\n")
    assert problem.startswith(f"3: {message}".split("\n")[0]), problem


@pytest.mark.parametrize("text", ODD_AMOUNTS)
def test_an_amount_is_digits_and_nothing_else(tmp_path: Path, text: str) -> None:
    called = "type: contribution-called, member: hem, year: 2024"
    [problem] = said(
        tmp_path, f'{HEAD}  decisions:\n    - {{{called}, amount: "{text}"}}\n'
    )
    assert problem == f"3: «{text}» stands where an amount such as 1.30 is expected"


def test_an_act_that_is_none_is_named(tmp_path: Path) -> None:
    problems = said(tmp_path, "- text\n- [a]\n- {decisions: []}\n- act: hem/1\n")
    assert problems == [
        "1: «text» stands where «act:» is expected",
        "2: «['a']» stands where «act:» is expected",
        "3: act needs the field «act», which is not there. Add it",
        "4: hem/1 needs the field «decisions», which is not there. Add it",
    ]


def test_decisions_that_are_no_list_are_named(tmp_path: Path) -> None:
    [problem] = said(tmp_path, f"{HEAD}  decisions: {{type: matter-decided}}\n")
    assert "a list of decisions, which may be empty: []" in problem


def test_all_mistakes_of_nested_values_are_collected(tmp_path: Path) -> None:
    text = """\
- act: comite-syndical/1
  decisions:
    - type: tariff-voted
      competence: Usages
      from_year: 2024
      lines:
        - {code: base, label: Base, unit: pupils, price: 1.30}
        - code: Option
          label: Option
          unit: pupil
          prices: 1.30
        - {code: devis, label: Devis, unit: quote, price: 3}
"""
    assert [problem[:34] for problem in said(tmp_path, text)] == [
        "4: «Usages» stands where an id in ",
        "7: «pupils» is not one of the valu",
        "8: «Option» stands where an id in ",
        "11: «prices» is no field of lines.",
        "12: line devis: a price is needed,",
    ]


def test_a_mistake_inside_an_act_hides_no_other(tmp_path: Path) -> None:
    text = """\
- act: Hem/1
  adopted_on: tomorrow
  vote: {for: many}
  decisions:
    - {type: matter-decided, subject: Rien à redire}
    - {type: nothing}
    - {type: matter-decided, subject: "", extra: x}
- act: hem/2
  decisions:
    - {type: matter-decided, subjet: Ailleurs}
"""
    assert [problem.partition(" ")[0] for problem in said(tmp_path, text)] == [
        *("1:", "2:", "3:", "6:", "7:", "7:", "10:", "10:"),
    ]


def test_what_is_right_beside_a_mistake_is_not_complained_of(tmp_path: Path) -> None:
    right = "    - {type: matter-decided, subject: Juste}\n"
    [problem] = said(tmp_path, f"{HEAD}  titre: x\n  decisions:\n{right}")
    assert problem.startswith("2: «titre»")
