"""The pages on which the secretariat says what papers are asked."""

import datetime as dt

import pytest
from django.urls import reverse

from committee.models import TermsOfReference
from proposals.models import PaperOutline

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client, ed):
    client.force_login(ed)
    return client


def test_what_a_stage_needs_is_set_on_its_page(office):
    url = reverse("proposals:set_requirements", args=[1, "update"])

    answer = office.post(url, {"dpia": "stop", "summary": "warn", "bias": ""})

    assert answer.url == reverse("proposals:requirements", args=[1])
    rows = TermsOfReference.objects.get().requirements.values_list(
        "evidence", "section", "is_blocking"
    )
    assert sorted(rows) == [("", "summary", False), ("dpia", "", True)]
    assert office.get(url).context["form"].initial == {"dpia": "stop", "summary": "warn"}
    stages = dict(office.get(answer.url).context["stages"])
    assert (stages["update"]["must"], stages["update"]["may"]) == (1, 1)
    assert stages["proposal"] is None


def test_there_is_no_other_stage(office):
    url = reverse("proposals:set_requirements", args=[1, "epilogue"])

    assert office.get(url).status_code == 404


def test_an_unknown_level_is_refused_on_the_form(office):
    url = reverse("proposals:set_requirements", args=[1, "update"])

    assert office.post(url, {"dpia": "maybe"}).context["form"].errors


def test_a_stage_can_be_asked_before_there_is_an_outline(office):
    PaperOutline.objects.all().delete()

    url = reverse("proposals:set_requirements", args=[1, "update"])

    assert list(office.get(url).context["form"].fields)[:1] == ["dpia"]
    assert office.get(reverse("proposals:revise_outline")).status_code == 200


def test_a_new_version_of_the_outline_is_made_from_the_last(office):
    url = reverse("proposals:revise_outline")
    form = office.get(url).context["form"]
    said = {name: field.initial or "" for name, field in form.fields.items()}
    said |= {
        "in_use_from": "2030-01-01",
        "heading_0": "Summary for everybody",
        "heading_1": "",
        "heading_16": "Cost",
        "place_16": "1",
        "group_16": "paper",
    }

    answer = office.post(url, said)

    assert answer.url == reverse("proposals:outlines")
    outline = PaperOutline.objects.on(dt.date(2030, 1, 1))
    keys = list(outline.sections.order_by("position").values_list("key", flat=True))
    assert keys[:3] == ["summary", "cost", "news"]
    assert len(keys) == 16
    assert outline.sections.get(key="summary").heading == "Summary for everybody"
    assert "Summary for everybody" in office.get(answer.url).content.decode()
