import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person, TermsOfReference
from committee.refusals import Refused


@act
def revise_terms(
    terms: TermsOfReference,
    *,
    in_force_from: dt.date,
    options: list[dict],
    by: Person,
    at: dt.datetime | None = None,
    **rules,
) -> TermsOfReference:
    """Correct a version of the terms that no meeting has used yet; a used one never changes."""
    require(by, "committee.revise_terms", terms)
    if terms.is_used:
        raise Refused("A meeting has used this version. Adopt a new version instead.")
    others = TermsOfReference.objects.exclude(pk=terms.pk)
    if others.filter(in_force_from=in_force_from).exists():
        raise Refused(f"Another version is in force from {in_force_from:%-d %B %Y}.")
    for field, value in {"in_force_from": in_force_from, **rules}.items():
        setattr(terms, field, value)
    terms.save()
    for option in options:
        terms.options.update_or_create(letter=option["letter"], defaults=option)
    record(
        "committee.revise_terms",
        terms,
        by=by,
        at=at,
        in_force_from=in_force_from.isoformat(),
        rules=rules,
        options=options,
    )
    return terms
