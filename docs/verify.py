# fmt: off
"""Check a ledger, or a proof, from the format page alone (proof.md). Apache-2.0.

Exit 0: whole; 1: wrong, one fault a line; 2: misuse. `cryptography` checks signatures.
"""
import argparse
import hashlib
import json
import re
import sqlite3
from base64 import b64decode
from functools import reduce
from pathlib import Path
from typing import Any

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import ed25519 as ed
except ImportError:
    ed = None  # type: ignore[assignment]
# --- The texts: checkpoints (base64 in its canonical form), keys, blocks of a proof ---
NAME, NUMBER = r"[^\s+\x00-\x1f\x7f\ud800-\udfff]+", "(0|[1-9][0-9]{0,18})"
B64, END, NODE = "[A-Za-z0-9+/]", "[AEIMQUYcgkosw048]=", b"\x01"
SIGNATURE = f"— ({NAME}) ((?=(?:....)+\n){B64}{{6,}}(?:{B64}{{2}}|{END}|[AQgw]==))\n"
NOTE = f"(({NAME})\n{NUMBER}\n({B64}{{42}}{END})\n)\n((?:{SIGNATURE})+)"
KEY = rf"\A({NAME})\+([0-9a-f]{{8}})\+(A[Q-Za-f]{B64}{{42}})\s*\Z"
TEXT = r'"(?:[^"\\\x00-\x1f]|\\["\\bfnrt]|\\u00(?:0[0-7bef]|1[0-9a-f]))*"'
HEADS = rf"""smo-proof 1\nquestion (\S|\S.*\S)\nknown-at #{NUMBER}
rules smo-ledger [0-9A-Za-z.]+"""
BLOCKS = [rf"{name}((?:\n\|(?: .+)?)+)" for name in ("checkpoint", "answer")]
ENTRY = rf"""entry {NUMBER}\nrecorded-at ({TEXT})\nrecorded-by ({TEXT})\ntype ({TEXT})
tags (\[(?:{TEXT}(?:,{TEXT})*)?\])\ndata (.+)\nproof((?: [0-9a-f]{{64}})*)"""
# --- The tables: what is walked, and what finds the position and name of each fault ---
CHECKPOINTS = "SELECT number, note FROM checkpoints ORDER BY number"
ENTRIES = """SELECT position | 0, iif(typeof(hashes) = 'blob', hashes, x''),
    recorded_at, recorded_by, type, tags, data
    FROM entries LEFT JOIN tree_nodes USING (position) ORDER BY position"""
FAULTS = {
    "ledger_format": """SELECT NULL, 'is not one row with 2'
    WHERE (SELECT group_concat(quote(version)) FROM ledger_format) IS NOT '2'""",
    "tree_nodes": """SELECT position | 0, 'is of no entry' FROM tree_nodes
    WHERE position NOT IN (SELECT position FROM entries)""",
    "entry_tags": """SELECT p, 'not once as in its entry: ' || quote(tag) FROM (
    SELECT position | 0 AS p, tag, 1 + (position <> position | 0) AS n FROM entry_tags
    UNION ALL SELECT position, value, 0 FROM entries, json_each(iif(json_valid(tags),
    tags, '[]'))) GROUP BY p, tag HAVING sum(n) <> 1 OR min(n) = 1""",
    "documents": """SELECT min(p), 'not whole and named: ' || quote(name) FROM (
    SELECT sha256 AS name, NULL AS p, iif(typeof(content) = 'blob', hash(content), '') h
    FROM documents UNION ALL SELECT value, position | 0, NULL
    FROM entries AS e NOT INDEXED, json_tree(iif(json_valid(data), data, '{}'),
        iif(e.type = 'act-registered.v1', '$.documents', '$.document'))
    WHERE key = 'sha256' AND e.type IN ('act-registered.v1', 'evidence-attached.v1'))
    GROUP BY name HAVING max(h) IS NOT name OR count(p) = 0"""}
Fault = tuple[int | None, str, str]  # the position, the table, what is wrong

def sha256(*parts: bytes) -> bytes:
    """Hash the parts, one after the other."""
    return hashlib.sha256(b"".join(parts)).digest()

