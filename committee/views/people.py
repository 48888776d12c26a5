"""People and their appointments, as the secretariat keeps them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from committee import actions
from committee.authority import require
from committee.forms.acting import done
from committee.forms.people import (
    AddPersonForm,
    AppointForm,
    EndAppointmentForm,
    RevisePersonForm,
)
from committee.models import Appointment, Person, Role
from committee.models.person import CLOCK


def _get_person(request, pk) -> Person:
    require(request.user, "committee.manage", None)
    return get_object_or_404(Person.objects.exclude(email=CLOCK), pk=pk)


def manage_people(request):
    require(request.user, "committee.manage", None)
    current = Appointment.objects.current().select_related("organisation")
    people = Person.objects.exclude(email=CLOCK).prefetch_related(
        Prefetch("appointments", current, to_attr="today")
    )
    by_rank = sorted(people, key=_rank)
    page = Paginator(by_rank, 50).get_page(request.GET.get("page"))
    return render(request, "committee/manage_people.html", {"page": page})


def _rank(person) -> int:
    """Those in office first, in the order of the roles; the database sorts by name."""
    held = {appointment.role for appointment in person.today}
    return next((place for place, role in enumerate(Role) if role in held), len(Role))


def manage_person(request, pk):
    person = _get_person(request, pk)
    appointments = person.appointments.select_related("organisation")
    page = {"person": person, "appointments": appointments}
    return render(request, "committee/manage_person.html", page)


def add_person(request):
    require(request.user, "committee.add_person", None)
    form = AddPersonForm(request.POST or None)
    if done(form, actions.add_person, by=request.user):
        messages.success(request, f"{form.result} is entered. Now appoint them to a role.")
        return redirect("committee:appoint", form.result.pk)
    return render(request, "committee/add_person.html", {"form": form})


def revise_person(request, pk):
    person = _get_person(request, pk)
    now = {"name": person.name, "initials": person.initials, "email": person.email}
    form = RevisePersonForm(request.POST or None, initial=now)
    if done(form, actions.revise_person, person, by=request.user):
        messages.success(request, f"{person} is saved.")
        return redirect("committee:manage_person", pk)
    return render(request, "committee/revise_person.html", {"form": form, "person": person})


def appoint(request, pk):
    person = _get_person(request, pk)
    form = AppointForm(request.POST or None)
    if done(form, actions.appoint, person, by=request.user):
        messages.success(request, f"{person} is appointed.")
        return redirect("committee:manage_person", pk)
    return render(request, "committee/appoint.html", {"form": form, "person": person})


def end_appointment(request, pk):
    require(request.user, "committee.manage", None)
    appointment = get_object_or_404(Appointment.objects.select_related("person"), pk=pk)
    form = EndAppointmentForm(request.POST or None)
    if done(form, actions.end_appointment, appointment, by=request.user):
        messages.success(request, "The appointment has its last day.")
        return redirect("committee:manage_person", appointment.person_id)
    page = {"form": form, "appointment": appointment, "person": appointment.person}
    return render(request, "committee/end_appointment.html", page)


@require_POST
def invite_person(request, pk):
    person = _get_person(request, pk)
    actions.invite_person(person, by=request.user)
    messages.success(request, f"The link to choose a password goes to {person.email}.")
    return redirect("committee:manage_person", pk)


@require_POST
def deactivate_person(request, pk):
    person = actions.deactivate_person(_get_person(request, pk), by=request.user)
    messages.success(request, f"The sign-in of {person} is closed.")
    return redirect("committee:manage_person", pk)


@require_POST
def reactivate_person(request, pk):
    person = actions.reactivate_person(_get_person(request, pk), by=request.user)
    messages.success(request, f"The sign-in of {person} is open again.")
    return redirect("committee:manage_person", pk)
