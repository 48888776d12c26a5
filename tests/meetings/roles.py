"""Whom the acts of the room refuse: everybody but the secretariat."""

import pytest

from committee.models import Event
from committee.refusals import NotPermitted

OTHERS = pytest.mark.parametrize("who", ["amina", "ben", "chloe", "gus", "fay"])


def assert_not_theirs(act, *subject, by, **words):
    """``act`` is refused, with the reason, and leaves no trace on record."""
    before = Event.objects.count()

    with pytest.raises(NotPermitted, match=r"Only the secretariat may do this."):
        act(*subject, by=by, **words)

    assert Event.objects.count() == before


def last_event():
    """What the record says last: the act, who did it, and the facts."""
    event = Event.objects.order_by("number").last()
    return event.act, event.actor_name, event.facts
