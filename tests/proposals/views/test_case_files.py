"""The page of case files: who is offered what, how far it is, and how many queries it takes."""

import pytest
from django.urls import reverse

from proposals.actions import order_case_file
from proposals.models import CaseFile
from tests.case_files import made
from tests.factories import PaperFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposal():
    return PaperFactory(proposal__slug="model").proposal


@pytest.fixture
def page(client):
    return lambda **more: client.get(reverse("proposals:case_files", args=["model"]), **more)


def test_secretary_orders_from_the_workspace(client, proposal, ed, page):
    client.force_login(ed)
    workspace = client.get("/proposals/model/work/").content.decode()
    assert reverse("proposals:case_files", args=["model"]) in workspace

    order = reverse("proposals:order_case_file", args=["model"])
    answer = client.post(order, {"edition": "internal"}, follow=True).content.decode()

    assert "The case file is being made." in answer
    file = CaseFile.objects.get()
    assert f"0 of {file.parts} files" in answer
    assert "No published minutes name this proposal yet." in answer


def test_page_that_waits_is_told_only_what_is_new(client, proposal, ed, page):
    client.force_login(ed)
    ordered = order_case_file(proposal, by=ed, edition="internal")
    asked = {"headers": {"HX-Request": "true"}}

    assert page(query_params={"was": f"{ordered.pk}-queued-0"}, **asked).status_code == 204
    assert b"<html" not in page(query_params={"was": "nothing"}, **asked).content


def test_nothing_new_is_said(client, proposal, ed, page):
    client.force_login(ed)
    made(proposal, by=ed)

    order = reverse("proposals:order_case_file", args=["model"])
    answer = client.post(order, {"edition": "internal"}, follow=True).content.decode()

    assert "Nothing has changed since the last one" in answer
    assert CaseFile.objects.count() == 1


def test_unknown_edition_is_not_found(client, proposal, ed):
    client.force_login(ed)
    order = reverse("proposals:order_case_file", args=["model"])

    assert client.post(order, {"edition": "all"}).status_code == 404


def test_file_that_is_not_ready_is_not_found(client, proposal, ed):
    client.force_login(ed)
    ordered = order_case_file(proposal, by=ed, edition="internal")

    assert client.get(ordered.get_absolute_url()).status_code == 404


def test_members_see_no_internal_edition(client, proposal, ed, chloe, page):
    made(proposal, by=ed)
    client.force_login(chloe)
    html = page().content.decode()

    assert "None yet" in html
    assert "Internal" not in html


def test_many_case_files_take_no_more_queries(
    client, proposal, ed, page, django_assert_max_num_queries
):
    client.force_login(ed)
    made(proposal, by=ed)
    page()
    with django_assert_max_num_queries(40) as few:
        page()
    for _ in range(3):
        PaperFactory(proposal=proposal)
        made(proposal, by=ed)
    with django_assert_max_num_queries(len(few)):
        page()
