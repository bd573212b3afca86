"""How far a long command has come, told to whoever shows it."""

from collections.abc import Callable
from typing import Literal

Stage = Literal["read", "judged", "voted"]
Progress = Callable[[Stage, int, int], None]
"""Called with the stage, how many acts have passed it, and how many there are."""


def silent(_stage: Stage, _count: int, _total: int) -> None:
    """Show nothing."""
