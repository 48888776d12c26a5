"""Conducting a vote through its pages, and what they never show."""

import pytest
from django.urls import reverse

from committee.models import TermsOfReference
from meetings import actions
from proposals.models import Decision
from tests.factories import NINE, item_with_paper
from tests.votes import closed_vote, decided, vote_on


@pytest.fixture
def as_(client):
    def sign_in(person):
        client.force_login(person)
        return client

    return sign_in


@pytest.fixture
def item(meeting):
    return item_with_paper(meeting, number="5")


def page(name, meeting, *args):
    return reverse(f"meetings:{name}", args=[meeting.slug, *args])


def text_of(response):
    return response.content.decode()


def test_a_vote_from_the_question_to_the_outcome(as_, meeting, item, ed, ben, chloe):
    browser = as_(ed)
    papers = {"papers": [item.papers.get().pk], "question": "On this?", "how": "room"}

    opened = browser.post(page("open_vote", meeting, item.pk), papers)
    vote = item.votes.get()
    assert opened.url == vote.get_absolute_url()
    taken = browser.post(page("take_ballot", meeting, vote.pk, ben.pk), {"choice": "C"})
    assert taken.url == vote.take_url(chloe)
    browser.post(page("take_ballot", meeting, vote.pk, chloe.pk), {"choice": "C"})
    browser.post(page("close_vote", meeting, vote.pk))
    counted = browser.get(vote.get_absolute_url())
    assert "Unanimous for C, with 2 votes." in text_of(counted)
    recorded = browser.post(page("record_outcome", meeting, vote.pk), {"letter": "C"})

    decision = Decision.objects.get()
    assert (decision.outcome.letter, decision.unanimity) == ("C", "unanimous")
    assert recorded.url == page("advice", meeting, decision.advice_id)
    assert "Outcome on record" in text_of(browser.get(vote.get_absolute_url()))


def test_the_list_shows_what_is_left_to_decide(as_, meeting, item, ed, ben):
    decided(meeting, by=ben)
    deferred = item_with_paper(meeting)
    actions.record_result(deferred, list(deferred.papers.all()), by=ed, result="deferred")

    shown = text_of(as_(ed).get(page("votes", meeting)))

    assert shown.count("Open a vote") == 1
    assert page("open_vote", meeting, item.pk) in shown
    assert "Deferred" in shown
    assert "Proceed with major amendments" in shown


def test_an_empty_list_says_so(as_, meeting, ed):
    shown = text_of(as_(ed).get(page("votes", meeting)))

    assert "No paper yet" in shown
    assert "No advice yet" in shown


def test_nobody_reads_a_ballot_before_the_close(as_, meeting, ed, ben, chloe, dev):
    vote = vote_on(meeting, by=ben)
    actions.cast_ballot(vote, by=chloe, choice="E", reason="My own reason")

    for person in (ed, ben, dev):
        shown = text_of(as_(person).get(vote.get_absolute_url()))
        assert "More information" not in shown
        assert "My own reason" not in shown
        assert ("Chloe Member" in shown) == (person == ed)


def test_the_secretary_sees_who_has_not_voted(as_, meeting, ed, ben, chloe):
    vote = vote_on(meeting, by=ben)
    actions.cast_ballot(vote, by=chloe, choice="E")
    actions.take_ballot(vote, ben, by=ed, choice="E")

    voters = as_(ed).get(vote.get_absolute_url()).context["voters"]

    assert [(voter.name, ballot) for voter, ballot in voters] == [
        ("Ben Chair", "taken"),
        ("Chloe Member", "own"),
        ("Dev Member", ""),
    ]


def test_after_the_close_there_are_counts_and_no_names(as_, meeting, ed, ben, chloe, dev):
    vote = closed_vote(meeting, by=ben, ballots={ben: "A", chloe: "E", dev: "E"})

    shown = text_of(as_(chloe).get(vote.get_absolute_url()))

    assert "E has 2 of 3 votes." in shown
    assert "Dev Member" not in shown
    assert "Your own ballot" in shown