def leaf_hash(*entry: object) -> bytes:
    """Hash an entry in its one form."""
    form = json.dumps(entry, ensure_ascii=False, separators=(",", ":"), default=repr)
    return sha256(b"\x00", form.encode(errors="surrogatepass"))

def root_of(index: int, size: int, node: bytes, path: list[str]) -> bytes | None:
    """Climb an inclusion proof (RFC 9162, 2.1.3.2); None where its length is wrong."""
    inner = (index ^ (size - 1)).bit_length()  # above, all others stand to the left
    if index >= size or len(path) != inner + (index >> inner).bit_count():
        return None
    for level, other in enumerate(map(bytes.fromhex, path)):
        left = level >= inner or index >> level & 1
        node = sha256(NODE, other, node) if left else sha256(NODE, node, other)
    return node

def read_note(text: object, key: str | None) -> tuple[str, int, bytes, Any, list[str]]:
    """Read a checkpoint strictly: its lines, size, head, signatures; and its faults."""
    match, lines = re.fullmatch(NOTE, str(text)), re.findall(SIGNATURE, str(text))
    if not match or match[2] not in dict(lines) or len(set(lines)) < len(lines):
        return "", -1, b"", frozenset(), ["no checkpoint as it is written"]
    wrong = [] if key is None else ["not signed by the key given"]
    for name, digits, code in re.findall(KEY, key or ""):
        public = b64decode(code)[1:]
        ids = [sha256(f"{name}\n".encode(), k, public)[:4] for k in (b"\x01", b"\x04")]
        raws = [r for by, c in lines if by == name and (r := b64decode(c))[:4] in ids]
        wrong = [] if raws and digits == ids[0].hex() else wrong
        for raw in raws if ed else []:
            time = f"cosignature/v1\ntime {int.from_bytes(raw[4:12])}\n"
            skip, time = (12, time) if raw[:4] == ids[1] else (4, "")
            try:
                verifier = ed.Ed25519PublicKey.from_public_bytes(public)
                verifier.verify(raw[skip:], f"{time}{match[1]}".encode())
            except InvalidSignature:
                wrong.append(f"a signature by {name} does not verify")
    return match[1], int(match[3]), b64decode(match[4]), frozenset(lines), wrong

def rows(db: sqlite3.Connection, table: str, query: str, faults: list[Fault]) -> Any:
    """Stream what a query finds; what cannot be read is a fault."""
    try:
        yield from db.execute(query)
    except (sqlite3.Error, UnicodeError) as error:  # the message itself may be no UTF-8
        faults.append((None, table, f"cannot be read: {error}"))

def check_entries(db: Any, sizes: set[str], faults: list[Fault]) -> tuple[int, Any]:
    """Walk the entries with their tree rows; give the last, and the heads at sizes."""
    kept: dict[int, tuple[bytes, ...]] = {}  # by level, the latest node: stored, true
    heads, last, latest = {"0": sha256()}, 0, ""
    for pos, row, *entry in rows(db, "entries", ENTRIES, faults):
        try:
            "".join(json.loads(entry[3]) + entry).encode()  # a list; texts, in UTF-8
            wrong = f"not right after #{last}" * (pos != last + 1 or entry[0] < latest)
        except (ValueError, TypeError, RecursionError) as error:
            wrong = f"cannot be read: {error}"
        faults += [(n, "entries", wrong) for n in sorted({last + 1, pos}) if wrong]
        last, latest = pos, str(entry[0])
        nodes: list[tuple[bytes, ...]] = [(leaf_hash(pos, *entry),) * 2]
        for level in range((pos & -pos).bit_length() - 1):
            pairs = zip(kept.get(level, (b"", b"")), nodes[-1], strict=True)
            nodes.append(tuple(sha256(NODE, left, right) for left, right in pairs))
        if row != b"".join(due for due, _ in nodes):
            faults.append((pos, "tree_nodes", "does not fit the entry and the tree"))
        kept |= {n: (row[32 * n :][:32], true) for n, (_, true) in enumerate(nodes)}
        if str(pos) in sizes:
            tops = [true for level, (_, true) in kept.items() if pos >> level & 1]
            heads[str(pos)] = reduce(lambda node, left: sha256(NODE, left, node), tops)
    return last, heads

