"""Records of our own, and the real ones where this machine has them."""

from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).parent
REAL = Path(__file__).parents[2].parent / "shared" / "records"
OWN = sorted(HERE.glob("*.yaml"))


def real(name: str) -> bytes:
    """A real record; without ../shared the test is skipped, saying so."""
    if not REAL.exists():
        pytest.skip("the real meeting records (../shared/records) are not on this machine")
    return (REAL / f"{name}.yaml").read_bytes()


def own(name: str) -> bytes:
    return (HERE / f"{name}.yaml").read_bytes()


def changed(raw: bytes, change) -> bytes:
    """``raw`` after ``change`` did something to its values."""
    data = yaml.safe_load(raw)
    change(data)
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()
