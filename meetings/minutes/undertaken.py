"""What presenters undertook at a meeting, as far as its minutes may say it."""

from meetings.models import LedgerLink, Meeting, Telling
from meetings.told_lines import in_secret


def undertaken_at(meeting: Meeting, redaction) -> list[dict]:
    """Each undertaking with the line that made it; nothing of lines that are withheld."""
    links = LedgerLink.objects.filter(entry__item__meeting=meeting, telling=Telling.UNDERTAKES)
    links = links.exclude(in_secret()).select_related("entry", "recommendation")
    links = links.prefetch_related("recommendation__papers")
    return [_told(link.entry, link.recommendation, redaction) for link in links]


def _told(entry, undertaking, redaction) -> dict:
    due = undertaking.due
    to = f"To {undertaking.get_addressee_display()}"
    papers = [one.pk for one in undertaking.papers.all() if one.pk not in redaction.papers]
    return {
        "ref": undertaking.label,
        "text": undertaking.text,
        "to": f"{to}, due {due}" if due else to,
        "papers": papers,
        "p": entry.paragraph,
        "anchor": "minutes",
    }
