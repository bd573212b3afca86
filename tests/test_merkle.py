"""The tree of RFC 9162: its published vectors, and a naive tree to compare with."""

from collections.abc import Sequence
from hashlib import sha256

import pytest

from ledger.proof.merkle import (
    EMPTY_ROOT,
    HASH_SIZE,
    Frontier,
    Node,
    consistency_proof,
    inclusion_proof,
    is_consistent,
    leaf_hash,
    node_hash,
    root,
    root_from_inclusion,
)

SIZES = range(1, 34)

# The leaves and heads that the Certificate Transparency project publishes for RFC 6962.
PUBLISHED_LEAVES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
PUBLISHED_ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def naive(leaves: Sequence[bytes]) -> bytes:
    """Hash a tree as section 2.1.1 defines it, with nothing kept."""
    if len(leaves) < 2:
        return leaf_hash(leaves[0]) if leaves else sha256().digest()
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return node_hash(naive(leaves[:half]), naive(leaves[half:]))


def grown(leaves: Sequence[bytes]) -> tuple[Frontier, Node]:
    """Grow a tree as the ledger does, and read it as the ledger does."""
    edge = Frontier()
    rows = [edge.append(leaf_hash(leaf)) for leaf in leaves]

    def node(level: int, number: int) -> bytes:
        row = rows[((number + 1) << level) - 1]
        return row[level * HASH_SIZE : (level + 1) * HASH_SIZE]

    return edge, node


def leaves_of(size: int) -> list[bytes]:
    return [b"leaf %d" % number for number in range(size)]


def test_the_published_heads_of_rfc_6962() -> None:
    for size, published in enumerate(PUBLISHED_ROOTS, start=1):
        edge, node = grown(PUBLISHED_LEAVES[:size])
        assert edge.root().hex() == root(size, node).hex() == published


def test_the_published_paths_of_rfc_6962() -> None:
    _edge, node = grown(PUBLISHED_LEAVES)
    assert [step.hex() for step in inclusion_proof(0, 8, node)] == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]
    assert [step.hex() for step in consistency_proof(1, 8, node)] == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]
    assert [step.hex() for step in consistency_proof(6, 8, node)] == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


def test_the_empty_tree_has_the_hash_of_nothing() -> None:
    assert Frontier().root() == EMPTY_ROOT == sha256(b"").digest()


@pytest.mark.parametrize("size", SIZES)
def test_a_head_is_that_of_the_definition(size: int) -> None:
    edge, node = grown(leaves_of(size))
    assert edge.root() == root(size, node) == naive(leaves_of(size))


@pytest.mark.parametrize("size", SIZES)
def test_leaves_added_together_grow_the_tree_as_one_by_one(size: int) -> None:
    leaves = [leaf_hash(leaf) for leaf in leaves_of(size)]
    alone = Frontier()
    rows = [alone.append(leaf) for leaf in leaves]
    for first in range(size + 1):
        for second in (first, (first + size) // 2, size):
            together = Frontier()
            parts = leaves[:first], leaves[first:second], leaves[second:]
            found = [row for part in parts for row in together.extend(part)]
            assert found == rows
            assert (together.size, together.hashes) == (alone.size, alone.hashes)


@pytest.mark.parametrize("size", SIZES)
def test_a_leaf_is_proven_where_it_is_and_nowhere_else(size: int) -> None:
    leaves = leaves_of(size)
    _edge, node = grown(leaves)
    for index, leaf in enumerate(leaves):
        proof = inclusion_proof(index, size, node)
        found = [
            root_from_inclusion(leaf_hash(leaf), place, size, proof) == naive(leaves)
            for place in range(-1, size + 2)
        ]
        assert found.index(True) == index + 1
        assert sum(found) == 1


@pytest.mark.parametrize("size", SIZES)
def test_an_altered_proof_of_inclusion_fails(size: int) -> None:
    leaves = leaves_of(size)
    _edge, node = grown(leaves)
    for index, leaf in enumerate(leaves):
        proof = inclusion_proof(index, size, node)
        for altered in alterations(proof):
            found = root_from_inclusion(leaf_hash(leaf), index, size, altered)
            assert found != naive(leaves)
        assert root_from_inclusion(leaf_hash(b"x"), index, size, proof) != naive(leaves)
        # A node passed off as a leaf: this is why the two are hashed differently.
        assert root_from_inclusion(sha256(leaf).digest(), index, size, proof) != naive(
            leaves
        )


@pytest.mark.parametrize("size", SIZES)
def test_a_tree_is_consistent_with_all_its_beginnings_and_no_others(size: int) -> None:
    leaves = leaves_of(size)
    _edge, node = grown(leaves)
    new = (size, naive(leaves))
    for old_size in range(1, size + 1):
        proof = consistency_proof(old_size, size, node)
        old = (old_size, naive(leaves[:old_size]))
        assert is_consistent(old, new, proof)
        assert not is_consistent((old_size, naive([*leaves[:-1], b"x"])), new, proof)
        assert not is_consistent(old, (size, naive([b"x", *leaves[1:]])), proof)
        for altered in alterations(proof):
            assert not is_consistent(old, new, altered)
    assert not is_consistent((0, EMPTY_ROOT), new, [])
    assert not is_consistent((size + 1, naive(leaves)), new, [])


@pytest.mark.parametrize("size", SIZES)
def test_a_proof_reads_few_nodes(size: int) -> None:
    _edge, node = grown(leaves_of(size))
    read: list[tuple[int, int]] = []

    def counted(level: int, number: int) -> bytes:
        read.append((level, number))
        return node(level, number)

    for index in range(size):
        inclusion_proof(index, size, counted)
        assert len(read) <= 2 * size.bit_length()
        read.clear()


def test_there_is_no_proof_of_what_is_not_there() -> None:
    _edge, node = grown(leaves_of(3))
    for index in (-1, 3):
        with pytest.raises(IndexError):
            inclusion_proof(index, 3, node)
    for old in (0, 4):
        with pytest.raises(IndexError):
            consistency_proof(old, 3, node)


def alterations(proof: list[bytes]) -> list[list[bytes]]:
    """Flip a bit of each step, drop each, double the last, add one, swap two."""
    altered = [[*proof, b"\x00" * HASH_SIZE]]
    for number, step in enumerate(proof):
        flipped = bytes([step[0] ^ 1]) + step[1:]
        altered.append([*proof[:number], flipped, *proof[number + 1 :]])
        altered.append(proof[:number] + proof[number + 1 :])
    if len(proof) > 1:
        altered.append([proof[1], proof[0], *proof[2:]])
    return altered
