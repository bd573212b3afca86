"""A text as it may stand on a page: no control character, no half of one."""

import re

_LINE_ENDS = re.compile("[\r\n]+")
_SPACES = re.compile("[ \t\r\n\v\f\u2028\u2029]+")
_REPLACED = {
    **dict.fromkeys([*range(32), *range(127, 160)], "\ufffd"),
    **dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd"),
    # What lets a text be read from right to left.
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd"),
}


def one_line(text: str) -> str:
    r"""Write a text on one line, without what no page can show.

    >>> one_line(" deux\nlignes\t"), one_line("a\x00b")
    ('deux lignes', 'a�b')
    """
    return _SPACES.sub(" ", text).strip(" ").translate(_REPLACED)


def in_lines(text: str) -> str:
    r"""Write a text on the lines it has, without what no page can show.

    >>> in_lines(" une\n\ndeux\tet trois")
    'une\ndeux et trois'
    """
    return "\n".join(filter(None, map(one_line, _LINE_ENDS.split(text))))
