"""One line of an answer as an index keeps it."""

import msgspec


class IndexLine(msgspec.Struct, frozen=True, gc=False):
    """A line of a part of an answer, as JSON, and when it is shown.

    Days are ISO texts; no last day: still shown. On every day the lines shown stand in
    the order of their numbers.
    """

    part: str
    number: int
    from_day: str
    until_day: str | None
    line: str
