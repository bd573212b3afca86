"""The documents an act names: read beside the acts file, kept whole in the ledger."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from ledger.acts.act import Act
from ledger.acts.decoding import WrongActError
from ledger.acts.fields import Document
from ledger.acts.limits import (
    LARGEST_DOCUMENT,
    HeavyDocumentError,
    TooManyBytesError,
    read_within,
)
from ledger.acts.problems import (
    Found,
    Keys,
    MissingDocumentError,
    WrongDocumentError,
)
from ledger.events.afterwards import EvidenceAttached
from ledger.events.catalogue import Decision


def keep_documents(act: Act, folder: Path) -> tuple[Act, dict[str, bytes]]:
    """Read the documents an act names, and name each by what it holds.

    A document given with its SHA-256 need not be there: the ledger may have it.

    Raises:
        WrongActError: some are missing, or are not the ones announced.
    """
    contents: dict[str, bytes] = {}
    found: list[Found] = []

    def keep(named: str | Document, keys: Keys) -> str | Document:
        try:
            document, content = _read(folder, named)
        except (HeavyDocumentError, MissingDocumentError, WrongDocumentError) as error:
            found.append(Found(keys, error))
            return named
        if content is not None:
            contents[document.sha256] = content
        return document

    def attach(decision: Decision, keys: Keys) -> Decision:
        if not isinstance(decision, EvidenceAttached):
            return decision
        document = keep(decision.document, (*keys, "document"))
        return msgspec.structs.replace(decision, document=document)

    documents = tuple(
        keep(named, ("documents", number))
        for number, named in enumerate(act.registered.documents)
    )
    decisions = tuple(
        attach(decision, ("decisions", number))
        for number, decision in enumerate(act.decisions)
    )
    if found:
        raise WrongActError(found)
    registered = msgspec.structs.replace(act.registered, documents=documents)
    return Act(registered, act.vote, decisions), contents


def documents_of(act: Act) -> Iterator[tuple[Keys, Document]]:
    """List the documents an act names, with the place where it names each."""
    for number, document in enumerate(act.registered.documents):
        if isinstance(document, Document):
            yield ("documents", number), document
    for number, decision in enumerate(act.decisions):
        if isinstance(decision, EvidenceAttached):
            document = decision.document
            if isinstance(document, Document):
                yield ("decisions", number, "document"), document


def _read(folder: Path, named: str | Document) -> tuple[Document, bytes | None]:
    """Read a document beside the acts file; None where only the ledger may have it.

    One with its SHA-256 is looked for where an export puts it, then under its name.

    Raises:
        MissingDocumentError: it is not there, or lies outside the acts file's folder.
        WrongDocumentError: it is not the one announced.
        HeavyDocumentError: it is larger than any document.
    """
    name = named if isinstance(named, str) else named.name
    exported = None if isinstance(named, str) else _content(folder, named.kept_as)
    content = _content(folder, name) if exported is None else exported
    if content is None:
        if isinstance(named, str):
            raise MissingDocumentError(name=name)
        return named, None
    found = Document(name=name, sha256=hashlib.sha256(content).hexdigest())
    if isinstance(named, Document) and named != found:
        raise WrongDocumentError(name=name, sha256=named.sha256)
    return found, content


def _content(folder: Path, name: str) -> bytes | None:
    """Read a file within the folder; None where there is none that can be read."""
    try:
        path = (folder / name).resolve()
        is_there = path.is_relative_to(folder.resolve()) and path.is_file()
        return read_within(path, LARGEST_DOCUMENT) if is_there else None
    except TooManyBytesError as error:
        raise HeavyDocumentError(name=name, **error.values) from error
    except (OSError, ValueError, RuntimeError):  # a name no file can have, a link loop
        return None
