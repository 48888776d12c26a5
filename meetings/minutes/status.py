"""How far a version of the minutes has come, in words for readers."""

from django.utils import timezone


def status_of(version) -> dict:
    """The words of page and PDF about the state of ``version``: draft, or approved when."""
    name = f"Version {version.number}"
    if version.approved_at is not None:
        at = day(version.approved_at)
        approved, short = f"approved by {version.approved_by} on {at}", f"approved {at}"
        if version.approved_in_id:
            approved = short = f"approved at the meeting {version.approved_in.on_the}"
        if version.approved_by.is_clock:  # it came from a record that had been published before
            approved = short = f"taken from the published record on {at}"
        return {"is_draft": False, "line": f"{name}, {approved}", "running": f"{name}, {short}"}
    issued = f"issued on {day(version.issued_at)}" if version.issued_at else "being drafted"
    return {
        "is_draft": True,
        "line": f"Draft of version {version.number}, {issued}, not yet approved",
        "running": f"Draft of version {version.number}, {issued}. Not approved",
    }


def day(at) -> str:
    """The day of ``at`` as the committee writes it, in its own time: 8 February 2023."""
    local = timezone.localtime(at)
    return f"{local.day} {local:%B %Y}"
