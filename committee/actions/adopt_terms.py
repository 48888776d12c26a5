import datetime as dt

from django.conf import settings
from django.utils.module_loading import import_string

from committee.audit import act, record
from committee.authority import require
from committee.models import Person, TermsOfReference
from committee.refusals import Refused


@act
def adopt_terms(
    *,
    in_force_from: dt.date,
    options: list[dict],
    by: Person,
    at: dt.datetime | None = None,
    **rules,
) -> TermsOfReference:
    """Bring a new version of the terms into force; meetings held before keep the old one.

    Args:
        options: one dict per outcome: letter, short_label, wording, provenance.
        rules: source, quorum, voting rule, deadline, publication rule; left out is "not set".
    """
    require(by, "committee.adopt_terms", None)
    last = TermsOfReference.objects.order_by("-in_force_from").first()
    if last and in_force_from <= last.in_force_from:
        raise Refused(
            f"Version {last.version} is in force from {last.in_force_from:%-d %B %Y}: "
            "a new version starts later."
        )
    terms = TermsOfReference.objects.create(
        version=last.version + 1 if last else 1, in_force_from=in_force_from, **rules
    )
    for option in options:
        terms.options.create(**option)
    for name in settings.ON_TERMS_ADOPTED:
        import_string(name)(terms, last)
    record(
        "committee.adopt_terms",
        terms,
        by=by,
        at=at,
        in_force_from=in_force_from.isoformat(),
        rules=rules,
        options=options,
    )
    return terms
