"""Edits of lines that never overwrite one another silently."""

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
