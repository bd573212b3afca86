"""`smo record TYPE`: an act of one decision, given by options.

The options are made from the fields of the type, and of the act around it.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
import msgspec

from commands.candidates import gather_acts
from ledger.acts.checking import explained
from ledger.acts.decoding import ACT_FIELDS
from ledger.acts.problems import (
    Found,
    Keys,
    MalformedFileError,
    Problem,
)
from ledger.acts.shapes import hints_of, is_list, is_text
from ledger.error_texts import reason_of
from ledger.events.catalogue import DECISIONS
from ledger.events.registration import ActRegistered
from ledger.language import N_
from ledger.language import translate as _
from ledger.votes import ReportedVote
from terminal.context import Context
from terminal.importing import STRICT, How, record_and_tell
from terminal.localized import LocalizedCommand, LocalizedGroup, LocalizedOption

Target = tuple[str, str]
"""Where an option's value goes: to the `act` or the `decision`, and to which field."""


class RecordGroup(LocalizedGroup):
    """One subcommand for each type of decision."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the types of the catalogue."""
        return list(DECISIONS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Make the subcommand of a type from its fields."""
        return _command(cmd_name) if cmd_name in DECISIONS else None

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """List the types without making their commands."""
        with formatter.section(_("Types of decision")):
            formatter.write("".join(f"  {name}\n" for name in DECISIONS))


command = RecordGroup(
    "record",
    help=N_(
        "Record an act of one decision of TYPE. «smo record TYPE --help» lists its "
        "options; nested values are written as JSON."
    ),
    subcommand_metavar="TYPE [OPTIONS]...",
)


def _command(name: str) -> click.Command:
    targets = _targets(name)
    hints = _hints(name)
    required = {"act"} | {
        field.encode_name
        for field in msgspec.structs.fields(DECISIONS[name])
        if field.required
    }
    options: list[click.Parameter] = [
        LocalizedOption(
            [_option_name(key), key],
            required=key in required,
            metavar="VALUE",
            help=explained(hints[target[0]][target[1]]),
        )
        for key, target in targets.items()
    ]

    options.append(LocalizedOption(["--strict"], is_flag=True, help=STRICT))

    def run(*, strict: bool, **given: str | None) -> None:
        context = click.get_current_context().find_object(Context)
        assert context is not None, "the group makes one"
        act = _act(name, targets, given)
        _record(context, act, targets, How(strict=strict))

    return LocalizedCommand(
        name,
        params=options,
        callback=run,
        help=N_("Record an act that takes this one decision."),
    )


def _targets(name: str) -> dict[str, Target]:
    """Tell where each option's value goes; a field both have is the decision's.

    The act's field of the same name has `act-` before it: `--act-session`. An act
    recorded here is recorded under the edition of this program.
    """
    targets: dict[str, Target] = {"act": ("act", "act")}
    decision = hints_of(DECISIONS[name])
    targets |= {field: ("decision", field) for field in decision}
    for field in ACT_FIELDS:
        if field not in {"act", "decisions", "edition"}:
            targets[f"act_{field}" if field in decision else field] = ("act", field)
    return targets


def _hints(name: str) -> dict[str, dict[str, Any]]:
    return {
        "act": {**hints_of(ActRegistered), "vote": ReportedVote},
        "decision": hints_of(DECISIONS[name]),
    }


def _option_name(key: str) -> str:
    return f"--{key.replace('_', '-')}"


def _act(
    name: str, targets: dict[str, Target], given: dict[str, str | None]
) -> dict[str, Any]:
    """Put together the act that the options tell."""
    act: dict[str, Any] = {}
    decision: dict[str, Any] = {"type": name}
    hints = _hints(name)
    for key, text in given.items():
        if text is not None:
            owner, field = targets[key]
            value = _value(_option_name(key), text, hints[owner][field])
            (act if owner == "act" else decision)[field] = value
    return act | {"decisions": [decision]}


def _record(
    context: Context, act: dict[str, Any], targets: dict[str, Target], how: How
) -> None:
    def place(_file: Path, found: Iterable[Found]) -> list[Problem]:
        return [
            Problem(_place_of(mistake.keys, targets), mistake.error)
            for mistake in found
        ]

    gathered = gather_acts([act], Path.cwd() / "record", place=place)
    record_and_tell(context, gathered, how)


def _value(option: str, text: str, hint: Any) -> Any:
    """Read a nested value as JSON, anything else as text; a list may have one item."""
    value: Any = text
    if text.startswith(("[", "{")) and not is_text(hint):
        try:
            value = json.loads(text, parse_float=str, parse_int=str)
        except json.JSONDecodeError as error:
            malformed = MalformedFileError(format="JSON", reason=reason_of(error))
            raise click.BadParameter(str(malformed), param_hint=option) from error
    if is_list(hint) and not isinstance(value, list):
        value = [value]
    return value


def _place_of(keys: Keys, targets: dict[str, Target]) -> str:
    """Name the option a mistake is in; keys begin with the number of the act."""
    inner = keys[1:]
    if inner[:1] == ("decisions",):
        owner, field = "decision", inner[2] if len(inner) > 2 else None  # noqa: PLR2004
    else:
        owner, field = "act", inner[0] if inner else None
    for key, target in targets.items():
        if target == (owner, field):
            return _option_name(key)
    return str(field or owner)
