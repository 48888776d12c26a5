"""Items that were marked as deferred get the state of that name, before the mark goes."""

from django.db import migrations, models

STATES = [
    ("waiting", "Waiting"),
    ("under_way", "Under way"),
    ("finished", "Finished"),
    ("deferred", "Deferred"),
]


def mark_to_state(apps, _editor):
    apps.get_model("meetings", "AgendaItem").objects.filter(is_deferred=True).update(
        state="deferred"
    )


def state_to_mark(apps, _editor):
    apps.get_model("meetings", "AgendaItem").objects.filter(state="deferred").update(
        is_deferred=True
    )


class Migration(migrations.Migration):
    dependencies = [("meetings", "0003_rules_of_ballots_stand_aside")]

    operations = [
        migrations.AddField(
            "agendaitem",
            "state",
            models.CharField(max_length=16, choices=STATES, default="waiting"),
        ),
        migrations.RunPython(mark_to_state, state_to_mark),
    ]
