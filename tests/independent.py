"""The page that shares no code with the product, docs/verify.py, as a module."""

from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, TypeAlias

Found: TypeAlias = list[tuple[int | None, str, str]]

PAGE = Path(__file__).parents[1] / "docs" / "verify.py"


def independent() -> Any:
    """Load the page: `check_ledger` and `check_proof` are its doors."""
    spec = spec_from_file_location("independent_verify", PAGE)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


check_ledger: Callable[..., Found] = independent().check_ledger
