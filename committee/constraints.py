"""Database rules in the words of the domain."""

from django.db.models import CheckConstraint, Q


def _all(fields, *, null):
    return Q(**{f"{field}__isnull": null for field in fields})


def one_of(field, choices, *, name):
    """``field`` holds one of ``choices`` (or is null): Django alone does not ask the database."""
    return CheckConstraint(condition=Q(**{f"{field}__in": choices.values}), name=name)


def together(*fields, name):
    """Every one of ``fields`` is set, or none is: who and when are one fact."""
    return CheckConstraint(condition=_all(fields, null=True) | _all(fields, null=False), name=name)


def needs(states, *fields, name):
    """A row in one of ``states`` has all of ``fields``; a row in another has none."""
    inside = Q(state__in=states) & _all(fields, null=False)
    outside = ~Q(state__in=states) & _all(fields, null=True)
    return CheckConstraint(condition=inside | outside, name=name)


def has_once(states, *fields, name):
    """A row in one of ``states`` has all of ``fields``; in another it may have them or not."""
    return CheckConstraint(condition=~Q(state__in=states) | _all(fields, null=False), name=name)
