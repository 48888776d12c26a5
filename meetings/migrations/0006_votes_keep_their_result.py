from django.db import migrations

from committee.triggers import refuse

KEPT = [
    "appointed",
    "present",
    "absent",
    "recused",
    "eligible",
    "voted",
    "abstained",
    "not_cast",
    "count",
    "roll",
    "method",
    "closed_at",
    "closed_by_id",
    "closes_at",
]
CHANGED = " OR ".join(
    f"COALESCE(CAST(NEW.{name} AS TEXT), '') <> COALESCE(CAST(OLD.{name} AS TEXT), '')"
    for name in KEPT
)


VOTE_OF = "(SELECT state FROM meetings_vote WHERE id = {row}.vote_id) <> 'open'"


class Migration(migrations.Migration):
    dependencies = [("meetings", "0005_meeting_room")]

    operations = [
        refuse(
            "ballot_only_in_an_open_vote",
            table="meetings_ballot",
            on="INSERT",
            when=VOTE_OF.format(row="NEW"),
        ),
        refuse(
            "ballot_fixed_when_the_vote_closes",
            table="meetings_ballot",
            on="UPDATE",
            when=f"{VOTE_OF.format(row='OLD')} OR NEW.vote_id <> OLD.vote_id",
        ),
        refuse(
            "ballot_kept_when_the_vote_closes",
            table="meetings_ballot",
            on="DELETE",
            when=VOTE_OF.format(row="OLD"),
        ),
        refuse(
            "vote_result_is_never_changed",
            table="meetings_vote",
            on="UPDATE",
            when=f"OLD.state <> 'open' AND ({CHANGED})",
        ),
        refuse(
            "vote_is_never_opened_again",
            table="meetings_vote",
            on="UPDATE",
            when="OLD.state <> NEW.state AND (NEW.state = 'open' OR OLD.state = 'void')",
        ),
        refuse(
            "vote_is_never_deleted",
            table="meetings_vote",
            on="DELETE",
            when="OLD.state <> 'open' OR OLD.decision_id IS NOT NULL",
        ),
    ]
