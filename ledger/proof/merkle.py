"""The Merkle tree of RFC 9162 (RFC 6962): heads, inclusion and consistency proofs.

A node is named by its level and its number there: node (level, number) stands over the
leaves from number × 2^level on, 2^level of them. Only such full nodes are ever stored;
the ragged edge of a tree is put together from them, in O(log n) steps.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from itertools import count
from typing import TypeAlias

Node: TypeAlias = Callable[[int, int], bytes]
"""Gives the hash of the full node at a level and a number."""

HASH_SIZE = 32
EMPTY_ROOT = sha256().digest()


def leaf_hash(data: bytes) -> bytes:
    """Hash what a leaf stands for (RFC 9162, section 2.1.1)."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two nodes into the one above them."""
    return sha256(b"\x01" + left + right).digest()


def levels_completed(size: int) -> int:
    """Tell how many full nodes the last leaf of a tree of this size completed.

    >>> [levels_completed(size) for size in (1, 2, 3, 4, 8)]
    [1, 2, 1, 3, 4]
    """
    return (size & -size).bit_length()


def peaks(size: int) -> list[tuple[int, int]]:
    """Name the full nodes a tree of this size is made of, the greatest first.

    >>> peaks(6)
    [(2, 0), (1, 2)]
    """
    return [(level, (size >> level) - 1) for level in _levels(size)]


def _levels(size: int) -> list[int]:
    """List the levels of the peaks of a tree of this size, the highest first."""
    return [level for level in reversed(range(size.bit_length())) if size >> level & 1]


class Frontier:
    """The right edge of a tree: all that is needed to grow it, log n hashes."""

    def __init__(self, size: int = 0, hashes: Iterable[bytes] = ()) -> None:
        """Take up a tree of this size, with the hashes of its peaks."""
        self.size = size
        self._hashes = list(hashes)
        assert len(self._hashes) == size.bit_count(), "one hash for every peak"

    @property
    def hashes(self) -> tuple[bytes, ...]:
        """Give the hashes of its peaks."""
        return tuple(self._hashes)

    def append(self, leaf: bytes) -> bytes:
        """Add a leaf, and give the nodes it completed, the leaf itself first."""
        return self.extend((leaf,))[0]

    def extend(self, leaves: Sequence[bytes]) -> list[bytes]:
        """Add leaves, and give for each the nodes it completed, the leaf itself first.

        The tree grows level by level: what is left over on one waits at the edge.
        """
        completed, made, number = list(leaves), list(leaves), self.size
        waiting = dict(zip(_levels(self.size), self._hashes, strict=True))
        for level in count(1):
            if number & 1:
                made.insert(0, waiting.pop(level - 1))
                number -= 1
            if len(made) & 1:
                waiting[level - 1] = made.pop()
            if not made:
                break
            made = list(map(node_hash, made[::2], made[1::2]))
            number >>= 1
            first = ((number + 1) << level) - self.size - 1
            for place, node in zip(count(first, 1 << level), made):
                completed[place] += node
        self._hashes = [waiting[level] for level in sorted(waiting, reverse=True)]
        self.size += len(leaves)
        return completed

    def root(self) -> bytes:
        """Give the head of the tree as it is now."""
        return _folded(self._hashes)


def root(size: int, node: Node) -> bytes:
    """Give the head of the tree over the first `size` leaves."""
    return _folded([node(level, number) for level, number in peaks(size)])


def inclusion_proof(index: int, size: int, node: Node) -> list[bytes]:
    """Prove that a leaf is in the tree of this size (section 2.1.3.1).

    Raises:
        IndexError: there is no such leaf.
    """
    if not 0 <= index < size:
        msg = f"a tree of {size} leaves has none at {index}"
        raise IndexError(msg)
    path: list[bytes] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            path.append(_hash_of(middle, end, node))
            end = middle
        else:
            path.append(_hash_of(start, middle, node))
            start = middle
    return path[::-1]


def consistency_proof(old: int, new: int, node: Node) -> list[bytes]:
    """Prove that the tree of the old size begins that of the new (section 2.1.4.1).

    Raises:
        IndexError: the old tree is empty, or greater than the new.
    """
    if not 0 < old <= new:
        msg = f"a tree of {new} leaves does not begin with one of {old}"
        raise IndexError(msg)
    path: list[bytes] = []
    start, end, is_whole = 0, new, True
    while old < end:
        middle = start + _split(end - start)
        if old <= middle:
            path.append(_hash_of(middle, end, node))
            end = middle
        else:
            path.append(_hash_of(start, middle, node))
            start, is_whole = middle, False
    if not is_whole:
        path.append(_hash_of(start, end, node))
    return path[::-1]


def root_from_inclusion(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes]
) -> bytes | None:
    """Give the head a proof of inclusion leads to; None if it fits no such tree.

    Section 2.1.3.2.
    """
    if not 0 <= index < size:
        return None
    number, last, found = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return None
        if number & 1 or number == last:
            found = node_hash(step, found)
            while not number & 1 and number:
                number >>= 1
                last >>= 1
        else:
            found = node_hash(found, step)
        number >>= 1
        last >>= 1
    return found if last == 0 else None


def is_consistent(
    old: tuple[int, bytes], new: tuple[int, bytes], proof: Sequence[bytes]
) -> bool:
    """Tell whether a proof leads from the old size and head to the new (2.1.4.2)."""
    (old_size, old_root), (new_size, new_root) = old, new
    if not 0 < old_size <= new_size:
        return False
    if old_size == new_size:
        return not proof and old_root == new_root
    steps = list(proof)
    if old_size & (old_size - 1) == 0:
        steps.insert(0, old_root)
    if not steps:
        return False
    number, last = old_size - 1, new_size - 1
    while number & 1:
        number >>= 1
        last >>= 1
    found_old = found_new = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if number & 1 or number == last:
            found_old = node_hash(step, found_old)
            found_new = node_hash(step, found_new)
            while not number & 1 and number:
                number >>= 1
                last >>= 1
        else:
            found_new = node_hash(found_new, step)
        number >>= 1
        last >>= 1
    return last == 0 and (found_old, found_new) == (old_root, new_root)


def _split(size: int) -> int:
    """Give the greatest power of two below a size of at least two."""
    return 1 << ((size - 1).bit_length() - 1)


def _hash_of(start: int, end: int, node: Node) -> bytes:
    """Hash the leaves from a start that fits a full node of that size, or more."""
    found = []
    for level, number in peaks(end - start):
        found.append(node(level, number + (start >> level)))
    return _folded(found)


def _folded(hashes: Sequence[bytes]) -> bytes:
    """Put peaks together from the right; the empty tree has a head of its own."""
    if not hashes:
        return EMPTY_ROOT
    *others, folded = hashes
    for left in reversed(others):
        folded = node_hash(left, folded)
    return folded
