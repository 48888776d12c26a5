"""The committee's first terms: outcomes A to E, each marked as quoted or assumed.

C and E are quoted in the published minutes of 2019 and 2020. No published source gives
the full wording of A, B and D: those are assumed. Quorum, voting rule, deadlines and
publication rule are in no source either, and so stay "not set".
"""

import datetime as dt

from django.db import migrations

OPTIONS = [
    ("A", "Proceed", "It advises approving the project", "assumed"),
    (
        "B",
        "Proceed with minor amendments",
        "It advises approving the project with minor amendments",
        "assumed",
    ),
    (
        "C",
        "Proceed with major amendments",
        "It advises approving the project with major amendments",
        "quoted",
    ),
    ("D", "Reject", "It advises rejecting the project", "assumed"),
    (
        "E",
        "More information needed",
        "It requests more information from the Lab in order to be able to advise",
        "quoted",
    ),
]
ORGANISATIONS = [
    {"name": "Data Analytics Lab", "short_name": "Lab", "is_submitting_body": True},
    {
        "name": "National Data Analytics Solution",
        "short_name": "NDAS",
        "is_submitting_body": True,
    },
    {
        "name": "Office of the Police and Crime Commissioner",
        "short_name": "OPCC",
        "receives_advice": True,
        "advice_addressee": "The Police and Crime Commissioner",
    },
    {
        "name": "Office of the Chief Constable",
        "short_name": "Chief Constable’s office",
        "receives_advice": True,
        "advice_addressee": "The Chief Constable",
    },
]


def seed(apps, schema_editor):
    since = dt.date(2019, 1, 1)
    apps.get_model("committee", "CommitteeName").objects.create(
        name="Data Ethics Committee", since=since
    )
    terms = apps.get_model("committee", "TermsOfReference").objects.create(
        version=1, in_force_from=since, source="Published minutes of 2019 and 2020"
    )
    for letter, short_label, wording, provenance in OPTIONS:
        terms.options.create(
            letter=letter, short_label=short_label, wording=wording, provenance=provenance
        )
    for fields in ORGANISATIONS:
        apps.get_model("committee", "Organisation").objects.create(**fields)


class Migration(migrations.Migration):
    dependencies = [("committee", "0002_nothing_on_record_changes")]

    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
