"""Every rule the database keeps is broken here once, and must refuse by its name.

The last test makes sure that none is forgotten: a new constraint needs a row in BROKEN.
"""

import datetime as dt
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.models import UniqueConstraint

from committee.models import Document, Mail, Organisation, Reminder, TermsOfReference
from meetings.models import (
    ActionPoint,
    Ballot,
    EntryVersion,
    Interest,
    LedgerLink,
    MinutesVersion,
    Phrase,
    PrivateNote,
    Suggestion,
    Whereabouts,
)
from proposals.models import (
    AdvanceQuestion,
    Advice,
    AdviceLetter,
    AdviceLine,
    Answer,
    CaseFile,
    CheckPoint,
    CheckTick,
    Decision,
    Evidence,
    ExpectedReturn,
    PaperFile,
    PaperOutline,
    PaperSection,
    PaperVersion,
    ProposalMatch,
    PublishedFile,
    PublishedOutcome,
    PublishedRecommendation,
    PublishedRuling,
    ReadingMark,
    Recommendation,
    Requirement,
    Response,
    ReturnReason,
    Ruling,
    SectionText,
    Upload,
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
paper_file = make(
    PaperFile,
    paper=paper,
    name="P.pdf",
    sha256="0" * 64,
    size=1,
    media_type="a/b",
    added_by=SOMEBODY,
)
upload = make(
    Upload, paper=paper, by=SOMEBODY, name="P.pdf", size=9, sha256="0" * 64, touched_at=NINE
)
published_file = make(
    PublishedFile, paper=paper, name="P.pdf", sha256="0" * 64, size=1, media_type="a/b"
)
outline = make(PaperOutline, version=9, in_use_from=DAY)
section = make(PaperSection, outline=outline, key="purpose", heading="Purpose", position=1)
section_text = make(SectionText, paper=paper, section=section, saved_at=NINE, saved_by=SOMEBODY)
evidence = make(Evidence, paper=paper, kind="dpia", status="draft")
requirement = make(Requirement, terms=terms, stage="update", section="purpose")
paper_version = make(
    PaperVersion, paper=paper, number=1, snapshot={}, submitted_at=NINE, submitted_by=SOMEBODY
)
check_point = make(CheckPoint, text="It opens.")
check_tick = make(
    CheckTick, version=paper_version, point=check_point, ticked_at=NINE, ticked_by=SOMEBODY
)
return_reason = make(ReturnReason, version=paper_version, text="Again.", place="evidence")
advance_question = make(AdvanceQuestion, paper=paper, text="Why?", asked_by=SOMEBODY, asked_at=NINE)
answer = make(
    Answer,
    recommendation=recommendation,
    extent="done",
    text="It is done.",
    written_at=NINE,
    written_by=SOMEBODY,
)
in_minutes = {"kind": "R", "number": 1, "meeting_slug": "2026-03-02", "held": "2 March 2026"}
asked_in_public = make(PublishedRecommendation, **in_minutes)
ruled_in_public = make(PublishedRuling, verdict="closes", **in_minutes)
ruling = make(Ruling, recommendation=recommendation, advice=advice, verdict="closes")
expected_return = make(ExpectedReturn, proposal=proposal, words="in six months")
response = make(
    Response,
    letter=letter,
    office=Organisation.objects.first,
    acceptance="accepted",
    responded_on=DAY,
    entered_at=NINE,
    entered_by=SOMEBODY,
)
meeting, item, entry = factories.MeetingFactory, factories.AgendaItemFactory, factories.EntryFactory
vote = factories.VoteFactory
minutes = make(MinutesVersion, meeting=meeting, number=1)
note = make(PrivateNote, member=SOMEBODY, text="Ask why.", written_at=NINE)
interest = make(
    Interest,
    meeting=lambda: meeting(slug="interests"),
    item=item,
    member=SOMEBODY,
    nature="Works there",
    declared_at=NINE,
    recorded_by=SOMEBODY,
)
suggestion = make(
    Suggestion, version=minutes, line_key=uuid4, paragraph="1", before="A", after="B",
    by=SOMEBODY, at=NINE,
)  # fmt: skip
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


reminder = make(Reminder, person=SOMEBODY, occasion="x of 2026-03-02: on", day=DAY)
case_file = make(
    CaseFile,
    proposal=factories.ProposalFactory,
    edition="public",
    snapshot=dict,
    digest="0" * 64,
    parts=3,
    ordered_at=NINE,
    ordered_by=SOMEBODY,
)
phrase = make(Phrase, abbreviation="xyz", text="Words")
link = make(LedgerLink, entry=entry, recommendation=recommendation, telling="updates")
entry_version = make(
    EntryVersion,
    meeting=lambda: meeting(slug="lines"),
    item=item,
    key=uuid4,
    change="noted",
    version=1,
    kind="point",
    text="Words",
    by=SOMEBODY,
    at=NINE,
)


def two_places():
    own, person = item(), SOMEBODY()
    for _ in range(2):
        Whereabouts.objects.create(person=person, meeting=own.meeting, item=own, seen_at=NINE)


BROKEN = {
    "person_reminders_known": lambda: SOMEBODY(reminders="hourly"),
    "organisation_answers_for_known": lambda: Organisation.objects.update(answers_for="crown"),
    "reminded_once": twice(reminder, person=SOMEBODY),
    "appointment_role_known": once(appointment, role="king"),
    "appointment_ends_after_it_starts": once(appointment, ends_on=dt.date(2018, 1, 1)),
    "appointment_made_once": twice(appointment, person=SOMEBODY),
    "presenter_belongs_to_an_organisation": once(appointment, role="presenter"),
    "terms_voting_rule_known": once(terms, voting_rule="lots"),
    "terms_committee_sees_known": once(terms, committee_sees="all"),
    "terms_public_sees_known": once(terms, public_sees="all"),
    "terms_ballot_reason_known": once(terms, ballot_reason="rhyme"),
    "terms_interest_effect_known": once(terms, interest_effect="applause"),
    "terms_quorum_share_is_whole": once(terms, quorum_numerator=1),
    "terms_quorum_share_at_most_everybody": once(terms, quorum_numerator=3, quorum_denominator=2),
    "outcome_option_provenance_known": lambda: terms().options.create(
        letter="A", provenance="heard"
    ),
    "outcome_letter_once_per_terms": lambda: option("A").terms.options.create(
        letter="A", provenance="assumed"
    ),
    "outcome_letter_a_to_e": lambda: terms().options.create(letter="F", provenance="assumed"),
    "case_file_state_known": once(case_file, state="lost"),
    "case_file_lease_has_a_token": once(case_file, lease_until=NINE),
    "case_file_file_is_whole": once(case_file, sha256="0" * 64),
    "case_file_ready_has_its_file": once(case_file, state="ready"),
    "case_file_failure_only_when_failed": once(case_file, failure="No room"),
    "case_file_edition_known": once(case_file, edition="secret"),
    "case_file_no_more_done_than_there_is": once(case_file, parts_done=4),
    "case_file_withdrawn_only_from_the_public": once(
        case_file, edition="internal", withdrawn_at=NINE
    ),
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
    "file_public_copy_is_whole": once(paper_file, is_public=True, public_sha256="0" * 64),
    "file_public_copy_only_of_public_files": once(
        paper_file, public_sha256="0" * 64, public_size=1
    ),
    "file_refused_for_a_reason": once(paper_file, state="refused"),
    "published_file_once": twice(published_file, paper=paper),
    "upload_once": twice(upload, paper=paper, by=SOMEBODY),
    "upload_within_its_size": once(upload, offset=10),
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
    "substitutes_never_vote": once(
        attendance, capacity="member", person=SOMEBODY, is_voting=True, substitute_for=SOMEBODY
    ),
    "only_who_was_there_left": once(attendance, presence="absent", left_at=NINE),
    "movement_kind_known": lambda: attendance().movements.create(kind="danced", at=NINE),
    "movement_before_known": lambda: attendance().movements.create(
        kind="left", at=NINE, before="a ghost"
    ),
    "quorate_means_enough_are_present": lambda: meeting().quorum_changes.create(
        at=NINE, is_quorate=True, present=4, needed=5
    ),
    "item_kind_known": once(item, kind="dance"),
    "item_state_known": once(item, state="lost"),
    "item_under_way_since_some_time": once(item, state="under_way"),
    "item_finished_at_some_time": once(item, state="finished"),
    "item_one_under_way_per_meeting": twice(
        item, meeting=meeting, state="under_way", began_at=NINE
    ),
    "item_restricted_with_a_reason": once(item, restricted=True),
    "paper_once_per_item": same_paper_twice("item"),
    "entry_kind_known": once(entry, kind="song"),
    "entry_restricted_with_a_reason": once(entry, restricted=True),
    "entry_version_change_known": once(entry_version, change="sung"),
    "whereabouts_one_place": two_places,
    "phrase_abbreviation_once": twice(phrase),
    "phrase_says_something": once(phrase, text=""),
    "vote_state_known": once(vote, state="lost"),
    "vote_method_known": once(vote, method="dice"),
    "vote_closed_by_someone_at_some_time": once(
        vote, state="void", void_reason="x", closed_at=NINE
    ),
    "vote_closed_with_its_count": once(vote, state="closed"),
    "vote_open_is_not_closed": once(vote, closed_at=NINE, closed_by=SOMEBODY),
    "vote_void_with_a_reason": once(vote, state="void"),
    "vote_one_open_per_item": two_open_votes,
    "vote_casting_vote_of_somebody": once(vote, casting_by=SOMEBODY),
    "vote_roll_with_its_numbers": once(vote, recused=0),
    "vote_by_correspondence_ends_at_some_time": once(vote, method="correspondence"),
    "vote_present_may_vote_or_are_recused": once(
        vote, present=8, eligible=8, recused=1, roll={}, appointed=8, absent=0
    ),
    "vote_appointed_are_present_or_absent": once(vote, appointed=9, present=8, absent=2),
    "vote_by_correspondence_asks_all_in_office": once(
        vote, appointed=9, eligible=7, recused=1, roll={}
    ),
    "vote_eligible_voted_abstained_or_did_neither": once(
        vote, present=7, eligible=7, voted=5, abstained=1, not_cast=0
    ),
    "ballot_once_per_member": same_ballot_twice,
    "paper_submitted_at_some_time": once(paper, state="submitted", submitted_at=None),
    "paper_accepted_at_some_time": once(paper, accepted_at=None),
    "file_state_known": once(paper_file, state="burnt"),
    "section_group_known": once(section, group="poem"),
    "section_once_per_outline": twice(section, outline=outline),
    "section_text_once": twice(section_text, paper=paper, section=section),
    "evidence_kind_known": once(evidence, kind="rumour"),
    "evidence_status_known": once(evidence, status="lost"),
    "evidence_once_per_paper": twice(evidence, paper=paper),
    "evidence_not_needed_for_a_reason": once(evidence, status="not_needed"),
    "requirement_stage_known": once(requirement, stage="dream"),
    "requirement_evidence_known": once(requirement, evidence="rumour", section=""),
    "requirement_of_evidence_or_of_a_section": once(requirement, evidence="dpia"),
    "requirement_once": twice(requirement, terms=terms),
    "paper_version_once": twice(paper_version, paper=paper),
    "return_reason_at_one_place": once(return_reason, place="somewhere"),
    "check_point_stage_known": once(check_point, stage="dream"),
    "check_point_says_something": once(check_point, text=""),
    "check_ticked_once": twice(check_tick, version=paper_version, point=check_point),
    "advance_question_state_known": once(advance_question, state="shouted"),
    "advance_question_sent_by_someone": once(advance_question, sent_at=NINE),
    "advance_question_answered_by_someone": once(advance_question, answered_at=NINE),
    "advance_question_answered_sometime": once(advance_question, state="answered"),
    "recommendation_addressee_known": once(recommendation, addressee="nobody"),
    "recommendation_binding_known": once(recommendation, binding="maybe"),
    "recommendation_has_its_words_once": once(recommendation, text="Twice"),
    "recommendation_replaced_by_another": once(recommendation, state="replaced"),
    "answer_extent_known": once(answer, extent="nearly"),
    "advice_line_put_to_known": once(advice_line, put_to="nobody"),
    "advice_line_binding_known": once(advice_line, binding="maybe"),
    "ledger_link_telling_known": once(link, telling="denies"),
    "ledger_link_once": twice(link, entry=entry, recommendation=recommendation),
    "published_recommendation_kind_known": once(asked_in_public, kind="Z"),
    "published_recommendation_once": twice(asked_in_public),
    "published_ruling_verdict_known": once(ruled_in_public, verdict="maybe"),
    "published_ruling_once": twice(ruled_in_public),
    "answer_once_per_paper": twice(answer, recommendation=recommendation, paper=paper),
    "answer_says_something": once(answer, text=""),
    "ruling_verdict_known": once(ruling, verdict="hopes"),
    "ruling_once": twice(ruling, recommendation=recommendation, advice=advice),
    "ruling_replaces_by_a_line": once(ruling, verdict="replaces"),
    "expected_return_once_per_decision": twice(
        expected_return, proposal=proposal, decision=decision
    ),
    "response_acceptance_known": once(response, acceptance="shrug"),
    "response_once_per_office": twice(response, letter=letter),
    "response_says_why_not": once(response, acceptance="partly"),
    "paper_marked_read_once": twice(
        make(ReadingMark, marked_at=NINE), paper=factories.PaperFactory, member=SOMEBODY
    ),
    "note_on_an_item_or_a_paper": once(note),
    "note_says_something": once(note, paper=factories.PaperFactory, text=""),
    "note_once_per_item": twice(note, member=SOMEBODY, item=factories.AgendaItemFactory),
    "note_once_per_paper": twice(note, member=SOMEBODY, paper=factories.PaperFactory),
    "interest_effect_known": once(interest, effect="applause"),
    "interest_in_a_paper_once": twice(
        interest, meeting=meeting, member=SOMEBODY, item=None, paper=paper
    ),
    "interest_in_an_item_once": twice(
        interest, meeting=meeting, member=SOMEBODY, item=lambda: item(meeting__slug="b")
    ),
    "interest_ruled_by_someone": once(interest, ruled_at=NINE, ruling="So it is."),
    "interest_ruled_with_a_reason": once(interest, ruled_at=NINE, ruled_by=SOMEBODY),
    "interest_withdrawn_by_someone": once(interest, withdrawn_at=NINE),
    "interest_in_an_item_or_a_paper": once(interest, item=None),
    "interest_says_what_it_is": once(interest, nature=""),
    "action_state_known": once(action, state="lost"),
    "minutes_state_known": once(minutes, state="lost"),
    "minutes_number_once": same_number_twice,
    "minutes_one_unpublished_version_per_meeting": two_unpublished_versions,
    "minutes_issued_by_someone_at_some_time": once(minutes, issued_at=NINE),
    "minutes_approved_by_someone": once(minutes, approved_at=NINE),
    "minutes_published_by_someone": once(minutes, published_at=NINE),
    "minutes_suggestions_ended_by_someone": once(minutes, suggestions_ended_at=NINE),
    "minutes_scheduled_by_someone": once(minutes, publish_at=NINE),
    "minutes_scheduled_once_approved": once(minutes, publish_at=NINE, scheduled_by=SOMEBODY),
    "suggestion_state_known": once(suggestion, state="lost"),
    "suggestion_decided_by_someone": once(suggestion, state="accepted"),
    "suggestion_says_how_it_should_be": once(suggestion, after=""),
    "suggestion_declined_with_a_word": once(
        suggestion, state="declined", decided_at=NINE, decided_by=SOMEBODY
    ),
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
        case_file,
        terms,
    ):
        maker()
    Mail.objects.create(key="k", to="a@example.org", subject="s", body="b")
    assert Organisation.objects.filter(receives_advice=True).count() == 2
