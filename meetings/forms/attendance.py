from dataclasses import dataclass

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row, Submit
from django import forms

from committee.models import Organisation, Person
from meetings.models import AgendaItem, Capacity
from meetings.presence import appointments_on_the_day, as_minuted, mark_of

MARKS = [
    ("present", "Present"),
    ("remote", "Remote"),
    ("apologies", "Apologies"),
    ("absent", "Absent"),
]


@dataclass(frozen=True)
class Marked:
    """One person of the list, with the field that asks for their mark, and what it was."""

    name: str
    detail: str
    votes: bool
    field: forms.BoundField
    seen: forms.BoundField


class AttendanceForm(forms.Form):
    """A mark for each person in office on the day, and who chairs.

    A page may be old when it is sent: it says what each mark was when it was made, and only
    what its writer changed is an answer.
    """

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
        self._remember("chair", meeting.chaired_by_id)

    def _remember(self, name, now):
        """Have the page bring back what ``name`` was when it was made."""
        self.fields[f"seen_{name}"] = forms.CharField(
            required=False, widget=forms.HiddenInput, initial=now or ""
        )

    def _is_changed(self, name) -> bool:
        """Whether an answer is another than the page began with, or came from no page of ours."""
        return self.data.get(name, "") != self.data.get(f"seen_{name}")

    def _ask(self, person, words, row):
        self.people[f"mark_{person.pk}"] = person
        self.words[person.pk] = words
        self.fields[f"mark_{person.pk}"] = forms.ChoiceField(
            label=person.name,
            choices=MARKS,
            required=False,
            widget=forms.RadioSelect,
            initial=mark_of(row),
        )
        self._remember(f"mark_{person.pk}", mark_of(row))

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
        return Marked(words["name"], detail, words["is_voting"], self[name], self[f"seen_{name}"])

    @property
    def act_arguments(self) -> dict:
        """Each person that was marked, what the page showed of them, and who chairs."""
        said = self.cleaned_data
        marked = {
            name: person
            for name, person in self.people.items()
            if said.get(name) and self._is_changed(name)
        }
        return {
            "marks": {person: said[name] for name, person in marked.items()},
            "seen": {
                person: self.data[f"seen_{name}"]
                for name, person in marked.items()
                if f"seen_{name}" in self.data
            },
            "chair": said["chair"] if self._is_changed("chair") else None,
        }

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
