"""What the minute book need not remember for long."""

import datetime as dt

from meetings.models import LineOp, Whereabouts

OPS, PLACES = dt.timedelta(days=30), dt.timedelta(days=1)  # an offline page may wait weeks


def tidy(now: dt.datetime) -> None:
    """Forget what pages sent weeks ago, and where somebody was yesterday."""
    LineOp.objects.filter(at__lt=now - OPS).delete()
    Whereabouts.objects.filter(seen_at__lt=now - PLACES).delete()
