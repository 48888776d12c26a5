"""What a document says that encloses files: with a leaf for each page of each of them.

``snapshot["enclosures"]`` holds, frozen at the order, what is enclosed: each has ``files``, and
these a name and the SHA-256 under which the file is stored. What is known of a file only once
it is read (its pages, their sizes, or why there are none) is found here, as the document is made.
"""

import json
from collections.abc import Callable
from copy import deepcopy

from committee import child, storage
from committee.harmless import harmless

MOST_PAGES, MOST_BYTES = 600, 150 << 20  # of all files together
SMALLEST = 283.0  # points, 10 cm: on less the words in the foot have no room


def read_enclosures(snapshot: dict, *, while_waiting: Callable[[], bool]) -> tuple[dict, list]:
    """``snapshot`` with leaves, and the harmless files: each with the name of its first leaf.

    A file that cannot be bound gets a sentence in its place; the document is made without it.
    """
    said, bound, shapes, pages, size = deepcopy(snapshot), [], {}, 0, 0
    files = [file for enclosed in said["enclosures"] for file in enclosed["files"]]
    files = [file for file in files if "fault" not in file]  # named in their place, not bound
    for number, file in enumerate(files, start=1):
        file["id"] = f"file-{number}"
        facts, content = _read(
            file["sha256"], pages=MOST_PAGES - pages, size=MOST_BYTES - size, wait=while_waiting
        )
        if "fault" in facts:
            file["fault"] = facts["fault"]
            continue
        file["leaves"] = [_leaf(n, page, shapes) for n, page in enumerate(facts["sizes"], start=1)]
        bound.append((f"{file['id']}-1", content))
        pages, size = pages + len(facts["sizes"]), size + len(content)
    return said | {"shapes": list(shapes.values())}, bound


def _read(sha256: str, *, pages: int, size: int, wait) -> tuple[dict, bytes]:
    """What is found in one file, and the file made harmless, by a child process of its own."""
    try:
        with storage.open_stored(sha256) as file:
            content = file.read(size + 1)
    except OSError:
        return {"fault": "it is missing from the store"}, b""
    if len(content) > size:
        return {"fault": "the pack would be too large with it"}, b""
    try:
        said = child.run(lambda: harmless(content, most_pages=pages), while_waiting=wait)
    except child.CannotPrint:
        return {"fault": "reading it took too much time or memory"}, b""
    facts, _, made = said.partition(b"\n")
    return json.loads(facts), made


def _leaf(number: int, size: list[float], shapes: dict) -> dict:
    """What the template needs to leave room for one page: its number, and the shape of paper."""
    width, height = (max(side, SMALLEST) for side in size)
    name = f"{width:.0f}x{height:.0f}"
    shapes.setdefault(name, {"name": name, "width": width, "height": height})
    return {"number": number, "shape": name}
