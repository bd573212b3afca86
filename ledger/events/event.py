"""What every stored event is: immutable, named by hand, without clock or author."""

from ledger.terms import Part


class Event(Part, frozen=True, tag_field="type"):
    """Something an act did. Stored for ever under its tag, as canonical JSON.

    Rename a class freely; never rename a tag, never reuse one, never change a default,
    and add a field only with one. `tests/golden/events.jsonl` holds one specimen of
    every tag ever written.
    """


def name_of(event: type[Event] | Event) -> str:
    """Tell the name people read and write, which is the tag without its version."""
    return stored_name_of(event).rpartition(".v")[0]


def stored_name_of(event: type[Event] | Event) -> str:
    """Tell the versioned name in storage, such as `adhesion-requested.v1`."""
    return str(event.__struct_config__.tag)
