"""The form templates in templates/dec: whatever a label says stays text, every error has a
link that leads to something, and what was typed is there again."""

import re
from html.parser import HTMLParser

import pytest
from crispy_forms.bootstrap import FormActions, InlineCheckboxes, InlineRadios
from crispy_forms.helper import FormHelper
from crispy_forms.layout import (
    HTML,
    Button,
    ButtonHolder,
    Column,
    Div,
    Field,
    Hidden,
    Layout,
    Row,
    Submit,
)
from django import forms
from django.template import engines

from committee.forms.layout import Fieldset

NASTY = '<img src=x onerror="alert(1)">{{ 7|add:7 }}&'
CHOICES = [("a", NASTY), ("b", "Second")]
PAGE = engines["django"].from_string("{% load crispy_forms_tags %}{% crispy form %}")
FILTERED = engines["django"].from_string("{% load crispy_forms_tags %}{{ form|crispy }}")
ALL = {
    "text": forms.CharField,
    "email": forms.EmailField,
    "number": forms.IntegerField,
    "day": lambda **kw: forms.DateField(widget=forms.DateInput(attrs={"type": "date"}), **kw),
    "time": lambda **kw: forms.TimeField(widget=forms.TimeInput(attrs={"type": "time"}), **kw),
    "password": lambda **kw: forms.CharField(widget=forms.PasswordInput, **kw),
    "long": lambda **kw: forms.CharField(widget=forms.Textarea, **kw),
    "file": forms.FileField,
    "tick": forms.BooleanField,
    "select": lambda **kw: forms.ChoiceField(choices=CHOICES, **kw),
    "many": lambda **kw: forms.MultipleChoiceField(choices=CHOICES, **kw),
    "radios": lambda **kw: forms.ChoiceField(choices=CHOICES, widget=forms.RadioSelect, **kw),
    "boxes": lambda **kw: forms.MultipleChoiceField(
        choices=CHOICES, widget=forms.CheckboxSelectMultiple, **kw
    ),
    "no_boxes": lambda **kw: forms.MultipleChoiceField(
        choices=[], widget=forms.CheckboxSelectMultiple, **kw
    ),
    "parts": lambda **kw: forms.DateField(widget=forms.SelectDateWidget, **kw),
    "split": forms.SplitDateTimeField,
}


def form_of(*names, layout=(), data=None, prefix=None, **field):
    """A form of the fields ``names``, bound when ``data`` is given."""
    texts = {"label": NASTY, "help_text": NASTY} | field
    form = type("Asked", (forms.Form,), {name: ALL[name](**texts) for name in names})(
        data, prefix=prefix
    )
    form.helper = FormHelper()
    if layout:
        form.helper.layout = Layout(*layout)
    return form


