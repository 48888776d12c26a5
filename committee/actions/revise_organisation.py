import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Organisation, Person
from committee.refusals import Refused


@act
def revise_organisation(
    organisation: Organisation, *, name: str, by: Person, at: dt.datetime | None = None, **fields
) -> Organisation:
    """Change what a body is called, how a letter addresses it, and where its letters go."""
    require(by, "committee.revise_organisation", organisation)
    namesakes = Organisation.objects.filter(name__iexact=name.strip())
    if namesakes.exclude(pk=organisation.pk).exists():
        raise Refused(f"{name.strip()} is entered already.")
    after = {"name": name.strip(), **fields}
    before = {field: getattr(organisation, field) for field in after}
    for field, value in after.items():
        setattr(organisation, field, value)
    organisation.save(update_fields=list(after))
    record("committee.revise_organisation", organisation, by=by, at=at, before=before, after=after)
    return organisation
