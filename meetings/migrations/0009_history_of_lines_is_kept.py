from django.db import migrations

from committee.triggers import refuse


class Migration(migrations.Migration):
    dependencies = [("meetings", "0008_interests_stay_on_record")]

    operations = [
        refuse("line_version_is_never_changed", table="meetings_entryversion", on="UPDATE"),
        refuse("line_version_is_never_deleted", table="meetings_entryversion", on="DELETE"),
    ]
