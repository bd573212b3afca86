"""A proof as a text: written in one way only, and read in no other (docs/proof.md)."""

import re
from collections.abc import Iterable

import msgspec

from ledger.errors import LedgerError
from ledger.language import N_
from ledger.language import translate as _
from ledger.proof.merkle import HASH_SIZE
from ledger.storage.entry import StoredEntry

FIRST_LINE = "smo-proof 1"
LAST_LINE = "end"
OF_AN_ACT = "act "
"""So begins the question of a proof that shows entries, and derives nothing."""

_POSITION = re.compile(r"[1-9][0-9]{0,17}")
_HASH = re.compile(rf"[0-9a-f]{{{2 * HASH_SIZE}}}")
_RULES = re.compile(r"smo-ledger [0-9A-Za-z.]+")


class MalformedProofError(LedgerError):
    """A text is no proof: which line, and what is wrong with it."""

    sentence = N_("Line {line} of the proof: {reason}")


class Proven(msgspec.Struct, frozen=True):
    """An entry, and the hashes that lead from it to the head of the tree.

    `line` is where it begins in the text it was read from.
    """

    entry: StoredEntry
    proof: tuple[bytes, ...]
    line: int = 0


class ProofFile(msgspec.Struct, frozen=True):
    """All that a proof says. `checkpoint` is a signed note, `rules` name a program."""

    question: str
    known_at: int
    rules: str
    checkpoint: str
    entries: tuple[Proven, ...]
    answer: str
    checkpoint_line: int = 0
    answer_line: int = 0

    @property
    def act(self) -> str | None:
        """Tell which act it is a proof of; None where it is of an answer."""
        if not self.question.startswith(OF_AN_ACT):
            return None
        return self.question.removeprefix(OF_AN_ACT)

    def __str__(self) -> str:
        """Write the proof."""
        heads = (
            FIRST_LINE,
            f"question {self.question}",
            f"known-at #{self.known_at}",
            f"rules {self.rules}",
        )
        blocks = (
            "\n".join(heads),
            f"checkpoint\n{_quoted(self.checkpoint.removesuffix(chr(10)))}",
            *map(_entry_block, self.entries),
            f"answer\n{_quoted(self.answer)}",
            LAST_LINE,
        )
        return "\n\n".join(blocks) + "\n"


def read_proof(text: str) -> ProofFile:
    """Read a proof; every line must be as `str` of one writes it.

    Raises:
        MalformedProofError: it is none.
    """
    lines = _Lines(text)
    lines.exactly(FIRST_LINE)
    question = lines.value("question")
    known_at = lines.position("known-at", "#")
    rules = lines.value("rules")
    if not _RULES.fullmatch(rules):
        raise lines.wrong(_("it names no program and version"))
    lines.exactly("")
    checkpoint_line = lines.next_number
    lines.exactly("checkpoint")
    checkpoint = lines.quoted()
    entries = [_read_entry(lines)]
    while lines.next != "answer":
        entries.append(_read_entry(lines))
        if entries[-1].entry.position <= entries[-2].entry.position:
            number = entries[-1].line
            reason = _("the entries do not stand in the order of their positions")
            raise MalformedProofError(line=number, reason=reason)
    answer_line = lines.next_number
    lines.exactly("answer")
    answer = lines.quoted()
    lines.exactly(LAST_LINE)
    lines.ended()
    return ProofFile(
        question=question,
        known_at=known_at,
        rules=rules,
        checkpoint=f"{checkpoint}\n",
        entries=tuple(entries),
        answer=answer,
        checkpoint_line=checkpoint_line,
        answer_line=answer_line,
    )


class _Lines:
    """The lines of a text, taken one after the other; none is ever passed over."""

    def __init__(self, text: str) -> None:
        # Only a line feed ends a line: stored texts may hold every other mark.
        self._lines = text.split("\n")
        self._taken = 0

    @property
    def next(self) -> str | None:
        """Show the next line, None after the last."""
        is_over = self._taken == len(self._lines)
        return None if is_over else self._lines[self._taken]

    @property
    def next_number(self) -> int:
        return self._taken + 1

    def take(self) -> str:
        found = self.next
        self._taken += 1
        if found is None:
            raise self.wrong(_("the text ends before the proof does"))
        return found

    def exactly(self, line: str) -> None:
        if self.take() != line:
            reason = _("«{line}» is to stand here") if line else _("it is not empty")
            raise self.wrong(reason.format(line=line))

    def value(self, name: str) -> str:
        """Take a line that begins with a name, and give what follows it."""
        head, space, value = self.take().partition(" ")
        if head != name or not space or not value:
            reason = _("«{line}» is to stand here").format(line=f"{name} …")
            raise self.wrong(reason)
        return value

    def position(self, name: str, mark: str = "") -> int:
        found = self.value(name)
        digits = found.removeprefix(mark)
        if not (found.startswith(mark) and _POSITION.fullmatch(digits)):
            raise self.wrong(_("it names no position"))
        return int(digits)

    def text(self, name: str) -> str:
        """Take a JSON string, written as the hashed form writes it."""
        raw = self.value(name)
        try:
            found = msgspec.json.decode(raw.encode(), type=str)
            is_canonical = _json_string(found) == raw
        except (msgspec.MsgspecError, UnicodeEncodeError):
            is_canonical, found = False, ""
        if not is_canonical:
            raise self.wrong(_("it is no JSON string as it must be written"))
        return found

    def quoted(self) -> str:
        """Take a block of free text, and the empty line after it."""
        found = []
        while (line := self.take()) != "":
            is_text = line == "|" or (line.startswith("| ") and line != "| ")
            if not is_text:
                raise self.wrong(_("it belongs to no block of the proof"))
            found.append(line[2:])
        if not found:
            raise self.wrong(_("the block before it is empty"))
        return "\n".join(found)

    def ended(self) -> None:
        """Require that the last line is ended, and that nothing follows it."""
        if self.take() or self.next is not None:
            raise self.wrong(_("nothing is to follow the line «end»"))

    def wrong(self, reason: str) -> MalformedProofError:
        """Say what is wrong with the line that was taken last."""
        return MalformedProofError(line=self._taken, reason=reason)


def _read_entry(lines: _Lines) -> Proven:
    number = lines.next_number
    entry = StoredEntry(
        position=lines.position("entry"),
        recorded_at=lines.text("recorded-at"),
        recorded_by=lines.text("recorded-by"),
        type=lines.text("type"),
        tags=lines.value("tags"),
        data=lines.value("data"),
    )
    name, *hashes = lines.take().split(" ")
    if name != "proof":
        raise lines.wrong(_("«{line}» is to stand here").format(line="proof …"))
    if not all(map(_HASH.fullmatch, hashes)):
        raise lines.wrong(_("it holds what is no hash"))
    lines.exactly("")
    return Proven(entry, tuple(map(bytes.fromhex, hashes)), number)


def _entry_block(one: Proven) -> str:
    entry = one.entry
    lines = (
        f"entry {entry.position}",
        f"recorded-at {_json_string(entry.recorded_at)}",
        f"recorded-by {_json_string(entry.recorded_by)}",
        f"type {_json_string(entry.type)}",
        f"tags {entry.tags}",
        f"data {entry.data}",
        " ".join(("proof", *(step.hex() for step in one.proof))),
    )
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return "\n".join(_marked(text.split("\n")))


def _marked(lines: Iterable[str]) -> Iterable[str]:
    return (f"| {line}" if line else "|" for line in lines)


def _json_string(text: str) -> str:
    return msgspec.json.encode(text).decode()
