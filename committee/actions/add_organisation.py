import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Organisation, Person
from committee.refusals import Refused


@act
def add_organisation(
    *, name: str, by: Person, at: dt.datetime | None = None, **fields
) -> Organisation:
    """Enter a body whose people submit papers, present them or receive advice."""
    require(by, "committee.add_organisation", None)
    if Organisation.objects.filter(name__iexact=name.strip()).exists():
        raise Refused(f"{name.strip()} is entered already.")
    organisation = Organisation.objects.create(name=name.strip(), **fields)
    record("committee.add_organisation", organisation, by=by, at=at, fields=fields)
    return organisation
