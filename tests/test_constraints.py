"""Every rule the database keeps is broken here once, and must refuse by its name.

The last test makes sure that none is forgotten: a new constraint needs a row in BROKEN.
"""

import datetime as dt
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.models import UniqueConstraint

from committee.models import Document, Mail, Organisation, TermsOfReference
from meetings.models import ActionPoint, Ballot, MinutesVersion
from proposals.models import (
    Advice,
    AdviceLetter,
    AdviceLine,
    Decision,
    PaperFile,
    ProposalMatch,
    PublishedOutcome,
    Recommendation,
)
from tests import factories
from tests.factories import DAY, NINE

pytestmark = pytest.mark.django_db
SOMEBODY = factories.PersonFactory


def make(model, **defaults):
    """A function that makes a good row of ``model``; what it is given makes it bad."""
    return lambda **fields: model.objects.create(
        **{
            name: value() if callable(value) else value
            for name, value in (defaults | fields).items()
        }
    )


def twice(maker, **fields):
    def make_two():
        fixed = {name: value() if callable(value) else value for name, value in fields.items()}
        maker(**fixed)
        maker(**fixed)

    return make_two


def once(maker, **fields):
    return lambda: maker(
        **{name: value() if callable(value) else value for name, value in fields.items()}
    )


appointment = factories.AppointmentFactory
terms = make(TermsOfReference, version=9, in_force_from=DAY)
document = make(
    Document,
    key=lambda: str(uuid4()),
    title="Agenda",
    template="x.html",
    snapshot={},
    ordered_at=NINE,
    ordered_by=SOMEBODY,
)
proposal, paper = factories.ProposalFactory, factories.PaperFactory
published = make(
    PublishedOutcome,
    paper=paper,
    meeting_slug="2026-03-02",
    held="2 March 2026",
    position=0,
    anchor="outcome",
    title="Paper",
    result="deferred",
    label="Deferred",
)
match = make(ProposalMatch, paper=paper, candidate=proposal, score=1)
advice = make(Advice, heading="Advice")
advice_line = make(AdviceLine, advice=advice, position=0, text="Words")
decision = make(Decision, result="no_outcome")
letter = make(AdviceLetter, advice=advice)
recommendation = make(Recommendation, line=advice_line, kind="R", number=1)
meeting, item, entry = factories.MeetingFactory, factories.AgendaItemFactory, factories.EntryFactory
vote = factories.VoteFactory
minutes = make(MinutesVersion, meeting=meeting, number=1)
action = make(ActionPoint, meeting=lambda: meeting(slug="another"), text="Do it")


def option(letter="A"):
    return TermsOfReference.objects.get(version=1).options.get(letter=letter)


def attendance(**fields):
    fields = {"meeting": None, "capacity": "guest", "presence": "present"} | fields
    fields["meeting"] = fields["meeting"] or meeting()
    return fields.pop("meeting").attendances.create(**fields)


def follow_itself():
    own = paper()
    own.predecessor = own
    own.save()


def same_paper_twice(through):
    def make_two():
        own = paper()
        if through == "item":
            holder = item().item_papers
        elif through == "decision":
            holder = decision().decision_papers
        else:
            holder = meeting().meeting_papers
        keys = [{"key": "one"}, {"key": "two"}] if through == "meeting" else [{}, {}]
        for fields in keys:
            holder.create(paper=own, **fields)

    return make_two


def same_key_twice():
    papers = meeting().meeting_papers
    papers.create(paper=paper(), key="one")
    papers.create(paper=paper(), key="one")


def same_alias_twice():
    names = proposal().aliases
    names.create(name="IOM model")
    names.create(name="I.O.M. – Model".replace(".", ""))


def same_ballot_twice():
    own, member = vote(), SOMEBODY()
    for letter in "AB":
        Ballot.objects.create(
            vote=own, member=member, choice=option(letter), cast_at=NINE, recorded_by=member
        )


def two_open_votes():
    own = vote()
    vote(item=own.item)


