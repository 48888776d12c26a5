"""The pages on which the secretariat keeps people and their appointments."""

import datetime as dt

import pytest
from django.urls import reverse

from committee.models import Appointment, Organisation, Person, Role
from tests.factories import PersonFactory, appoint

pytestmark = pytest.mark.django_db


def page(name, *args):
    return reverse(f"committee:{name}", args=args)


@pytest.fixture
def secretary(client, ed):
    client.force_login(ed)
    return client


@pytest.mark.parametrize("who", ["amina", "ben", "chloe", "gus"])
@pytest.mark.parametrize("name", ["manage_people", "add_person", "manage_terms", "history"])
def test_others_are_told_why_not(client, request, who, name):
    client.force_login(request.getfixturevalue(who))

    response = client.get(page(name))

    assert response.status_code == 403
    assert "Only the secretariat" in response.content.decode()


def test_the_public_is_asked_to_sign_in(client):
    assert client.get(page("manage_people")).status_code == 302


def test_manage_people_lists_roles_and_hides_the_system(secretary, chloe):
    Person.objects.clock()

    body = secretary.get(page("manage_people")).content.decode()

    assert "Chloe Member" in body
    assert "clock@localhost" not in body


@pytest.mark.parametrize("people", [1, 3])
def test_manage_people_asks_the_database_the_same_for_many(
    secretary, people, django_assert_max_num_queries
):
    for _ in range(people):
        appoint("member")

    with django_assert_max_num_queries(9):
        secretary.get(page("manage_people"))


def test_manage_people_turns_pages(secretary):
    PersonFactory.create_batch(50)

    first, second = (
        secretary.get(reverse("committee:manage_people"), {"page": page}) for page in (1, 2)
    )

    assert (len(first.context["page"]), len(second.context["page"])) == (50, 1)
    assert "Page 1 of 2" in first.content.decode()


def test_add_person_leads_on_to_their_appointment(secretary):
    response = secretary.post(page("add_person"), {"name": "Joyce", "email": "joyce@example.org"})

    joyce = Person.objects.get(email="joyce@example.org")
    assert response.url == page("appoint", joyce.pk)


def test_add_person_keeps_what_was_typed(secretary):
    body = secretary.post(page("add_person"), {"name": "Joyce", "email": "no"}).content.decode()

    assert 'value="Joyce"' in body
    assert "Enter a valid email address" in body


def test_add_person_says_beside_what_was_typed_that_the_address_is_known(secretary, chloe):
    typed = {"name": "Joyce", "email": chloe.email}

    body = secretary.post(page("add_person"), typed).content.decode()

    assert f"Somebody with the address {chloe.email} is entered already." in body
    assert 'value="Joyce"' in body


def test_revise_person_saves(secretary, chloe):
    new = {"name": "Chloe New", "initials": "CN", "email": chloe.email}

    response = secretary.post(page("revise_person", chloe.pk), new)

    assert response.url == page("manage_person", chloe.pk)
    chloe.refresh_from_db()
    assert (chloe.name, chloe.initials) == ("Chloe New", "CN")


def test_appoint_and_end_an_appointment(secretary):
    person = PersonFactory()
    secretary.post(
        page("appoint", person.pk), {"role": "member", "starts_on": "2026-01-01", "post": "GP"}
    )
    appointment = Appointment.objects.get(person=person)

    secretary.post(page("end_appointment", appointment.pk), {"on": "2026-06-30"})

    appointment.refresh_from_db()
    assert (appointment.role, appointment.ends_on) == (Role.MEMBER, dt.date(2026, 6, 30))


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"role": "presenter"}, "A presenter belongs to an organisation"),
        ({"role": "member", "ends_on": "2025-01-01"}, "The last day cannot be before the first"),
    ],
)
def test_appoint_explains_what_is_wrong(secretary, typed, error):
    person = PersonFactory()

    response = secretary.post(page("appoint", person.pk), {"starts_on": "2026-01-01", **typed})

    assert error in response.content.decode()
    assert not person.appointments.exists()


def test_a_presenter_with_an_organisation_is_appointed(secretary):
    person, lab = PersonFactory(), Organisation.objects.get(short_name="Lab")

    secretary.post(
        page("appoint", person.pk),
        {"role": "presenter", "organisation": lab.pk, "starts_on": "2026-01-01"},
    )

    assert person.appointments.get().organisation == lab


def test_the_sign_in_is_closed_and_opened(secretary, chloe):
    secretary.post(page("deactivate_person", chloe.pk))
    assert not Person.objects.get(pk=chloe.pk).is_active

    secretary.post(page("reactivate_person", chloe.pk))
    assert Person.objects.get(pk=chloe.pk).is_active


def test_a_change_needs_a_press_of_the_button(secretary, chloe):
    assert secretary.get(page("deactivate_person", chloe.pk)).status_code == 405
