from django import forms

from committee.models import Event


class HistoryFilterForm(forms.Form):
    act = forms.ChoiceField(label="Act", required=False)
    who = forms.ChoiceField(label="Person", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        events = Event.objects.order_by()
        acts = sorted(events.values_list("act", flat=True).distinct())
        people = dict(events.order_by("number").values_list("actor_id", "actor_name"))
        self.fields["act"].choices = [("", "Every act"), *[(act, _words(act)) for act in acts]]
        by_name = sorted(people.items(), key=lambda person: person[1])
        self.fields["who"].choices = [("", "Everybody"), *by_name]

    def chosen(self, events):
        """``events`` as far as they fit what was chosen."""
        if not self.is_valid():
            return events.none()
        if act := self.cleaned_data["act"]:
            events = events.filter(act=act)
        if who := self.cleaned_data["who"]:
            events = events.filter(actor_id=who)
        return events


def _words(act: str) -> str:
    return act.split(".")[1].replace("_", " ").capitalize()
