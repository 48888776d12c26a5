"""python -m tests.reliability.one R10 small, in an environment made by check.py."""

import sys
import traceback
from importlib import import_module

import django

from tests.reliability.result import Result


def main(name: str, size: str) -> int:
    django.setup()
    from tests.reliability.site import Site  # noqa: PLC0415 -- Django must be set up first

    module = None
    site = Site()
    try:
        module = import_module(f"tests.reliability.{name.lower()}")
        site.begin()
        result = module.run(site, size)
    except Exception as crash:
        traceback.print_exc()
        target = getattr(module, "TARGET", 1)
        what = getattr(module, "WHAT", "could not be read")
        words = " ".join(str(crash).split())[:300]
        result = Result(0, target, f"{what}: crashed, {type(crash).__name__} {words}", ok=False)
    finally:
        site.end()
    if not result.holds:
        sys.stderr.write(site.last_words())
    print(result.line(name), flush=True)  # noqa: T201 -- what this program is for
    return 0 if result.holds else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
