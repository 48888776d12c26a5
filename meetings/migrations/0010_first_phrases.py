from django.db import migrations

PHRASES = {
    "agr": "The Committee agreed.",
    "ans": "The presenter will answer in writing.",
    "apo": "Apologies were received from",
    "asked": "The Committee asked for more information about",
    "cons": "The Committee discussed the report and had no further comments.",
    "dec": "There were no declarations of interest.",
    "left": "The presenters left the meeting.",
    "mins": "The minutes of the last meeting were agreed as a true record.",
    "next": "The Committee will return to this at its next meeting.",
    "noted": "The Committee noted the report.",
    "quo": "The meeting was quorate.",
    "thx": "The Chair thanked the presenters for their paper.",
    "una": "The Committee agreed unanimously.",
}


def seed(apps, schema_editor):
    model = apps.get_model("meetings", "Phrase")
    model.objects.bulk_create(
        model(abbreviation=short, text=text) for short, text in PHRASES.items()
    )


class Migration(migrations.Migration):
    dependencies = [("meetings", "0009_history_of_lines_is_kept")]

    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