class Ids(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.ids, self.links, self.tags = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.append((tag, attrs))
        self.ids += [attrs["id"]] if "id" in attrs else []
        if attrs.get("href", "").startswith("#"):
            self.links.append(attrs["href"][1:])


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("data", [None, {}], ids=["empty", "in error"])
def test_words_of_a_field_stay_text(name, data):
    html = PAGE.render({"form": form_of(name, data=data)})

    assert "<img" not in html
    assert "&lt;img src=x" in html
    assert "{{ 7|add:7 }}" in html


@pytest.mark.parametrize("prefix", [None, "second"])
@pytest.mark.parametrize("name", ALL)
def test_every_error_leads_to_what_exists_once(name, prefix):
    page = Ids(PAGE.render({"form": form_of(name, data={}, prefix=prefix)}))

    assert len(page.links) == 1
    assert page.ids.count(page.links[0]) == 1
    assert sorted(page.ids) == sorted(set(page.ids))


@pytest.mark.parametrize("name", ALL)
def test_help_and_error_are_read_with_the_control(name):
    page = Ids(PAGE.render({"form": form_of(name, data={})}))

    described = [attrs["aria-describedby"] for _, attrs in page.tags if "aria-describedby" in attrs]
    assert described == [f"id_{name}_helptext id_{name}_error"]
    assert set(described[0].split()) <= set(page.ids)


def test_what_was_typed_is_there_again():
    data = {"text": '"typed" & <kept>', "radios": "b", "boxes": ["b"], "select": "b", "long": "so"}
    html = PAGE.render({"form": form_of(*data, data=data)})

    assert 'value="&quot;typed&quot; &amp; &lt;kept&gt;"' in html
    assert "\nso</textarea>" in html
    assert '<option value="b" selected>' in html
    assert len(re.findall(r'<input type="(?:radio|checkbox)"[^>]* checked', html)) == 2


@pytest.mark.parametrize(
    ("name", "css"),
    [("text", "govuk-input"), ("long", "govuk-textarea"), ("select", "govuk-select")],
)
def test_a_control_in_error_has_a_red_border(name, css):
    assert f'class="{css} {css}--error"' in PAGE.render({"form": form_of(name, data={})})


def test_a_field_keeps_its_own_attributes_and_classes():
    layout = Field("text", css_class="govuk-input--width-5", data_key="k", id="mine")
    html = PAGE.render({"form": form_of("text", data={}, layout=[layout])})

    assert 'class="govuk-input govuk-input--error govuk-input--width-5"' in html
    assert 'data-key="k"' in html
    assert 'for="mine"' in html
    assert 'href="#mine"' in html


def test_optional_is_said_unless_the_form_says_otherwise():
    form = form_of("text", required=False)
    said = PAGE.render({"form": form})
    form.helper.mark_optional = False
    unsaid = PAGE.render({"form": form})

    assert "(optional)" in said
    assert "(optional)" not in unsaid


def test_labels_that_are_not_shown_are_still_there():
    form = form_of("text", "radios")
    form.helper.form_show_labels = False

    assert PAGE.render({"form": form}).count("govuk-visually-hidden") == 2


def test_form_has_method_token_and_no_browser_bubbles():
    form = form_of("file")
    form.helper.add_input(Submit("send", "Send & keep"))
    html = PAGE.render({"form": form, "csrf_token": "t0ken"})

    assert re.search(r'<form[^>]* method="post" novalidate enctype="multipart/form-data">', html)
    assert 'name="csrfmiddlewaretoken" value="t0ken"' in html
    assert ">Send &amp; keep</button>" in html


def test_a_form_that_asks_by_get_carries_no_token():
    form = form_of("text")
    form.helper.form_method = "get"

    assert "csrf" not in PAGE.render({"form": form, "csrf_token": "t0ken"})


def test_layout_objects():
    layout = [
        Fieldset(NASTY, "text", css_id="set", data_set="1"),
        Row(Column("email"), Column("number"), css_class="wide"),
        Div("tick", css_id="box", css_class="plain", data_box="1"),
        HTML("<p>As <em>written</em></p>"),
        InlineRadios("radios"),
        InlineCheckboxes("boxes"),
        Hidden("next", "a&b"),
        ButtonHolder(Submit("go", "Go"), Button("stop", "Stop")),
        FormActions(Submit("warn", "Warn", css_class="govuk-button--warning", disabled=True)),
    ]
    names = ["text", "email", "number", "tick", "radios", "boxes"]
    html = PAGE.render({"form": form_of(*names, layout=layout)})

    assert "<img" not in html
    assert '<fieldset class="govuk-fieldset" id="set" data-set="1">' in html
    assert 'class="de-form-row wide"' in html
    assert html.count('class="de-form-column"') == 2
    assert '<div id="box" class="plain" data-box="1">' in html
    assert "<p>As <em>written</em></p>" in html
    assert "govuk-radios--inline" in html
    assert "govuk-checkboxes--inline" in html
    assert '<input type="hidden" name="next" value="a&amp;b">' in html
    assert re.search(r'class="govuk-button govuk-button--secondary\s*"[^>]*>Stop<', html)
    assert re.search(r'govuk-button--warning"[^>]* disabled[^>]*>Warn<', html)


def test_errors_of_the_whole_form_are_listed_without_a_link():
    form = form_of("text", data={"text": "x"})
    form.add_error(None, "Ends before it starts")

    assert "<li>Ends before it starts</li>" in PAGE.render({"form": form})
    assert "<li>Ends before it starts</li>" in FILTERED.render({"form": form})


@pytest.mark.parametrize("page", [PAGE, FILTERED], ids=["tag", "filter"])
def test_formsets_show_each_form_and_each_error(page):
    kind = forms.formset_factory(type(form_of("text")), extra=2, min_num=3, validate_min=True)
    empty = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-text": "x"}
    html = page.render({"form": kind(empty)})

    assert 'name="form-TOTAL_FORMS"' in html
    assert html.count('class="de-formset__row"') == 2
    assert "Please submit at least 3 forms." in html
    assert set(Ids(html).links) <= set(Ids(html).ids)
