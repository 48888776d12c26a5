"""The first outline of papers: what a paper is asked to say, and the eight ALGO-CARE headings.

The committee's published record names the subjects, and the headings are those of the ALGO-CARE
framework; the words of every prompt are ours. The secretariat changes them as a new version.
What was submitted is never changed from here on.
"""

import datetime as dt

from django.db import migrations

from committee.triggers import refuse

SOURCE = "Wording of this site; headings after the committee’s record and ALGO-CARE"
PAPER = [
    (
        "summary",
        "Non-technical summary",
        "What is this, why is it done, and what would change? For a reader who knows neither "
        "statistics nor policing. No abbreviations.",
    ),
    (
        "purpose",
        "Purpose and benefits",
        "Which problem is to be solved, for whom? What good is expected, and how will you know "
        "that it came? What else was tried or thought of?",
    ),
    (
        "news",
        "What is new since the last time",
        "What has changed since the committee last saw it: in the work, in the data, in its use? "
        "If it is new to the committee, say so.",
    ),
    (
        "data",
        "Data and data subjects",
        "Which data, from where, of which years? Whom are they about, and how were these people "
        "come by? What was left out, and who may see what is left?",
    ),
    (
        "method",
        "Method and kind of model",
        "How does it work, in steps that a reader can follow? Does it predict, explain, describe "
        "or explore; does it speak of persons, of places or of the organisation?",
    ),
    (
        "accuracy",
        "Accuracy, and how it was tested",
        "How often is it right, and compared with what? On which data was it tested? What follows "
        "from each kind of error, and for whom?",
    ),
    (
        "bias",
        "Bias and protected characteristics",
        "Which groups do the data show too much or too little of? How do results differ between "
        "groups, which stand-ins for a protected characteristic are left, and what was done?",
    ),
    (
        "use",
        "How it will be used in practice",
        "Who sees the result, when, and what may they do with it? What may it not be used for? "
        "Who is trained, who watches over it, and when does its use end?",
    ),
]
ALGO_CARE = [
    (
        "advisory",
        "Advisory",
        "Does a person decide, and on what else than the result? How is that person kept free to "
        "decide otherwise?",
    ),
    (
        "lawful",
        "Lawful",
        "What is the policing purpose, and which power or duty allows it? Are the data and what "
        "is done with them necessary for it, and in proportion?",
    ),
    (
        "granularity",
        "Granularity",
        "Is the detail right for the purpose? Where could broad groups, old data or missing data "
        "mislead about one person or place?",
    ),
    (
        "ownership",
        "Ownership",
        "Who owns the method and the data? Can the force see into it, change it, keep it safe, "
        "and go on if a supplier leaves?",
    ),
    (
        "challengeable",
        "Challengeable",
        "How do people learn that it is used, and how can they or their lawyers question it? How "
        "is it audited and looked at again?",
    ),
    (
        "accuracy-care",
        "Accuracy",
        "Is it right often enough for this use, and does it stay so? Who checks that it still is, "
        "how often, and what happens if not?",
    ),
    (
        "responsible",
        "Responsible",
        "Who answers for it? Would those whom it concerns call it fair, and is it in the public "
        "interest? What did the people asked say?",
    ),
    (
        "explainable",
        "Explainable",
        "Can what it does, and why in one case, be told to a person in plain words? Where are "
        "these words?",
    ),
]


def write(apps, _editor):
    outline = apps.get_model("proposals", "PaperOutline").objects.create(
        version=1, in_use_from=dt.date(2019, 1, 1), source=SOURCE
    )
    rows = [("paper", *said) for said in PAPER] + [("algo_care", *said) for said in ALGO_CARE]
    section = apps.get_model("proposals", "PaperSection")
    section.objects.bulk_create(
        section(
            outline=outline, group=group, key=key, heading=heading, prompt=prompt, position=place
        )
        for place, (group, key, heading, prompt) in enumerate(rows)
    )


class Migration(migrations.Migration):
    dependencies = [("proposals", "0008_first_check_points")]

    operations = [
        migrations.RunPython(write, migrations.RunPython.noop),
        refuse("paper_version_is_never_changed", table="proposals_paperversion", on="UPDATE"),
        refuse("paper_version_is_never_deleted", table="proposals_paperversion", on="DELETE"),
    ]