def test_a_question_to_the_chair_keeps_what_was_typed(as_, meeting, ed, ben, chloe):
    vote = closed_vote(meeting, by=ben, ballots={ben: "A", chloe: "E"})
    url = page("record_outcome", meeting, vote.pk)

    asked = as_(ed).post(url, {"letter": "E", "unanimity": "", "reason": ""})

    assert asked.status_code == 200
    assert asked.context["form"].errors == {
        "reason": [
            "There is a tie between A and E. The terms do not say whether the chair has a casting"
            " vote. Which outcome does the chair state, and why?"
        ]
    }
    assert asked.context["form"]["letter"].value() == "E"


def test_a_description_that_the_count_does_not_bear_out(as_, meeting, ed, ben, chloe):
    vote = closed_vote(meeting, by=ben, ballots={ben: "A", chloe: "E"})
    typed = {"letter": "E", "unanimity": "unanimous", "reason": "Casting vote."}

    asked = as_(ed).post(page("record_outcome", meeting, vote.pk), typed)

    assert "That is not unanimous" in asked.context["form"].errors["unanimity"][0]


def test_differing_views_without_words_of_their_own_are_minuted_all_the_same(as_, meeting, ed, ben):
    vote = closed_vote(meeting, by=ben, ballots={ben: "A"})

    typed = {"letter": "A", "differs": "on", "differing_views": ""}
    as_(ed).post(page("record_outcome", meeting, vote.pk), typed)

    assert Decision.objects.get().differing_views == "Some members held a different view."


def test_an_outcome_is_not_asked_of_an_open_vote(as_, meeting, ed, ben):
    vote = vote_on(meeting, by=ben)

    answer = as_(ed).post(page("record_outcome", meeting, vote.pk), {"letter": "A"})

    assert answer.url == vote.get_absolute_url()


def test_an_outcome_is_a_choice(as_, meeting, ed, ben):
    vote = closed_vote(meeting, by=ben, ballots={ben: "A"})

    asked = as_(ed).post(page("record_outcome", meeting, vote.pk), {})

    assert asked.context["form"].errors == {"letter": ["Choose the outcome."]}


def test_before_a_casting_vote_the_page_asks_who_chaired(as_, meeting, ed, ben, chloe, dev):
    TermsOfReference.objects.update(chair_has_casting_vote=True)
    meeting.chaired_by = ben
    meeting.save()
    meeting.attendances.filter(person=ben).update(left_at=NINE)
    vote = closed_vote(meeting, by=ed, ballots={chloe: "A", dev: "E"})
    asked = as_(ed).get(vote.get_absolute_url())
    assert asked.context["chairs"] == [chloe, dev]
    assert "Note first who chaired the item." in text_of(asked)

    chaired = {"chair": dev.pk, "vote": vote.pk}
    noted = as_(ed).post(page("chair_item", meeting, vote.item_id), chaired)

    assert noted.url == vote.get_absolute_url()
    again = as_(ed).get(vote.get_absolute_url())
    assert again.context["chairs"] == []
    assert "Dev Member chairs this item and has the casting vote." in text_of(again)


def test_who_does_not_note_it_is_not_asked_who_chaired(as_, meeting, ed, ben, chloe, dev):
    TermsOfReference.objects.update(chair_has_casting_vote=True)
    meeting.attendances.filter(person=dev).update(left_at=NINE)
    vote = closed_vote(meeting, by=ed, ballots={ben: "A", chloe: "E"})
    meeting.chaired_by, meeting.state = dev, "closed"
    meeting.save()

    assert as_(ben).get(vote.get_absolute_url()).context["chairs"] == []
    assert as_(ed).get(vote.get_absolute_url()).context["chairs"] == [ben, chloe]


