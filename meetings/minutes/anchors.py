"""Addresses inside the minutes: each once, readable, and the same when rendered again."""

from django.utils.text import slugify


class Anchors:
    """Gives out ids that do not repeat within one document."""

    def __init__(self):
        self._given: dict[str, int] = {}

    def give(self, kind: str, name: str) -> str:
        """``item-3a-3b`` for kind "item" and name "3a & 3b"; the second such ends in ``_2``."""
        anchor = f"{kind}-{slugify(name)[:40].strip('-') or 'x'}"
        turn = self._given[anchor] = self._given.get(anchor, 0) + 1
        return anchor if turn == 1 else f"{anchor}_{turn}"
