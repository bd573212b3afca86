"""How far a long command has come, told to whoever shows it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, TypeVar

T = TypeVar("T")
Stage = Literal["read", "judged", "voted", "entries"]
Progress = Callable[[Stage, int, int], None]
"""Called with the stage, how many acts or entries passed it, how many there are."""

OFTEN = 1_000
"""Of many entries, so many pass between two times that it is told."""


def silent(_stage: Stage, _count: int, _total: int) -> None:
    """Show nothing."""


def counted(
    items: Iterable[T], stage: Stage, total: int, progress: Progress
) -> Iterator[T]:
    """Give one after the other, and tell how many there were."""
    for count, item in enumerate(items, start=1):
        yield item
        if count % OFTEN == 0 or count == total:
            progress(stage, count, total)
