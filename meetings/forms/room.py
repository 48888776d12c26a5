"""The few fields of the room: everything else there is a button."""

from django import forms

from committee.models import Person
from meetings.presence import who_may_chair


class DeferForm(forms.Form):
    """Until when an item is put off, in words that are printed."""

    to = forms.CharField(label="Until", max_length=80, required=False)


class ChairForm(forms.Form):
    """Who takes the chair: voting members who are here, or came where the item is over."""

    chair = forms.ModelChoiceField(
        Person.objects.none(),
        label="In the chair for this item",
        required=False,
        empty_label="Whoever chairs the meeting",
    )

    def __init__(self, *args, item, **kwargs):
        super().__init__(*args, **kwargs)
        able = who_may_chair(item)
        self.fields["chair"].queryset = Person.objects.filter(pk__in=able.values("person"))
