"""Who is in the story: people, their appointments, the committee's name and terms."""

import datetime as dt

from django.contrib.auth.hashers import make_password

from committee import actions
from committee.models import Organisation, Person
from meetings.demo.reading import moment, read

PASSWORD = "northvale-demo"  # noqa: S105 -- for the invented people of a site nobody else reaches
OPENING = dt.date(2025, 1, 15)


def enter_everybody() -> dict[str, Person]:
    """Enter people, appointments, organisations, name and terms; the cast by its short names."""
    story = read("cast")
    system, at = Person.objects.clock(), moment(OPENING, 9)
    cast = {key: _enter(facts, by=system, at=at) for key, facts in story["people"].items()}
    secretary = Person.objects.get(pk=cast["ellery"].pk)
    for name, fields in story["organisations"].items():
        _address(name, fields, by=secretary, at=at)
    actions.rename_committee(
        name=story["committee"], since=story["committee_since"], by=secretary, at=at
    )
    terms = story["terms"] | {"options": [*_options(story["terms"]["options"])]}
    actions.adopt_terms(by=secretary, at=at, **terms)
    Person.objects.filter(pk__in=[person.pk for person in cast.values()]).update(
        password=make_password(PASSWORD)
    )
    return {key: Person.objects.get(pk=person.pk) for key, person in cast.items()}


def _enter(facts: dict, *, by: Person, at: dt.datetime) -> Person:
    words = {key: facts[key] for key in ("name", "email", "initials") if key in facts}
    person = actions.add_person(by=by, at=at, **words)
    body = facts.get("organisation")
    actions.appoint(
        person,
        role=facts["role"],
        starts_on=facts["from"],
        ends_on=facts.get("until"),
        organisation=Organisation.objects.get(short_name=body) if body else None,
        post=facts["post"],
        by=by,
        at=at,
    )
    return person


def _address(short_name: str, fields: dict, *, by: Person, at: dt.datetime) -> None:
    body = Organisation.objects.get(short_name=short_name)
    actions.revise_organisation(body, name=body.name, by=by, at=at, **fields)


def _options(options: dict):
    for letter, (short_label, wording) in options.items():
        yield {
            "letter": letter,
            "short_label": short_label,
            "wording": wording,
            "provenance": "adopted",
        }


def sign_ins() -> list[tuple[str, str]]:
    """One role and address each for whoever wants to look round; empty without the demo."""
    story = read("cast")
    addresses = {key: story["people"][key]["email"] for key in story["sign_ins"].values()}
    known = set(Person.objects.filter(email__in=addresses.values()).values_list("email", flat=True))
    return [
        (role, addresses[key]) for role, key in story["sign_ins"].items() if addresses[key] in known
    ]
