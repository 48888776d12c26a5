"""The acts on record that concern a proposal: what was done, when and by whom.

Of an event the case file takes the act, the day and the name, and calls what it was done to in
words of its own: an event's own words may hold what is restricted now.
"""

from django.db.models import Q
from django.utils import timezone

from committee.models import Event
from proposals.case_file.blocks import table
from proposals.case_file.gathering import Case

LEFT_OUT = ["meetings.cast_ballot", "meetings.take_ballot"]  # they tell who has voted


def record(case: Case) -> None:
    """One page of acts on everything that the pages before it named (settings.CASE_FILE)."""
    wanted = Q()
    for model, keys in case.concerned.items():
        wanted |= Q(subject_type=model, subject_id__in=list(keys))
    events = Event.objects.filter(wanted).exclude(act__in=LEFT_OUT).order_by("number")
    told = events.values_list("number", "at", "act", "actor_name", "subject_type", "subject_id")
    rows = [
        [
            str(number),
            f"{timezone.localtime(at):%Y-%m-%d %H:%M}",
            act.rpartition(".")[2].replace("_", " ").capitalize(),
            who,
            case.concerned[model][key],
        ]
        for number, at, act, who, model, key in told
    ]
    head = ["No.", "When", "Act", "By", "What it was done to"]
    case.page("record.html", "Acts on record", [table("Acts on record", head, rows)])
