"""What an interest closes and what is told of it: the register, the panel, the minutes, /work/."""

import pytest

from committee.models import Document
from committee.worklist import gather
from meetings import actions
from meetings.agenda_document import snapshot_of as agenda_of
from meetings.interests import closed_to
from meetings.models import ActionPoint, Interest
from meetings.register import declarations, interests_to_rule, panel, register
from proposals.models import Paper, Proposal
from tests.factories import NINE, AgendaItemFactory, PaperFactory, PersonFactory, item_with_paper
from tests.interests import LEAVE, NATURE, NOTE, SPEAK, declared, recuse
from tests.publishing import published
from tests.votes import vote_on


@pytest.fixture
def item(meeting):
    return item_with_paper(meeting, number="5", title="Vehicles")


def fresh(person):
    """``person`` as the next request finds them."""
    return type(person).objects.get(pk=person.pk)


def test_an_item_closes_its_papers_and_what_is_under_it(meeting, item, chloe, dev):
    part = AgendaItemFactory(meeting=meeting, parent=item)
    part.item_papers.create(paper=PaperFactory())
    declared(meeting, chloe, item=item)

    closed = closed_to(fresh(chloe))

    assert closed.items == {item.pk, part.pk}
    assert closed.papers == {item.papers.get().pk, part.papers.get().pk}
    assert closed_to(fresh(dev)).items == set()


def test_a_paper_closes_every_item_that_hears_it_and_no_other_paper(meeting, item, chloe):
    paper, other = item.papers.get(), PaperFactory()
    advice = AgendaItemFactory(meeting=meeting, kind="advice")
    for one in (paper, other):
        advice.item_papers.create(paper=one)
    declared(meeting, chloe, paper=paper)

    closed = closed_to(fresh(chloe))

    assert closed.items == {item.pk, advice.pk}
    assert list(Paper.objects.visible_to(fresh(chloe))) == [other]
    assert not Proposal.objects.visible_to(fresh(chloe)).filter(pk=paper.proposal_id).exists()
    for one in closed.items:
        assert Interest.objects.in_item(meeting.items.get(pk=one)).exists()


@pytest.mark.parametrize("effect", [NOTE, SPEAK])
def test_only_whoever_leaves_finds_doors_closed(meeting, item, chloe, effect):
    declared(meeting, chloe, effect=effect, item=item)

    assert closed_to(fresh(chloe)).items == set()


def test_many_interests_are_asked_about_in_as_few_questions_as_one(
    meeting, item, chloe, django_assert_num_queries
):
    others = [item_with_paper(meeting) for _ in range(4)]
    recuse(chloe, item, *others[:2])
    meeting.interests.create(
        paper=others[2].papers.get(), member=chloe, recorded_by=chloe, nature=NATURE,
        effect=LEAVE, declared_at=NINE,
    )  # fmt: skip

    with django_assert_num_queries(3):
        closed = closed_to(chloe)

    assert closed.items == {one.pk for one in [item, *others[:3]]}
    assert closed.papers == {one.papers.get().pk for one in [item, *others[:3]]}


def test_doors_open_when_it_is_withdrawn_or_the_minutes_are_published(meeting, item, chloe, ed):
    interest = declared(meeting, chloe, item=item)
    actions.withdraw_interest(interest, by=chloe)
    assert not closed_to(fresh(chloe)).meetings

    recuse(chloe, item)
    assert closed_to(fresh(chloe)).meetings == {meeting.pk}
    published(meeting, ed)

    assert not closed_to(fresh(chloe)).meetings


def test_the_register_tells_the_committee_and_hides_others_from_who_left(
    meeting, item, ben, chloe, dev
):
    declared(meeting, chloe, item=item)
    declared(meeting, dev, effect=SPEAK, item=item)

    seen = {who: [row.interest.member for row in register(meeting, fresh(who)).rows]
            for who in (ben, chloe, dev)}  # fmt: skip

    assert seen == {ben: [chloe, dev], chloe: [chloe], dev: [chloe, dev]}
    assert [row.effect for row in register(meeting, ben).rows] == [
        "leaves, does not vote",
        "may speak, does not vote",
    ]


def test_a_paper_is_not_named_to_whoever_left_for_it(meeting, item, ben, chloe):
    declared(meeting, chloe, paper=item.papers.get())

    assert register(meeting, fresh(chloe)).rows[0].where == "a paper"
    assert str(item.papers.get()) in register(meeting, ben).rows[0].where


