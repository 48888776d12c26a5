from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("proposals", "0004_what_was_submitted_is_accepted")]

    operations = [
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.CheckConstraint(
                condition=~models.Q(state__in=["accepted", "considered"])
                | models.Q(accepted_at__isnull=False),
                name="paper_accepted_at_some_time",
            ),
        ),
    ]
