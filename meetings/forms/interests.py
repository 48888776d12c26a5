"""What is asked of somebody who declares an interest, and of whoever rules on it."""

from django import forms

from committee.closed import open_to
from committee.forms.acting import one_button
from committee.models import InterestEffect
from committee.order import in_order
from meetings.models import Interest, ItemKind
from meetings.recusal import STRICTER, papers_to_declare, who_declare
from meetings.states import MeetingState

NATURES = [
    "Works for or with those who put it forward",
    "Had a part in the work",
    "Has a financial interest in it",
    "Somebody close is concerned in it",
]
ALOUD = "Said at the meeting"
OTHER = "other"
WITHOUT_SUBJECT = {ItemKind.BREAK, ItemKind.CLOSE}


class DeclareForm(forms.Form):
    """What the interest is in, and of what kind: both by one tap, more words if they help."""

    subject = forms.ChoiceField(
        label="What is the interest in?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the item or the paper."},
    )
    kind = forms.ChoiceField(
        label="What kind of interest is it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what kind of interest it is."},
    )
    words = forms.CharField(
        label="In your words",
        help_text="The committee reads them. The minutes tell that you declared an interest.",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, meeting, reader, button="Declare this interest", **kwargs):
        super().__init__(*args, **kwargs)
        self.subjects = subjects_of(meeting, reader)
        choices = [(key, label) for key, (label, _) in self.subjects.items()]
        self.fields["subject"].choices = choices
        natures = NATURES
        if meeting.state == MeetingState.UNDER_WAY:
            natures = [ALOUD, *NATURES]  # chosen beforehand: then one more tap is enough
            self.initial.setdefault("kind", ALOUD)
        kinds = [*[(words, words) for words in natures], (OTHER, "Something else")]
        self.fields["kind"].choices = kinds
        self.helper = one_button(button)

    def clean(self):
        said = super().clean()
        if said.get("kind") == OTHER and not said.get("words"):
            self.add_error("words", "Say what the interest is.")
        return said

    @property
    def act_arguments(self) -> dict:
        said = self.cleaned_data
        parts = ["" if said["kind"] == OTHER else said["kind"], said["words"]]
        where, _, _ = said["subject"].partition("-")
        _, thing = self.subjects[said["subject"]]
        return {"nature": ": ".join(filter(None, parts)), where: thing}


class RecordForm(DeclareForm):
    """The same for somebody who says it aloud."""

    member = forms.ModelChoiceField(
        None,
        label="Who declares it?",
        empty_label="Choose a person",
        error_messages={"required": "Choose who declares it."},
    )
    field_order = ["member", "subject", "kind", "words"]

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, meeting=meeting, button="Record this interest", **kwargs)
        self.fields["member"].queryset = who_declare(meeting)
        self.fields["words"].label = "In their words"
        self.fields["words"].help_text = "The committee reads them."

    @property
    def act_arguments(self) -> dict:
        return super().act_arguments | {"member": self.cleaned_data["member"]}


class RuleForm(forms.Form):
    """What follows from an interest, and why."""

    effect = forms.ChoiceField(
        label="What follows?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what follows."},
    )
    reason = forms.CharField(
        label="Reason",
        help_text="Kept with the ruling; the committee reads it.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Give the reason: it is kept with the ruling."},
    )

    def __init__(self, *args, interest: Interest, **kwargs):
        super().__init__(*args, **kwargs)
        least = interest.terms.interest_effect if interest.terms else InterestEffect.NOTE
        allowed = STRICTER[STRICTER.index(least) :]
        self.fields["effect"].choices = [(one.value, one.label) for one in allowed]
        self.helper = one_button("Put the ruling on record")


def subjects_of(meeting, reader) -> dict[str, tuple[str, object]]:
    """What an interest can be in, by the key of the choice: its label, and the item or paper.

    Items first; then papers that share their item with others, or stand under none yet.
    """
    items = open_to(meeting.items.exclude(kind__in=WITHOUT_SUBJECT), reader)
    items = in_order(items.prefetch_related("item_papers"))
    held = [[row.paper_id for row in item.item_papers.all()] for item in items]
    alone = {papers[0] for papers in held if len(papers) == 1}
    papers = open_to(papers_to_declare(meeting), reader).exclude(pk__in=alone)
    listed = {f"item-{item.pk}": (_of_item(item), item) for item in items}
    for paper in papers.select_related("proposal").order_by("pk"):
        listed[f"paper-{paper.pk}"] = (f"Paper: {paper}", paper)
    return listed


def _of_item(item) -> str:
    return f"Item {item.number}: {item}" if item.number else str(item)