def check_ledger(path: str, since: str | None = None,
                 public_key: str | None = None) -> list[Fault]:
    """List all that is wrong with a ledger, and with a checkpoint handed over."""
    db = sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True)
    db.text_factory = lambda raw: raw.decode(errors="surrogateescape")
    db.create_function("hash", 1, lambda content: sha256(content).hex())
    db.execute("BEGIN")  # all that follows sees the same ledger
    faults, seen, highest = list[Fault](), dict[str, list[Any]](), -1
    texts = [*rows(db, "checkpoints", CHECKPOINTS, faults), ("given", since)]
    sizes = {line for _, text in texts for line in str(text).split("\n")[1:2]}
    end, heads = check_entries(db, sizes, faults)
    for due, (no, text) in enumerate(texts if since is not None else texts[:-1], 1):
        body, size, head, signed, wrong = read_note(text, public_key)
        older, given = seen.get(body, []), no == "given"
        more = given or (signed not in older and any(old < signed for old in older))
        wrong += [what for what, true in {
            f"stands where number {due} is due": not given and no != due,
            "the end of the ledger is gone": size > end,
            "does not fit the entries": body and heads.get(str(size)) != head,
            "is gone from the ledger": given and -1 < size < end and not older,
            "says no more": body and size <= highest and not more}.items() if true]
        faults += [(size if body else None, "checkpoints", f"{no}: {x}") for x in wrong]
        seen[body], highest = [*older, signed], max(highest, size)
    for table, query in FAULTS.items():
        faults += [(n, table, what) for n, what in rows(db, table, query, faults)]
    db.close()
    return sorted(faults, key=lambda fault: fault[0] or 0)

def check_proof(text: str, public_key: str | None = None) -> list[str]:
    """List all that is wrong with a proof, but for an answer that is derived."""
    blocks = text.split("\n\n")
    forms = [HEADS, BLOCKS[0], *[ENTRY] * max(1, len(blocks) - 4), BLOCKS[1], "end\n"]
    found = [*map(re.fullmatch, forms, blocks), None]
    if found.index(None) < len(forms) or re.search("[\r\ud800-\udfff]", text):
        return [f"block {found.index(None) + 1} is not as it is written"]
    (asked, known), (lines,), *entries, (answer,), _ = (m.groups() for m in found if m)
    note = re.sub(r"\n\| ?", "\n", lines)[1:] + "\n"
    _, size, head, _, wrong = read_note(note, public_key)
    act, position = asked.startswith("act "), 0
    due = {f"act:{asked[4:]}", f"target:{asked[4:]}"}
    wrong += ["known-at is above the size"] * (int(known) > size)
    wrong += ["an answer on an act"] * (act and answer != "\n|")
    for number, *texts, tags, data, path in entries:
        last, position = position, int(number)
        leaf = leaf_hash(position, *map(json.loads, texts), tags, data)
        wrong += [f"#{position} entry: {what}" for what, true in {
            "is out of order, or above known-at": not last < position <= int(known),
            "is not sealed": root_of(position - 1, size, leaf, path.split()) != head,
            "lacks its tag": act and due.isdisjoint(json.loads(tags))}.items() if true]
    return wrong

def main() -> int:
    """Run the command line."""
    parser, file = argparse.ArgumentParser(description=__doc__), argparse.FileType("rb")
    parser.add_argument("ledger", nargs="?", type=file)
    for option in ("--proof", "--since", "--public-key"):
        parser.add_argument(option, type=file)
    ledger, *files = vars(parser.parse_args()).values()
    proof, since, key = (f and f.read().decode(errors="surrogateescape") for f in files)
    if (ledger is None) == (proof is None) or (ledger is None and since is not None):
        parser.error("give a ledger, with or without --since, or else --proof")
    bad = check_proof(proof, key) if ledger is None else [
        f"#{'-' if n is None else n} {table}: {what}"
        for n, table, what in check_ledger(ledger.name, since, key)]
    for line in bad:
        print(" ".join(line.split()).encode("ascii", "backslashreplace").decode())
    print(("wrong", "whole")[not bad] + "; signatures not checked" * (not (key and ed)))
    if ledger is None:
        print("the answer itself is derived by smo; run smo verify --proof")
    return bool(bad)

if __name__ == "__main__":
    raise SystemExit(main())
