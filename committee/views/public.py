"""The open pages about the committee itself: its people and its terms of reference."""

from django.shortcuts import render
from django.utils import timezone

from committee.models import COMMITTEE_ROLES, Appointment, Role, TermsOfReference
from committee.public import public_page


@public_page()
def people(request):
    """Who serves and who served on the committee, from when to when."""
    today = timezone.localdate()
    rows = Appointment.objects.filter(role__in=COMMITTEE_ROLES, starts_on__lte=today)
    rows = list(rows.select_related("person", "organisation").order_by("person__name", "starts_on"))
    serving = [row for row in rows if row.ends_on is None or row.ends_on >= today]
    former = [row for row in rows if row not in serving]
    groups = [
        (role.label, [row for row in serving if row.role == role])
        for role in Role
        if role in COMMITTEE_ROLES
    ]
    page = {
        "groups": [(label, found) for label, found in groups if found],
        "former": sorted(former, key=lambda row: row.ends_on, reverse=True),
    }
    return render(request, "committee/people.html", page)


@public_page()
def terms(request):
    """The terms of reference by version, each with its outcomes in full."""
    in_force = TermsOfReference.objects.filter(in_force_from__lte=timezone.localdate())
    return render(
        request, "committee/terms.html", {"versions": in_force.prefetch_related("options")}
    )
