"""The figures of what a ledger does besides imports: look up, verify, append."""

from collections.abc import Sequence

from appends import Appends
from cold import Cold
from conditions import Conditions
from report import Row
from rereading import Rereadings


def cold_rows(found: Sequence[Cold]) -> list[Row]:
    """Tell how long annex 1 takes as a whole process, against its imports."""
    return [row for one in found for row in _cold(one)]


def _cold(found: Cold) -> list[Row]:
    at = f"at {found.entries:,} entries"
    peaks = f"{found.memory_indexed:.0f} and {found.memory_folded:.0f} MiB"
    rows = [
        Row(
            f"`smo annex 1 --json` {at}, looked up in the index",
            f"{1_000 * found.indexed:.0f} ms",
            f"{found.indexed_ratio:.2f} × its imports ({1_000 * found.imports:.0f} ms)",
        ),
        Row(
            "… derived, without an index",
            f"{found.folded:.2f} s",
            f"{found.folded_ratio:.2f} × its imports",
        ),
        Row(
            "… peak memory, looked up and derived",
            peaks,
            f"{found.memory_imports:.0f} MiB for the imports",
        ),
        Row("… `smo index`, from nothing", f"{found.index:.1f} s"),
    ]
    if found.hledger is None or found.hledger_ratio is None:
        return [*rows, Row("… `hledger balance`", "not measured", "no hledger")]
    said = f"the look-up takes {found.hledger_ratio:.2f} × that"
    asked = "… `hledger balance --end DAY`, as many transactions"
    return [*rows, Row(asked, f"{found.hledger:.2f} s", said)]


def rereading_rows(found: Sequence[Rereadings]) -> list[Row]:
    """Tell how fast everything is read again, of what a bare scan decodes."""
    return [row for one in found for row in _rereading(one)]


def _rereading(found: Rereadings) -> list[Row]:
    def speed(seconds: float) -> str:
        return f"{found.entries / seconds:,.0f} entries/s"

    first, whole = found.verify + found.first_fold, found.verify + found.fold
    return [
        Row(f"bare scan and decode of {found.entries:,} entries", speed(found.scan)),
        Row("… verify", speed(found.verify), f"{found.verify_ratio:.2f} of the scan"),
        Row("… verify, then first fold", speed(first), f"{found.first_ratio:.2f}"),
        Row("… verify, then who is a member", speed(whole), f"{found.ratio:.2f}"),
        Row(
            "… peak memory of `smo verify`",
            f"{found.memory_peak:.0f} MiB",
            f"{found.memory_before:.0f} MiB for its imports",
        ),
    ]


def append_rows(found: Sequence[Appends]) -> list[Row]:
    """Tell what one durable append takes, of the same rows inserted raw."""
    return [
        Row(
            f"one durable append at {one.entries:,} entries",
            f"{1_000 * one.append:.2f} ms",
            f"{one.ratio:.1f} × the same rows by sqlite3 ({1_000 * one.raw:.2f} ms)",
        )
        for one in found
    ]


def condition_rows(found: Conditions) -> list[Row]:
    """Tell what one conditional append takes, here and in the library's recorders."""
    measured = {
        "SQLite": found.sqlite,
        "PostgreSQL": found.postgresql,
        "the library's in memory": found.in_memory,
        "the library's on the same PostgreSQL": found.library_postgresql,
    }
    return [
        Row(
            f"one conditional append at {found.events:,} events, {name}",
            "not measured" if seconds is None else f"{1_000 * seconds:.2f} ms",
        )
        for name, seconds in measured.items()
    ]
