"""What a form says of a field that was left empty."""

import pytest
from django import forms

from committee.forms.asking import asked_for, complaints


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("Date", "Enter the date."),
        ("Name, as minutes print it", "Enter the name."),
        ("PDF", "Enter the PDF."),
        ("The chair’s decision and reason", "Enter the chair’s decision and reason."),
        ("Your reason", "Enter your reason."),
        ("What is to be corrected?", "Say what is to be corrected."),
        ("By when", "Say by when."),
    ],
)
def test_what_is_typed_is_named(label, sentence):
    assert asked_for(label, forms.TextInput()) == sentence


@pytest.mark.parametrize(
    "widget", [forms.Select, forms.RadioSelect, forms.CheckboxSelectMultiple, forms.FileInput]
)
def test_what_is_chosen_is_chosen(widget):
    assert asked_for("Role", widget()) == "Choose the role."


class _Asked(forms.Form):
    date = forms.DateField()
    papers = forms.CharField(error_messages={"required": "Choose at least one paper."})
    bare = forms.CharField(label="")


def test_only_the_default_sentence_is_replaced():
    empty, wrong = _Asked({}), _Asked({"date": "soon"})

    assert complaints(empty["date"]) == ["Enter the date."]
    assert complaints(empty["papers"]) == ["Choose at least one paper."]
    assert complaints(empty["bare"]) == ["This field is required."]
    assert complaints(wrong["date"]) == ["Enter a valid date."]
