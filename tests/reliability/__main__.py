"""python -m tests.reliability [small|full] [R10 R14 …]"""

import os
import sys

from tests.reliability.check import check, names


def main(words: list[str]) -> int:
    size = os.environ.get("SIZE") or "full"
    wanted = [word.upper() for word in words]
    if size not in {"small", "full"}:
        sys.stderr.write(f"SIZE is small or full, not {size}.\n")
        return 2
    if unknown := sorted(set(wanted) - set(names())):
        sys.stderr.write(f"There is no check {', '.join(unknown)}: choose from {_list()}.\n")
        return 2
    held = []
    for name in wanted or names():
        done = check(name, size)
        print(done.line, flush=True)  # noqa: T201 -- what this command is for
        held.append(done.holds)
    return 0 if held and all(held) else 1


def _list() -> str:
    return ", ".join(names()) or "none yet"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
