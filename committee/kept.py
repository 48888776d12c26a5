"""Finished pages, kept in this process while what they are made of stays the same."""

from collections import OrderedDict
from threading import Lock

from django.utils import timezone

from committee.models import Event


class Kept:
    """The ``room`` values that were used last, by key; safe among threads."""

    def __init__(self, room: int):
        self._room, self._values, self._lock = room, OrderedDict(), Lock()

    def get(self, key):
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
            return self._values.get(key)

    def put(self, key, value) -> None:
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > self._room:
                self._values.popitem(last=False)

    def clear(self) -> None:
        with self._lock:
            self._values.clear()


PAGES = Kept(room=64)


def record_stands_at() -> tuple:
    """Today, and the hash of the last act: while they stay, nothing on record has changed.

    The hash, for a number may come again when a backup is put in place under a running process.
    """
    last = Event.objects.order_by("-number").values_list("hash", flat=True).first()
    return timezone.localdate(), last