def test_a_show_of_hands(as_, meeting, ed, ben):
    vote = vote_on(meeting, by=ben)
    url = page("record_show_of_hands", meeting, vote.pk)

    wrong = as_(ed).post(url, {"A": "9"})
    right = as_(ed).post(url, {"B": "2", "abstain": "1", "A": ""})

    assert wrong.context["form"].non_field_errors() == ["9 hands were entered, and 3 may vote."]
    assert right.url == vote.get_absolute_url()
    vote.refresh_from_db()
    assert (vote.count, vote.method) == ({"B": 2, "abstain": 1}, "show_of_hands")


def test_unanimity_without_a_count(as_, meeting, ed, ben):
    vote = vote_on(meeting, by=ben)

    as_(ed).post(page("record_unanimity", meeting, vote.pk), {"letter": "E"})

    vote.refresh_from_db()
    assert vote.count == {"E": None}
    assert "Unanimous for E, without a count." in text_of(as_(ed).get(vote.get_absolute_url()))


def test_a_vote_is_declared_void(as_, meeting, ben):
    vote = vote_on(meeting, by=ben)
    url = page("void_vote", meeting, vote.pk)

    assert "must not be" not in text_of(as_(ben).get(url))
    as_(ben).post(url, {"reason": "The wrong paper was shown."})

    shown = text_of(as_(ben).get(vote.get_absolute_url()))
    assert "This vote is void: The wrong paper was shown." in shown


def test_a_result_without_a_vote(as_, meeting, item, ed):
    url = page("record_result", meeting, item.pk)
    browser = as_(ed)

    assert browser.get(url).status_code == 200
    typed = {"papers": [item.papers.get().pk], "result": "deferred", "reason": "No time."}
    assert browser.post(url, typed).url == page("votes", meeting)

    assert Decision.objects.get().result == "deferred"


def test_an_outcome_is_withdrawn(as_, meeting, ben):
    decision = decided(meeting, by=ben)
    url = page("withdraw_outcome", meeting, decision.pk)

    assert as_(ben).get(url).status_code == 200
    as_(ben).post(url, {"reason": "A slip."})

    assert not Decision.objects.exists()


def test_the_terms_decide_what_the_page_asks(as_, meeting, ed, ben, chloe, dev):
    TermsOfReference.objects.update(voting_rule="majority", quorum_at_least=2)
    vote = closed_vote(meeting, by=ben, ballots={ben: "B", chloe: "B", dev: "A"})

    shown = as_(ed).get(vote.get_absolute_url())

    assert shown.context["form"].initial == {"letter": "B"}
    assert "Quorate" in text_of(shown)
    assert "more than half of those voting" in text_of(shown)


@pytest.mark.parametrize("name", ["amina", "gus"])
@pytest.mark.parametrize("where", ["votes", "vote", "cast_ballot"])
def test_who_does_not_sit_with_the_committee_finds_nothing(as_, meeting, ben, name, where, request):
    vote = vote_on(meeting, by=ben)
    args = [] if where == "votes" else [vote.pk]

    answer = as_(request.getfixturevalue(name)).get(page(where, meeting, *args))

    assert answer.status_code == 404


@pytest.mark.parametrize(
    "act", ["take_ballot", "record_show_of_hands", "record_unanimity", "void_vote", "open_vote"]
)
def test_a_member_is_told_that_it_is_not_for_them(as_, meeting, ben, chloe, dev, act):
    vote = vote_on(meeting, by=ben)
    args = {"take_ballot": [vote.pk, dev.pk], "open_vote": [vote.item.pk]}.get(act, [vote.pk])

    answer = as_(chloe).get(page(act, meeting, *args))

    assert answer.status_code == 403
    assert "This is not for your account" in text_of(answer)


def test_the_list_takes_as_many_queries_for_three_papers_as_for_one(
    as_, meeting, ed, ben, django_assert_max_num_queries
):
    browser = as_(ed)
    decided(meeting, by=ben)
    item_with_paper(meeting)
    with django_assert_max_num_queries(60) as few:
        browser.get(page("votes", meeting))
    for _ in range(3):
        decided(meeting, by=ben)
        item_with_paper(meeting)

    with django_assert_max_num_queries(len(few)):
        browser.get(page("votes", meeting))
