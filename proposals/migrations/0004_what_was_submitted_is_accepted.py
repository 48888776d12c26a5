from django.db import migrations
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Now


def accept(apps, _editor):
    """What the committee could read so far was never checked apart: it counts as accepted."""
    papers = apps.get_model("proposals", "Paper").objects
    seen = Q(state__in=["submitted", "considered"]) | Q(
        state="withdrawn", submitted_at__isnull=False
    )
    papers.filter(seen).update(accepted_at=Coalesce(F("submitted_at"), Now()))
    papers.filter(state="submitted").update(state="accepted")


def place(apps, _editor):
    """Recommendations on record learn of which papers they were asked, and when they are due."""
    Recommendation = apps.get_model("proposals", "Recommendation")
    Paper = apps.get_model("proposals", "Paper")
    for asked in Recommendation.objects.select_related("line").iterator():
        asked.papers.set(Paper.objects.filter(decisions__advice=asked.line.advice_id).distinct())
        asked.due, asked.due_on = asked.line.due, asked.line.due_on
        if asked.kind == "C":
            asked.binding = "required"
        asked.save()


class Migration(migrations.Migration):
    dependencies = [("proposals", "0003_papers_and_follow_up")]

    operations = [
        migrations.RunPython(accept, migrations.RunPython.noop),
        migrations.RunPython(place, migrations.RunPython.noop),
    ]
