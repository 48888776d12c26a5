"""What is closed to one reader though their colleagues may read it."""

from django.conf import settings
from django.utils.module_loading import import_string


def open_to(rows, person):
    """``rows`` without those that are closed to ``person`` (settings.CLOSED_TO, by model).

    Nobody (None) is not a reader: nothing is closed to whoever makes a document for all.
    """
    if person is None:
        return rows
    model = rows.model._meta.label_lower
    for name in settings.CLOSED_TO:
        closed_to = import_string(name).get(model)
        if closed := closed_to and closed_to(person):
            rows = rows.exclude(closed)
    return rows