def test_the_panel_offers_each_what_they_may_do(meeting, item, ben, chloe, ed):
    actions.declare_interest(meeting, by=chloe, nature=NATURE, item=item)

    of_chair, of_member = panel(meeting, item, ben), panel(meeting, item, fresh(chloe))

    assert (of_chair.awaiting, of_chair.rows[0].may_rule, of_chair.record_url) == (1, True, "")
    assert (of_member.rows[0].may_rule, of_member.rows[0].may_withdraw) == (False, True)
    assert of_member.declare_url.endswith(f"/declare/?about=item-{item.pk}")
    assert panel(meeting, item, ed).record_url
    assert panel(meeting, AgendaItemFactory(meeting=meeting), ben).rows == []


def test_minutes_say_who_declared_and_what_followed(meeting, item, ben, chloe, dev):
    hidden = AgendaItemFactory(
        meeting=meeting, title="Names somebody", restricted=True, restricted_reason="Personal"
    )
    declared(meeting, chloe, item=item)
    declared(meeting, dev, effect=SPEAK, paper=item.papers.get())
    declared(meeting, ben, effect=NOTE, item=hidden)
    taken_back = declared(meeting, ben, item=item)
    actions.withdraw_interest(taken_back, by=ben)

    assert declarations(meeting) == [
        "Chloe Member declared an interest in item 5 and left the room for it.",
        "Dev Member declared an interest in item 5 and did not vote on it.",
        "Ben Chair declared an interest in an item that is withheld.",
    ]


def test_a_ruling_waits_on_the_worklist_until_somebody_rules(meeting, item, ben, chloe):
    interest = actions.declare_interest(meeting, by=chloe, nature=NATURE, item=item)
    texts = [one.text for group in gather(ben) for one in group.items]
    assert "Rule on the interest of Chloe Member in item 5, Vehicles" in texts

    actions.rule_on_interest(interest, by=ben, effect=LEAVE, reason="Her own department.")

    texts = [one.text for group in gather(ben) for one in group.items]
    assert not [text for text in texts if text.startswith("Rule on")]


def test_a_ruling_waits_until_the_minutes_are_approved(minutes, item, ben, ed, chloe):
    item.meeting.interests.create(
        item=item, member=chloe, nature=NATURE, declared_at=NINE, recorded_by=chloe
    )
    actions.record_result(item, item.papers.all(), by=ed, result="not_asked")
    assert len(interests_to_rule(ed)) == 1

    actions.approve_minutes(actions.issue_draft_minutes(minutes, by=ed), by=ben)

    assert interests_to_rule(ed) == []


def test_the_worklist_of_whoever_left_tells_nothing_of_it(meeting, item, ben, chloe):
    ActionPoint.objects.create(
        meeting=meeting, item=item, text="SECRET", owner_person=chloe, due_on=meeting.on
    )
    vote_on(meeting, by=ben, item=item)
    before = [one.text for group in gather(fresh(chloe)) for one in group.items]
    declared(meeting, chloe, item=item)

    after = [one.text for group in gather(fresh(chloe)) for one in group.items]

    assert {"SECRET", "Cast your ballot: Vehicles"} <= set(before)
    assert not {"SECRET", "Cast your ballot: Vehicles"} & set(after)


def test_the_common_agenda_leaves_out_what_was_agreed_while_somebody_was_outside(
    meeting, item, chloe
):
    ActionPoint.objects.create(meeting=meeting, item=item, text="SECRET")
    assert [row["text"] for row in agenda_of(meeting)["actions"]] == ["SECRET"]

    declared(meeting, chloe, item=item)

    assert agenda_of(meeting)["actions"] == []


def test_a_recused_chair_does_not_conduct_and_the_vice_chair_does(meeting, item, ben):
    vice = PersonFactory()
    vice.appointments.create(role="vice_chair", starts_on=meeting.on)
    declared(meeting, ben, effect=SPEAK, item=item)

    with pytest.raises(Exception, match="somebody else conducts"):
        vote_on(meeting, by=fresh(ben), item=item)
    assert vote_on(meeting, by=vice, item=item).is_open


def test_drafts_as_files_are_closed_whole(meeting, item, ben, chloe, ed):
    recuse(chloe, item)
    meeting.state = "closed"
    meeting.save()
    version = actions.issue_draft_minutes(actions.draft_minutes(meeting, by=ben), by=ed)

    assert version.draft_document in Document.objects.visible_to(fresh(ben))
    assert version.draft_document not in Document.objects.visible_to(fresh(chloe))
