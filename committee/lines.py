"""Lines as they are read, and edits that never overwrite one another silently."""

from django.db.models import F

from committee.refusals import Refused


class Stale(Refused):
    """Somebody else changed the line meanwhile: ``line`` is as it stands, ``changes`` the edit."""

    def __init__(self, line, changes: dict):
        super().__init__("Somebody else has changed this line since you opened it.")
        self.line = line
        self.changes = changes


def revise(line, *, version: int, **changes):
    """Change ``line`` if it still is at ``version``, else raise Stale with both texts.

    One conditional UPDATE, so that of two people who save at once one is told.
    """
    rows = type(line)._base_manager.filter(pk=line.pk, version=version)
    revised = rows.update(version=F("version") + 1, **changes)
    line.refresh_from_db()
    if not revised:
        raise Stale(line, changes)
    return line


def in_order(lines) -> list:
    """``lines`` as they are read, each followed by its replies, with its ``depth`` set."""
    under = {}
    for line in sorted(lines, key=lambda line: (line.position, line.pk)):
        under.setdefault(line.parent_id, []).append(line)
    return list(_walk(under, None, 0))


def _walk(under, parent_id, depth):
    for line in under.get(parent_id, []):
        line.depth = depth
        yield line
        yield from _walk(under, line.pk, depth + 1)
