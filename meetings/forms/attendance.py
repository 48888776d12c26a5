from dataclasses import dataclass

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms

from committee.models import Organisation, Person
from meetings.models import AgendaItem, Capacity, Presence
from meetings.presence import appointments_on_the_day, as_minuted

MARKS = [
    ("present", "Present"),
    ("remote", "Remote"),
    ("apologies", "Apologies"),
    ("absent", "Absent"),
]


def mark_of(attendance) -> str:
    """The mark that stands for what ``attendance`` says."""
    if attendance.presence == Presence.APOLOGIES:
        return "apologies"
    if attendance.presence == Presence.ABSENT:
        return "absent"
    return "remote" if attendance.joined_remotely else "present"


@dataclass(frozen=True)
class Marked:
    """One person of the list, with the field that asks for their mark."""

    name: str
    detail: str
    votes: bool
    field: forms.BoundField


class AttendanceForm(forms.Form):
    """A mark for each person in office on the day, and who chairs."""

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        self.people, self.words = {}, {}
        known = {row.person_id: row for row in meeting.attendances.select_related("person")}
        for appointment in appointments_on_the_day(meeting):
            words = as_minuted(appointment)
            self._ask(appointment.person, words, known.get(appointment.person_id))
        for row in known.values():
            if row.person and row.person_id not in self.words and row.position < 1000:
                self._ask(row.person, vars(row), row)
        votes = [pk for pk, words in self.words.items() if words["is_voting"]]
        self.fields["chair"] = forms.ModelChoiceField(
            Person.objects.filter(pk__in=votes),
            label="Who chairs on the day",
            required=False,
            initial=meeting.chaired_by_id,
            empty_label="Not said yet",
        )

    def _ask(self, person, words, row):
        self.people[f"mark_{person.pk}"] = person
        self.words[person.pk] = words
        self.fields[f"mark_{person.pk}"] = forms.ChoiceField(
            label=person.name,
            choices=MARKS,
            required=False,
            widget=forms.RadioSelect,
            initial=mark_of(row) if row else None,
        )

    @property
    def groups(self):
        """The list as minutes print it: by capacity, those who vote first."""
        for capacity in Capacity:
            rows = [
                self._row(name, person)
                for name, person in self.people.items()
                if self.words[person.pk]["capacity"] == capacity
            ]
            if rows:
                yield capacity.label, rows

    def _row(self, name, person):
        words = self.words[person.pk]
        detail = ", ".join(part for part in (words["role"], words["organisation"]) if part)
        return Marked(words["name"], detail, words["is_voting"], self[name])

    @property
    def act_arguments(self) -> dict:
        """Each person that is marked, with the mark, and who chairs."""
        said = self.cleaned_data
        marks = {person: said[name] for name, person in self.people.items() if said.get(name)}
        return {"marks": marks, "chair": said["chair"]}

    def clean(self):
        said = super().clean()
        chair = said.get("chair")
        if chair and said.get(f"mark_{chair.pk}") not in {"present", "remote"}:
            self.add_error("chair", f"Mark {chair} as present or remote: then they can chair.")
        return said


class GuestForm(forms.Form):
    """Somebody who attends without an appointment, in the words of the minutes."""

    name = forms.CharField(label="Name", max_length=255)
    rank = forms.CharField(label="Rank or title", max_length=80, required=False, empty_value=None)
    role = forms.CharField(label="Post", max_length=255, required=False, empty_value=None)
    organisation = forms.CharField(
        label="Organisation", max_length=255, required=False, empty_value=None
    )
    capacity = forms.ChoiceField(label="Listed under", choices=[], initial=Capacity.GUEST)
    items = forms.ModelMultipleChoiceField(
        AgendaItem.objects.none(),
        label="Only for",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    substitute_for = forms.ModelChoiceField(
        Person.objects.none(), label="Stands in for", required=False, empty_label="Nobody"
    )
    mark = forms.ChoiceField(label="Attendance", choices=MARKS, initial="present")

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["items"].queryset = meeting.items.all()
        away = [one.person_id for one in appointments_on_the_day(meeting)]
        self.fields["substitute_for"].queryset = Person.objects.filter(pk__in=away)
        listed = [Capacity.OFFICER, Capacity.GUEST, Capacity.ADVISER, Capacity.SECRETARIAT]
        self.fields["capacity"].choices = [(one.value, one.label) for one in listed]
        self.fields["organisation"].widget.attrs["list"] = "organisations"
        self.organisations = Organisation.objects.values_list("name", flat=True)
        self.helper = FormHelper()
        self.helper.layout = Layout(
            "name",
            Row("rank", "role"),
            "organisation",
            Row("capacity", "mark"),
            "substitute_for",
            "items",
            Submit("save", "Add to the list"),
        )

    @property
    def act_arguments(self) -> dict:
        """What to note, with the mark told apart into presence and remoteness."""
        said = dict(self.cleaned_data)
        mark = said.pop("mark")
        presence = {"remote": "present"}.get(mark, mark)
        return said | {"presence": presence, "joined_remotely": mark == "remote"}
