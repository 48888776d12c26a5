"""Questions in advance through their pages."""

import pytest

from proposals.actions import ask_question, send_questions
from proposals.models import AdvanceQuestion
from tests.papers import a_paper, section

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper():
    return a_paper()


@pytest.fixture
def shared(paper, dev):
    return ask_question(paper, by=dev, text="How often?", is_shared=True)


def test_a_member_asks_at_a_section_and_keeps_a_draft(client, paper, chloe):
    client.force_login(chloe)
    form = client.get(paper.url_to("ask_question") + "?section=bias").content.decode()
    assert f'<option value="{section("bias").pk}" selected>' in form

    client.post(paper.url_to("ask_question"), {"text": "Why?", "section": section("bias").pk})

    asked = AdvanceQuestion.objects.get()
    assert (asked.state, asked.section, asked.asked_by) == ("drafted", section("bias"), chloe)
    client.post(asked.url_to("revise_question"), {"text": "Why not?", "section": ""})
    client.post(asked.url_to("share_question"))
    asked.refresh_from_db()
    assert (asked.state, asked.text, asked.section) == ("shared", "Why not?", None)
    client.post(asked.url_to("withdraw_question"))
    asked.refresh_from_db()
    assert asked.state == "withdrawn"
    assert "Why not?" not in client.get(paper.url_to("questions")).content.decode()


def test_a_question_is_shared_at_once(client, paper, chloe, dev):
    client.force_login(chloe)
    client.post(paper.url_to("ask_question"), {"text": "Why?", "share": "1"})

    client.force_login(dev)
    assert "Chloe Member asks" in client.get(paper.url_to("questions")).content.decode()


def test_an_unknown_section_in_the_address_is_no_section(client, paper, chloe):
    client.force_login(chloe)

    assert client.get(paper.url_to("ask_question") + "?section=none").status_code == 200
    type(paper).objects.update(outline=None)
    assert client.get(paper.url_to("ask_question") + "?section=bias").status_code == 200


def test_the_secretariat_sends_those_that_are_ticked(client, paper, shared, ed, chloe):
    draft = ask_question(paper, by=chloe, text="Hm?")
    client.force_login(ed)
    assert f'value="{shared.pk}"' in client.get(paper.url_to("questions")).content.decode()

    refused = client.post(paper.url_to("send_questions"), {"questions": [draft.pk]})
    assert refused.status_code == 409
    client.post(paper.url_to("send_questions"), {"questions": [shared.pk]})

    shared.refresh_from_db()
    assert shared.state == "sent"


def test_members_have_no_boxes_to_tick(client, paper, shared, chloe):
    client.force_login(chloe)

    assert 'name="questions"' not in client.get(paper.url_to("questions")).content.decode()


def test_the_body_answers_without_learning_who_asked(client, paper, shared, ed, dev, amina):
    send_questions(paper, by=ed, questions=[shared])
    client.force_login(amina)
    pages = [client.get(there).content.decode() for there in (
        paper.url_to("questions"), paper.get_absolute_url(), shared.url_to("answer_question"),
    )]  # fmt: skip
    assert all("How often?" in one and "Dev Member" not in one for one in pages)
    assert "A member of the committee asks" in pages[0]

    client.post(shared.url_to("answer_question"), {"text": "Each week."})

    client.force_login(dev)
    assert "Each week." in client.get(paper.url_to("questions")).content.decode()


def test_what_is_not_sent_is_not_found_by_the_body(client, paper, shared, amina):
    client.force_login(amina)

    assert client.get(shared.url_to("answer_question")).status_code == 404
    assert "No question yet" in client.get(paper.url_to("questions")).content.decode()


def test_queries_do_not_grow_with_questions(client, paper, shared, ed, django_assert_num_queries):
    client.force_login(ed)
    there = paper.url_to("questions")
    client.get(there)
    with django_assert_num_queries(7) as first:
        client.get(there)
    for _ in range(4):
        ask_question(paper, by=shared.asked_by, text="And?", is_shared=True)

    with django_assert_num_queries(len(first)):
        client.get(there)