def two_unpublished_versions():
    own = minutes()
    minutes(meeting=own.meeting, number=2, change_note="A name")


def same_number_twice():
    by = SOMEBODY()
    steps = {
        f"{step}_{who}": NINE if who == "at" else by
        for step in ("issued", "approved", "published")
        for who in ("at", "by")
    }
    own = minutes(state="published", snapshot={}, **steps)
    minutes(meeting=own.meeting)


def same_file_twice():
    own = paper()
    for name in ("a.pdf", "b.pdf"):
        PaperFile.objects.create(
            paper=own, name=name, sha256="0" * 64, size=1, media_type="x", added_by=SOMEBODY()
        )


BROKEN = {
    "appointment_role_known": once(appointment, role="king"),
    "appointment_ends_after_it_starts": once(appointment, ends_on=dt.date(2018, 1, 1)),
    "appointment_made_once": twice(appointment, person=SOMEBODY),
    "presenter_belongs_to_an_organisation": once(appointment, role="presenter"),
    "terms_voting_rule_known": once(terms, voting_rule="lots"),
    "terms_quorum_share_is_whole": once(terms, quorum_numerator=1),
    "terms_quorum_share_at_most_everybody": once(terms, quorum_numerator=3, quorum_denominator=2),
    "outcome_option_provenance_known": lambda: terms().options.create(
        letter="A", provenance="heard"
    ),
    "outcome_letter_once_per_terms": lambda: option("A").terms.options.create(
        letter="A", provenance="assumed"
    ),
    "outcome_letter_a_to_e": lambda: terms().options.create(letter="F", provenance="assumed"),
    "document_state_known": once(document, state="lost"),
    "document_lease_has_a_token": once(document, lease_until=NINE),
    "document_file_is_whole": once(document, sha256="0" * 64),
    "document_ready_has_its_file": once(document, state="ready"),
    "document_failure_only_when_failed": once(document, failure="No ink"),
    "proposal_kind_known": once(proposal, kind="magic"),
    "proposal_level_known": once(proposal, level="planet"),
    "proposal_phase_known": once(proposal, phase="limbo"),
    "alias_once_per_proposal": same_alias_twice,
    "match_state_known": once(match, state="maybe"),
    "match_decided_by_someone_at_some_time": once(match, decided_at=NINE),
    "match_answered_at_some_time": once(match, state="confirmed"),
    "published_result_known": once(published, result="maybe"),
    "published_outcome_once": twice(published, paper=paper),
    "match_asked_once": twice(match, paper=paper, candidate=proposal),
    "paper_state_known": once(paper, state="lost"),
    "paper_stage_known": once(paper, stage="third act"),
    "paper_does_not_follow_itself": follow_itself,
    "paper_file_once": same_file_twice,
    "advice_state_known": once(advice, state="lost"),
    "advice_approved_by_someone_at_some_time": once(advice, approved_at=NINE),
    "advice_approved_at_some_time": once(advice, state="approved"),
    "advice_line_kind_known": once(advice_line, kind="song"),
    "advice_line_restricted_with_a_reason": once(advice_line, restricted=True),
    "decision_result_known": once(decision, result="maybe"),
    "decision_unanimity_known": once(decision, unanimity="loud"),
    "decision_has_an_outcome_or_another_result": once(decision, result="outcome"),
    "paper_once_per_decision": same_paper_twice("decision"),
    "recommendation_kind_known": once(recommendation, kind="Z"),
    "recommendation_state_known": once(recommendation, state="lost"),
    "recommendation_number_once": twice(recommendation),
    "letter_state_known": once(letter, state="lost"),
    "letter_approved_by_someone_at_some_time": once(letter, approved_at=NINE),
    "letter_sent_by_someone_at_some_time": once(letter, sent_at=NINE),
    "letter_approved_has_its_document": once(letter, state="approved"),
    "letter_sent_at_some_time": once(
        letter, state="sent", approved_at=NINE, approved_by=SOMEBODY, document=document
    ),
    "meeting_state_known": once(meeting, state="lost"),
    "meeting_precision_known": once(meeting, precision="century"),
    "meeting_date_basis_known": once(meeting, date_basis="dreamt"),
    "meeting_date_is_known_to_its_precision": once(meeting, slug="x", on=None),
    "paper_once_per_meeting": same_paper_twice("meeting"),
    "paper_key_once_per_meeting": same_key_twice,
    "attendance_presence_known": once(attendance, presence="ghost"),
    "attendance_capacity_known": once(attendance, capacity="ghost"),
    "attendance_once": twice(attendance, meeting=meeting, person=SOMEBODY),
    "only_members_known_by_name_vote": once(attendance, is_voting=True),
    "item_kind_known": once(item, kind="dance"),
    "item_restricted_with_a_reason": once(item, restricted=True),
    "paper_once_per_item": same_paper_twice("item"),
    "entry_kind_known": once(entry, kind="song"),
    "entry_restricted_with_a_reason": once(entry, restricted=True),
    "vote_state_known": once(vote, state="lost"),
    "vote_method_known": once(vote, method="dice"),
    "vote_closed_by_someone_at_some_time": once(
        vote, state="void", void_reason="x", closed_at=NINE
    ),
    "vote_closed_with_its_count": once(vote, state="closed"),
    "vote_open_is_not_closed": once(vote, closed_at=NINE, closed_by=SOMEBODY),
    "vote_void_with_a_reason": once(vote, state="void"),
    "vote_one_open_per_item": two_open_votes,
    "ballot_once_per_member": same_ballot_twice,
    "action_state_known": once(action, state="lost"),
    "minutes_state_known": once(minutes, state="lost"),
    "minutes_number_once": same_number_twice,
    "minutes_one_unpublished_version_per_meeting": two_unpublished_versions,
    "minutes_issued_by_someone_at_some_time": once(minutes, issued_at=NINE),
    "minutes_approved_by_someone": once(minutes, approved_at=NINE),
    "minutes_published_by_someone": once(minutes, published_at=NINE),
    "minutes_issued_with_their_text": once(minutes, state="issued"),
    "minutes_approved_at_some_time": once(
        minutes, state="approved", snapshot={}, issued_at=NINE, issued_by=SOMEBODY
    ),
    "minutes_published_at_some_time": once(
        minutes,
        state="published",
        snapshot={},
        issued_at=NINE,
        issued_by=SOMEBODY,
        approved_at=NINE,
        approved_by=SOMEBODY,
    ),
    "minutes_correction_says_what_changed": once(minutes, number=2),
}

