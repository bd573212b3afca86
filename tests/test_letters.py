"""Amounts in French words, as a statement is settled."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.letters import euros, number


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "zéro euro"),
        ("0.01", "un centime"),
        ("1", "un euro"),
        ("1.50", "un euro et cinquante centimes"),
        ("21", "vingt et un euros"),
        ("71.80", "soixante et onze euros et quatre-vingts centimes"),
        ("80", "quatre-vingts euros"),
        ("81", "quatre-vingt-un euros"),
        ("91", "quatre-vingt-onze euros"),
        ("100", "cent euros"),
        ("200", "deux cents euros"),
        ("201", "deux cent un euros"),
        ("1000", "mille euros"),
        ("1999", "mille neuf cent quatre-vingt-dix-neuf euros"),
        ("80000", "quatre-vingt mille euros"),
        ("200000", "deux cent mille euros"),
        ("1000000", "un million d’euros"),
        ("1000001", "un million un euros"),
        ("200000000", "deux cents millions d’euros"),
        ("3000000000.10", "trois milliards d’euros et dix centimes"),
        ("-62.40", "moins soixante-deux euros et quarante centimes"),
    ],
)
def test_an_amount_in_words_follows_french_spelling(amount: str, words: str) -> None:
    assert euros(Decimal(amount)) == words


SMALL = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze "
    "quinze seize"
)
TENS = "vingt trente quarante cinquante soixante"
LARGE = {"cent": 100, "mille": 1000, "million": 10**6, "milliard": 10**9}
VALUES = (
    {word: value for value, word in enumerate(SMALL.split())}
    | {word: 20 + 10 * place for place, word in enumerate(TENS.split())}
    | LARGE
)


def read(words: str) -> int:
    """Read a number back word by word, as one does aloud."""
    total = group = 0
    for word in re.split("[ -]", words.replace(" et ", " ")):
        singular = word if word in VALUES else word.removesuffix("s")
        value = VALUES[singular]
        if value >= 1000:
            total, group = total + max(group, 1) * value, 0
        elif value == 100:
            group = max(group, 1) * 100
        elif value == 20 and group % 100 == 4:
            group += 76
        else:
            group += value
    return total + group


@settings(deadline=None, derandomize=True, max_examples=500)
@given(st.integers(0, 10**12 - 1) | st.integers(0, 2000))
def test_a_number_in_words_reads_back_as_the_number(value: int) -> None:
    assert read(number(value)) == value
