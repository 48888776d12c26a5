import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import CommitteeName, Person
from committee.refusals import Refused


@act
def rename_committee(
    *, name: str, since: dt.date, by: Person, at: dt.datetime | None = None
) -> CommitteeName:
    """Give the committee a name from a day on; earlier minutes keep the one they have."""
    require(by, "committee.rename_committee", None)
    if CommitteeName.objects.filter(since=since).exists():
        raise Refused(f"A name in use since {since:%-d %B %Y} is entered already.")
    committee_name = CommitteeName.objects.create(name=name.strip(), since=since)
    record("committee.rename_committee", committee_name, by=by, at=at, since=since.isoformat())
    return committee_name
