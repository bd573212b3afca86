# The commands of the house. `just` lists them; each line can be typed by hand.

_list:
    @just --list --unsorted

# install what the program and its tests need
setup:
    uv sync

# format, and mend what can be mended
format:
    uv run ruff format
    uv run ruff check --fix

# format, lint and types, changing nothing
check:
    uv run ruff format --check
    uv run ruff check
    uv run mypy

# some test files on one core: just fast tests/test_votes.py -x
fast *files:
    uv run pytest -q -n 0 {{ files }}

# all tests, on all cores
test:
    uv run pytest

# build demo.db from the examples, and ask it some questions
demo:
    uv run smo demo

# write the answers whose name fits a pattern: just frozen /tmp/now 'why 2024*'
frozen folder pattern='*':
    uv run python -m tests.frozen '{{ folder }}' '{{ pattern }}'

# write the pages of refusals, findings and mistakes from their examples
catalogue:
    uv run python -m examples.make_catalogue

# write into the README and the guides what their commands print
guides:
    uv run python -m examples.make_guides

# write docs/LAW.md: which file decides which article
law:
    uv run python -m examples.make_law

# measure, against the figures of benchmarks/RESULTS.md
bench *options:
    uv run python benchmarks/run.py {{ options }}

# bring the French catalogue up to date, and compile it
messages:
    #!/usr/bin/env bash
    set -euo pipefail
    pot="$(mktemp)"
    click="$(uv run python -c 'import click; print(*click.__path__)')"
    uv run pybabel extract -k translate -k ntranslate:1,2 --no-location --sort-output \
        -o "$pot" cli.py ledger projections commands presentation terminal "$click"
    uv run pybabel update -D smo -d ledger/locale -i "$pot" \
        --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width 88
    uv run pybabel compile -D smo -d ledger/locale
    rm "$pot"
