"""What papers are asked: the sections of an outline, and what the terms need at a stage."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.utils.text import slugify

from committee.forms.fields import day
from committee.forms.layout import Fieldset
from proposals.models import EvidenceKind, PaperOutline, SectionGroup

NEW_ROWS = 3
LEVELS = [
    ("", "Not asked"),
    ("warn", "Asked, and only warned about"),
    ("stop", "Must be there"),
]


class OutlineForm(forms.Form):
    """The sections of the next version, each with its heading, its prompt and its place."""

    in_use_from = day("In use from")
    source = forms.CharField(label="Where its words are taken from", max_length=255, required=False)

    def __init__(self, *args, last: PaperOutline | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = list(last.sections.order_by("position")) if last else []
        self.count = len(self.rows) + NEW_ROWS
        sets = [self._add_row(number) for number in range(self.count)]
        self.helper = FormHelper()
        self.helper.form_class = "de-form"
        self.helper.mark_optional = False
        about = Fieldset("This version", "in_use_from", "source")
        self.helper.layout = Layout(about, *sets, Submit("act", "Bring it into use"))

    def _add_row(self, number: int) -> Fieldset:
        row = self.rows[number] if number < len(self.rows) else None
        said = {
            f"heading_{number}": forms.CharField(
                label="Heading",
                max_length=120,
                required=False,
                initial=row and row.heading,
                help_text="Empty: the section is left out." if row else "",
            ),
            f"prompt_{number}": forms.CharField(
                label="What is asked under it",
                widget=forms.Textarea(attrs={"rows": 3}),
                required=False,
                initial=row and row.prompt,
            ),
            f"group_{number}": forms.ChoiceField(
                label="Stands in",
                choices=SectionGroup,
                initial=row.group if row else SectionGroup.PAPER,
                required=False,
            ),
            f"place_{number}": forms.IntegerField(
                label="Place", min_value=1, max_value=200, initial=number + 1, required=False
            ),
        }
        self.fields |= said
        return Fieldset(row.heading if row else "Another section", *said)

    @property
    def act_arguments(self) -> dict:
        """What was typed, as revise_outline wants it: in order, empty headings left out."""
        typed = self.cleaned_data
        numbers = [number for number in range(self.count) if typed[f"heading_{number}"].strip()]
        numbers.sort(key=lambda number: (typed[f"place_{number}"] or number + 1, number))
        paper, care = SectionGroup.PAPER, SectionGroup.ALGO_CARE
        sections = [self._section(number) for number in numbers]
        grouped = [one for group in (paper, care) for one in sections if one["group"] == group]
        return {
            "in_use_from": typed["in_use_from"],
            "source": typed["source"],
            "sections": grouped,
        }

    def _section(self, number: int) -> dict:
        typed = self.cleaned_data
        heading = typed[f"heading_{number}"].strip()
        known = number < len(self.rows)
        return {
            "key": self.rows[number].key if known else slugify(heading)[:40] or f"section-{number}",
            "group": typed[f"group_{number}"] or SectionGroup.PAPER,
            "heading": heading,
            "prompt": typed[f"prompt_{number}"].strip(),
        }


class RequirementsForm(forms.Form):
    """For one stage: what is asked, and whether a paper without it is stopped."""

    def __init__(self, *args, outline: PaperOutline | None, **kwargs):
        super().__init__(*args, **kwargs)
        evidence = self._add(EvidenceKind.choices)
        sections = list(outline.sections.order_by("position")) if outline else []
        groups = [
            Fieldset(
                label,
                *self._add([(one.key, one.heading) for one in sections if one.group == group]),
            )
            for group, label in SectionGroup.choices
        ]
        self.helper = FormHelper()
        self.helper.form_class = "de-form"
        self.helper.mark_optional = False
        self.helper.layout = Layout(Fieldset("Evidence", *evidence), *groups, Submit("act", "Save"))

    def _add(self, choices) -> list[str]:
        for name, label in choices:
            self.fields[name] = forms.ChoiceField(choices=LEVELS, label=label, required=False)
        return [name for name, _ in choices]

    @property
    def act_arguments(self) -> dict:
        """What is asked, as set_requirements wants it."""
        return {
            "asked": {name: level == "stop" for name, level in self.cleaned_data.items() if level}
        }
