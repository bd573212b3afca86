"""Find the line of a value in an acts file. Asked only once there is an error."""

from collections.abc import Iterable
from pathlib import Path

import yaml

from ledger.acts.problems import Found, Keys, Problem
from ledger.acts.reading import compose, problem_at, read_text


def locate(path: Path, found: Iterable[Found]) -> list[Problem]:
    """Give each mistake of a file its line, and quote it; in the order of lines."""
    text = read_text(path)
    try:
        root = compose(text)
    except (yaml.YAMLError, RecursionError):  # JSON with tabs, which YAML forbids
        root = None
    problems = [
        problem_at(path, text, _line(root, mistake.keys), mistake.error)
        for mistake in found
    ]
    return sorted(problems, key=lambda problem: problem.order)


def _line(node: yaml.Node | None, keys: Keys) -> int:
    """Walk down to the last key there is; a mapping's key gives the line."""
    if node is None:
        return 1
    line = node.start_mark.line
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            pair = next((pair for pair in node.value if pair[0].value == key), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int):
            node = node.value[key]
            line = node.start_mark.line
        else:
            break
    return int(line) + 1
