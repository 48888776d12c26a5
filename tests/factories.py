"""One factory per model, and the words in which tests tell their stories."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from committee.models import Organisation, Role, TermsOfReference
from meetings.models import Capacity, Presence

DAY = dt.date(2026, 3, 2)
NINE = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = "committee.Person"

    name = factory.Sequence("Person {}".format)
    email = factory.Sequence("person{}@example.org".format)
    password = "!"


class AppointmentFactory(DjangoModelFactory):
    class Meta:
        model = "committee.Appointment"

    person = factory.SubFactory(PersonFactory)
    role = Role.MEMBER
    starts_on = dt.date(2019, 1, 1)


def appoint(role, **person):
    """A new person who holds ``role`` since 2019."""
    body = None
    if role == Role.PRESENTER:
        body = Organisation.objects.get(short_name="Lab")
    if role == Role.OFFICE:
        body = Organisation.objects.get(short_name="OPCC")
    return AppointmentFactory(person=PersonFactory(**person), role=role, organisation=body).person


class ProposalFactory(DjangoModelFactory):
    class Meta:
        model = "proposals.Proposal"

    slug = factory.Sequence("proposal-{}".format)
    title = factory.Sequence("Model {}".format)


class PaperFactory(DjangoModelFactory):
    class Meta:
        model = "proposals.Paper"

    proposal = factory.SubFactory(ProposalFactory)
    title = factory.Sequence("Paper {}".format)
    stage = "in_principle"
    state = "accepted"
    submitted_at = NINE
    accepted_at = factory.LazyAttribute(
        lambda paper: (
            None if paper.state in {"draft", "submitted", "returned"} else paper.submitted_at
        )
    )


class MeetingFactory(DjangoModelFactory):
    class Meta:
        model = "meetings.Meeting"

    slug = factory.LazyAttribute(lambda meeting: meeting.on.isoformat())
    on = DAY
    title = "Formal meeting"
    terms = factory.LazyFunction(lambda: TermsOfReference.objects.get(version=1))


class AgendaItemFactory(DjangoModelFactory):
    class Meta:
        model = "meetings.AgendaItem"

    meeting = factory.SubFactory(MeetingFactory)
    position = factory.Sequence(int)
    kind = "paper"
    title = factory.Sequence("Item {}".format)


class EntryFactory(DjangoModelFactory):
    class Meta:
        model = "meetings.Entry"

    item = factory.SubFactory(AgendaItemFactory)
    position = factory.Sequence(int)
    text = "Somebody said something."


class VoteFactory(DjangoModelFactory):
    class Meta:
        model = "meetings.Vote"

    item = factory.SubFactory(AgendaItemFactory)
    meeting = factory.SelfAttribute("item.meeting")
    terms = factory.SelfAttribute("item.meeting.terms")
    question = "What does the committee advise?"
    opened_at = NINE
    opened_by = factory.SubFactory(PersonFactory)


def seat(meeting, person, **attendance):
    """Mark ``person`` present at ``meeting``; those who vote by appointment are voting."""
    votes = person.is_voting_member
    defaults = {
        "name": person.name,
        "presence": Presence.PRESENT,
        "capacity": Capacity.MEMBER if votes else Capacity.GUEST,
        "is_voting": votes,
    }
    return meeting.attendances.create(person=person, **defaults | attendance)


def item_with_paper(meeting, **item):
    """An agenda item of ``meeting`` with one submitted paper."""
    paper = PaperFactory()
    meeting.meeting_papers.create(paper=paper, key=paper.proposal.slug)
    agenda_item = AgendaItemFactory(meeting=meeting, **item)
    agenda_item.item_papers.create(paper=paper)
    return agenda_item


def an_interest(member, *, effect="leave", **concerns):
    """An interest of ``member`` in an ``item``, or in a ``paper`` of ``meeting``."""
    meeting = concerns.pop("meeting", None) or concerns["item"].meeting
    facts = {"nature": "Works there", "declared_at": NINE, "recorded_by": member}
    return meeting.interests.create(member=member, effect=effect, **facts, **concerns)
