"""How far a version of the minutes has come, in words for readers."""

from django.utils import timezone

from meetings.states import MinutesState


def status_of(version) -> dict:
    """The words of page and PDF about the state of ``version``: draft, or approved when."""
    name = f"Version {version.number}"
    if version.approved_at is not None:
        approved = f"approved by {version.approved_by} on {day(version.approved_at)}"
        return {
            "is_draft": False,
            "line": f"{name}, {approved}",
            "running": f"{name}, approved {day(version.approved_at)}",
            "approved_on": day(version.approved_at),
            "approved_by": str(version.approved_by),
        }
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


def is_public(version) -> bool:
    return version.state == MinutesState.PUBLISHED
