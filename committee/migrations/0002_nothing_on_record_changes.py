from django.db import migrations

from committee.triggers import refuse


class Migration(migrations.Migration):
    dependencies = [("committee", "0001_initial")]

    operations = [
        refuse("event_is_never_changed", table="committee_event", on="UPDATE"),
        refuse("event_is_never_deleted", table="committee_event", on="DELETE"),
        refuse(
            "document_ready_is_never_changed",
            table="committee_document",
            on="UPDATE",
            when="OLD.state = 'ready'",
        ),
        refuse(
            "document_ready_is_never_deleted",
            table="committee_document",
            on="DELETE",
            when="OLD.state = 'ready'",
        ),
    ]