MODELS = [
    model
    for app in ("committee", "proposals", "meetings")
    for model in apps.get_app_config(app).get_models()
]


def words_of(name):
    """What the database says: SQLite names the columns of a broken UNIQUE, not the rule."""
    if connection.vendor == "sqlite":
        for model in MODELS:
            for rule in model._meta.constraints:
                if rule.name == name and isinstance(rule, UniqueConstraint):
                    columns = [model._meta.get_field(field).column for field in rule.fields]
                    table = model._meta.db_table
                    return "UNIQUE constraint failed: " + ", ".join(
                        f"{table}.{column}" for column in columns
                    )
    return name


@pytest.mark.parametrize("name", BROKEN)
def test_the_database_refuses(name):
    with pytest.raises(DatabaseError, match=words_of(name)), transaction.atomic():
        BROKEN[name]()


def test_no_rule_is_forgotten():
    rules = {rule.name for model in MODELS for rule in model._meta.constraints}

    assert rules == set(BROKEN)


def test_a_good_row_of_each_is_taken():
    """Each maker makes a row that is good but for what a case changes."""
    for maker in (
        advice_line,
        decision,
        letter,
        match,
        published,
        recommendation,
        minutes,
        action,
        document,
        terms,
    ):
        maker()
    Mail.objects.create(key="k", to="a@example.org", subject="s", body="b")
    assert Organisation.objects.filter(receives_advice=True).count() == 2
