"""What is withheld: each restricted row and, however deep, everything that stands under one."""

from django.db.models.expressions import RawSQL


def withheld(model) -> RawSQL:
    """The keys of the withheld rows of ``model`` (lines, items), for ``…__in``."""
    table = model._meta.db_table
    return RawSQL(  # noqa: S611 -- nothing of a request is in it
        f"WITH RECURSIVE withheld(id) AS (SELECT id FROM {table} WHERE restricted"  # noqa: S608
        f" UNION SELECT under.id FROM {table} under JOIN withheld ON under.parent_id = withheld.id)"
        " SELECT id FROM withheld",
        [],
    )
