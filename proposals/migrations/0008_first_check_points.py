"""What the secretariat looks at to begin with: its to change."""

from django.db import migrations

FIRST = [
    "The summary can be understood without knowing the field.",
    "No person can be recognised in the text, the tables or the files.",
    "The files open, and are the ones the text speaks of.",
    "Stage, reference and the paper it follows are right.",
]


def seed(apps, _schema_editor):
    point = apps.get_model("proposals", "CheckPoint")
    point.objects.bulk_create(point(text=text) for text in FIRST)


class Migration(migrations.Migration):
    dependencies = [("proposals", "0007_check_points_follow_up")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
