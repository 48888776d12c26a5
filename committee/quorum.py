"""Quorum, as arithmetic: numbers in, an answer out, no database."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil


@dataclass(frozen=True)
class Quorum:
    """How many voting members must be present, of how many appointed.

    ``share`` is a Fraction: ceil(100 * 0.07) is 8, ceil(100 * Fraction(7, 100)) is 7.
    """

    share: Fraction
    at_least: int

    def of(self, appointed: int) -> int:
        """The number needed when ``appointed`` members hold office."""
        return max(self.at_least, ceil(appointed * self.share))
