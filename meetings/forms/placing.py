"""Where a paper is placed: an agenda to come, under a new item or one that is there."""

from django import forms

from committee.forms.acting import one_button
from committee.order import in_order
from meetings.models import AgendaItem, ItemKind, Meeting
from meetings.states import MeetingState

HEARD = {ItemKind.PAPER, ItemKind.INFORMATION, ItemKind.DISCUSSION, ItemKind.ADVICE}
TO_COME = [MeetingState.PLANNED, MeetingState.CALLED, MeetingState.UNDER_WAY]


class PlaceForm(forms.Form):
    """One choice says both: the meeting, and the item."""

    place = forms.ChoiceField(label="Where it is heard", widget=forms.RadioSelect)

    def __init__(self, *args, paper, **kwargs):
        super().__init__(*args, **kwargs)
        meetings = Meeting.objects.filter(state__in=TO_COME).order_by("on")
        meetings = meetings.prefetch_related("items__item_papers")
        self.places, choices = {}, []
        for meeting in meetings:
            new = f"new-{meeting.slug}"
            self.places[new] = {"meeting": meeting, "item": None}
            choices.append((new, f"{meeting.date_text}: a new item"))
            for item in in_order(meeting.items.all()):
                if item.kind in HEARD or item.item_papers.all():
                    item.meeting = meeting
                    self.places[f"item-{item.pk}"] = {"meeting": meeting, "item": item}
                    choices.append((f"item-{item.pk}", _named(meeting, item)))
        self.fields["place"].choices = choices
        wanted = f"new-{paper.wanted_meeting}"
        self.initial.setdefault("place", wanted if wanted in self.places else None)
        self.helper = one_button("Accept and place" if paper.accepted_at is None else "Place it")

    @property
    def act_arguments(self) -> dict:
        return self.places[self.cleaned_data["place"]]


def _named(meeting: Meeting, item: AgendaItem) -> str:
    name = " ".join(filter(None, [item.number, str(item)]))
    number = len(item.item_papers.all())
    with_papers = f", with {number} paper{'' if number == 1 else 's'}" if number else ""
    return f"{meeting.date_text}: under {name}{with_papers}"
