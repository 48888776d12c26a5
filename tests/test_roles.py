"""Every address, every role: what opens for whom, and that nobody else changes anything.

The rows come from the address resolver: an address that this table does not know fails.
"""

import datetime as dt
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from committee.models import Event, Organisation
from meetings.models import AgendaItem
from tests.factories import AppointmentFactory, PersonFactory, appoint
from tests.interests import recuse
from tests.scene import MEETING_WIDE, scene
from tests.test_addresses import PUBLIC

pytestmark = pytest.mark.django_db
ROLES = ["secretary", "chair", "member", "adviser", "lab", "ndas", "office", "nobody", "recused"]
#     secretary, chair, member, adviser | Lab's and NDAS' presenter, office, no appointment
OPENS = {
    "200 200 200 200  200 200 200 200": """
        meetings:home meetings:book_shell meetings:book_worker committee:account
        committee:change_password committee:choose_reminders committee:healthz committee:people
        committee:form_token
        committee:password_link_sent committee:reset_password committee:terms committee:worklist
        meetings:calendar_file meetings:meeting meetings:meetings
        proposals:ledger proposals:letters proposals:mine proposals:proposals
        proposals:open_figure_file proposals:open_figures
        proposals:recommendations""",
    "302 302 302 302  302 302 302 302": "committee:sign_in",
    "404 404 404 404  404 404 404 404": """
        committee:style meetings:minutes_pdf meetings:minutes_version meetings:minutes_version_pdf
        proposals:frozen_file proposals:letter_file proposals:paper_version_file
        proposals:published_file
        proposals:published_case_file proposals:proposal proposals:recommendation""",
    "200 200 200 200  404 404 404 404": """
        proposals:expected_returns
        committee:document committee:document_file committee:documents
        meetings:actions meetings:advice meetings:ballots_in
        meetings:cast_ballot
        meetings:all_meetings meetings:draft meetings:interests meetings:notes meetings:notes_file
        meetings:pack
        meetings:vote meetings:votes meetings:workspace proposals:letter""",
    "403 200 200 200  404 404 404 404": "meetings:declare_interest",
    "200 403 200 403  404 404 404 404": "meetings:withdraw_interest",
    "403 403 403 403  200 404 404 404": "proposals:answer_recommendation",
    "403 403 403 403  404 404 404 404": "meetings:withdraw_outcome proposals:record_response",
    "302 302 403 403  404 404 404 404": "meetings:rule_on_recommendation",
    "302 302 302 302  404 404 404 404": """
        meetings:add_advice_line meetings:record_outcome meetings:revise_advice_line""",
    "200 200 404 404  404 404 404 404": """
        meetings:lines_changed meetings:log meetings:log_item meetings:minutes_versions
        meetings:review_minutes meetings:settle_recommendation proposals:case_file""",
    "200 200 403 403  404 404 404 404": """
        meetings:open_vote meetings:record_result meetings:rule_on_interest meetings:void_vote
        meetings:revise_outcome
        meetings:write_advice proposals:expect_return proposals:revise_letter""",
    "200 403 403 403  404 404 404 404": """
        meetings:record_interest meetings:record_show_of_hands meetings:record_unanimity
        meetings:take_ballot""",
    "200 404 404 404  404 404 404 404": """
        committee:outbox meetings:room_close
        meetings:accept_suggestion meetings:decline_suggestion
        meetings:add_action meetings:add_action_update meetings:add_guest meetings:agenda
        meetings:attendance meetings:cancel_meeting meetings:correct_minutes
        meetings:correct_times
        meetings:export_record meetings:hear_recommendation meetings:line_history
        meetings:link_update meetings:make_undertaking meetings:place_item meetings:removed_lines
        meetings:remove_entry meetings:remove_item
        meetings:restrict_entry meetings:revise_action meetings:revise_entry meetings:revise_item
        meetings:inbox meetings:place_paper
        meetings:revise_meeting meetings:start_meeting
        proposals:check_paper proposals:match_predecessor proposals:matches
        proposals:merge_proposals proposals:return_paper""",
    "302 404 404 404  404 404 404 404": "meetings:note_entry",
    "404 404 200 404  404 404 404 404": "meetings:remove_note proposals:revise_question",
    "403 200 200 403  404 404 404 404": "meetings:suggest_correction",
    "403 404 404 404  404 404 404 404": "meetings:schedule_publication",
    "200 403 403 403  403 403 403 403": """
        committee:add_organisation committee:add_person committee:adopt_terms committee:appoint
        committee:end_appointment committee:history committee:manage_organisations
        committee:manage_people committee:manage_person committee:manage_terms
        committee:rename_committee committee:revise_organisation committee:revise_person
        committee:revise_terms meetings:add_phrase meetings:phrases meetings:revise_phrase
        meetings:load_record meetings:plan_meeting
        proposals:add_check_point proposals:check_points
        proposals:outlines proposals:requirements proposals:revise_outline
        proposals:set_requirements""",
    "200 404 404 404  200 200 404 404": "proposals:add_proposal",
    "200 200 200 200  200 200 404 404": "proposals:figures proposals:figure_file",
    "200 200 200 200  200 404 404 404": """
        meetings:room meetings:room_live
        proposals:ledger_row
        proposals:paper proposals:paper_changes proposals:paper_file proposals:paper_files
        proposals:questions
        proposals:case_files proposals:workspace""",
    "403 200 200 200  403 404 404 404": "proposals:ask_question",
    "302 302 302 302  302 404 404 404": "proposals:attach_file",
    "200 403 403 403  200 404 404 404": """
        proposals:answer_question
        proposals:draft_paper proposals:revise_proposal proposals:withdraw_paper""",
    "200 403 403 403  403 404 404 404": "proposals:revise_recommendation",
    "200 404 404 404  200 404 404 404": """
        proposals:defer_paper proposals:revise_paper proposals:set_evidence
        proposals:write_paper""",
    "405 405 405 405  405 405 405 405": """
        committee:deactivate_person committee:invite_person committee:reactivate_person
        committee:retry_document committee:sign_out
        meetings:announce_papers meetings:end_suggestions meetings:unschedule_publication
        meetings:approve_minutes meetings:call_meeting meetings:close_meeting
        meetings:close_vote meetings:complete_action meetings:drop_action
        meetings:issue_draft_minutes meetings:move_advice_line meetings:move_entry
        meetings:move_item meetings:order_agenda meetings:order_pack meetings:publish_minutes
        meetings:remove_advice_line meetings:remove_guest meetings:reopen_action
        meetings:chair_item meetings:defer_item meetings:finish_item meetings:note_arrival
        meetings:note_departure meetings:reopen_item meetings:start_item
        meetings:strike_movement meetings:defer_rest
        meetings:remove_phrase meetings:restore_entry meetings:sync_lines
        meetings:time_items meetings:unrestrict_entry
        meetings:put_question meetings:write_note
        proposals:retire_check_point proposals:send_questions proposals:share_question
        proposals:tick_check proposals:withdraw_question
        proposals:accept_paper proposals:approve_letter proposals:chase_return
        proposals:confirm_match proposals:order_case_file
        proposals:draft_letter proposals:keep_rest proposals:mark_read proposals:mark_unread
        proposals:reject_match
        proposals:begin_upload proposals:continue_upload
        proposals:mark_file_confidential proposals:mark_file_public
        proposals:remove_file proposals:send_letter proposals:submit_paper
        proposals:write_section""",
}
OF_CHAIR = """
    meetings:chair_item meetings:defer_item meetings:finish_item meetings:reopen_item
    meetings:start_item
    meetings:add_advice_line meetings:approve_minutes meetings:cast_ballot meetings:close_vote
    meetings:move_advice_line meetings:open_vote meetings:record_outcome meetings:record_result
    meetings:remove_advice_line meetings:revise_advice_line meetings:suggest_correction
    meetings:rule_on_interest
    meetings:void_vote
    meetings:revise_outcome meetings:withdraw_outcome meetings:write_advice
    meetings:rule_on_recommendation meetings:settle_recommendation
    proposals:approve_letter proposals:draft_letter proposals:expect_return proposals:keep_rest
    proposals:order_case_file
    proposals:revise_letter proposals:ask_question proposals:send_questions"""
OF_LAB = """
    proposals:begin_upload proposals:continue_upload proposals:mark_file_confidential
    proposals:mark_file_public
    proposals:answer_question
    proposals:add_proposal proposals:answer_recommendation proposals:attach_file
    proposals:draft_paper proposals:remove_file
    proposals:defer_paper proposals:set_evidence proposals:write_paper proposals:write_section
    proposals:revise_paper proposals:revise_proposal proposals:submit_paper
    proposals:withdraw_paper"""
OF_MEMBER = """
    proposals:ask_question proposals:revise_question proposals:share_question
    proposals:withdraw_question
    meetings:cast_ballot meetings:remove_note meetings:suggest_correction
    meetings:withdraw_interest"""
OF_ADVISER = "proposals:ask_question"
OF_READER = "proposals:mark_read proposals:mark_unread"
TO_RECUSED = {  # the ninth column: a member who left for the item; else as to any member
    "404": """
        meetings:add_advice_line meetings:advice meetings:ballots_in meetings:cast_ballot
        meetings:open_vote
        meetings:record_outcome meetings:record_result meetings:record_show_of_hands
        meetings:record_unanimity meetings:remove_note meetings:revise_advice_line
        meetings:rule_on_interest meetings:rule_on_recommendation meetings:suggest_correction
        meetings:revise_outcome meetings:take_ballot
        proposals:answer_recommendation proposals:expect_return
        proposals:ledger_row proposals:record_response proposals:revise_recommendation
        meetings:void_vote meetings:vote meetings:withdraw_interest meetings:withdraw_outcome
        proposals:answer_question proposals:ask_question proposals:revise_question
        proposals:attach_file proposals:draft_paper proposals:letter proposals:paper
        proposals:paper_changes proposals:paper_file proposals:paper_files
        proposals:questions proposals:case_file proposals:case_files
        proposals:revise_letter proposals:revise_paper
        proposals:revise_proposal proposals:withdraw_paper proposals:workspace""",
}
MAY_CHANGE = {
    "chair": f"{OF_CHAIR} {OF_READER}",
    "member": f"{OF_MEMBER} {OF_READER}",
    "adviser": f"{OF_ADVISER} {OF_READER}",
    "lab": OF_LAB,
    "ndas": "proposals:add_proposal",
}
OF_ANYBODY = "committee:sign_out committee:change_password committee:reset_password"
OF_ANYBODY += " committee:choose_reminders"
SAID = {  # what the forms ask for, whichever it is that is asked
    "text": "CHANGED", "title": "CHANGED", "reason": "CHANGED", "name": "CHANGED",
    "question": "CHANGED", "opening": "CHANGED", "closing": "CHANGED", "summary": "CHANGED",
    "kind": "point", "choice": "A", "letter": "A", "outcome": "A", "result": "deferred",
    "presence": "present", "in_force_from": "2030-01-01",
    "on": "2030-01-01", "starts_on": "2030-01-01", "ends_on": "2030-01-01", "version": "1",
    "stage": "update", "status": "draft", "text-summary": "CHANGED", "version-summary": "1",
    "in_use_from": "2030-01-01", "heading_0": "CHANGED",
    "step": "up", "minutes-1": "20", "email": "changed@example.org",
    "effect": "note", "how": "room", "extent": "done", "verdict": "keeps", "words": "CHANGED",
    "addressee": "body", "binding": "expected", "acceptance": "accepted",
    "responded_on": "2030-01-01",
    "role": "member", "abbreviation": "changed",
    "edition": "internal",
    "change_note": "CHANGED", "after": "CHANGED", "answer": "CHANGED",
}  # fmt: skip


def names(resolver=None, space=""):
    """(name, what it takes) of every address."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern, f"{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", set(pattern.pattern.converters)


NAMES = dict(names())
RECUSED = {name: status for status, said in TO_RECUSED.items() for name in said.split()}
DECLARED = {
    name: [*row.split(), RECUSED.get(name, row.split()[ROLES.index("member")])]
    for row, said in OPENS.items()
    for name in said.split()
}


def address(name, scene, **others):
    values = scene.of(name) | others
    return reverse(name, kwargs={key: values[key] for key in NAMES[name]})


def everything():
    """Every row of ours, as it stands."""
    models = [m for app in ("committee", "proposals", "meetings") for m in _models(app)]
    return [(model._meta.label, *row) for model in models for row in model.objects.values_list()]


def _models(app):
    return apps.get_app_config(app).get_models(include_auto_created=True)


@pytest.fixture
def cast(ed, ben, chloe, amina, gus):
    ndas = Organisation.objects.get(short_name="NDAS")
    other = AppointmentFactory(role="presenter", organisation=ndas).person
    people = [ed, ben, chloe, appoint("adviser"), amina, other, gus, PersonFactory()]
    people.append(appoint("member"))
    return dict(zip(ROLES, people, strict=True))


@pytest.fixture
def ours(cast):
    found = scene(on=dt.date(2026, 3, 2), by=cast["secretary"], member=cast["member"])
    recuse(cast["recused"], *AgendaItem.objects.all())
    return found


@pytest.fixture
def theirs(ours, cast):
    return scene(
        on=dt.date(2026, 6, 1), by=cast["secretary"], member=appoint("member"), body="NDAS"
    )


@pytest.fixture
def reader(client, cast, request):
    client.force_login(cast[request.param], backend="django.contrib.auth.backends.ModelBackend")
    client.role = request.param
    return client


def test_every_address_is_in_the_table():
    assert set(NAMES) - set(DECLARED) == {"committee:set_password"}
    assert set(DECLARED) - set(NAMES) == set()


@pytest.mark.parametrize("reader", ROLES, indirect=True)
def test_each_address_opens_for_whom_it_should(reader, ours):
    place, found, declared = ROLES.index(reader.role), {}, {}
    for name, row in DECLARED.items():
        answer = reader.get(address(name, ours))
        answer.getvalue()  # a file is closed once it is read
        found[name], declared[name] = answer.status_code, int(row[place])

    assert found == declared


@pytest.mark.parametrize("reader", ["secretary"], indirect=True)
def test_no_cache_keeps_what_is_not_open_to_all(reader, ours):
    for name in set(DECLARED) - PUBLIC | {"committee:sign_in"}:
        answer = reader.get(address(name, ours))
        answer.getvalue()

        assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", ")), name


@pytest.mark.parametrize("reader", ROLES[1:], indirect=True)
def test_nobody_changes_what_is_not_theirs_to_change(reader, ours):
    before = everything()
    theirs = f"{OF_ANYBODY} {MAY_CHANGE.get(reader.role, '')}".split()
    for name in set(DECLARED) - set(theirs):
        answer = reader.post(address(name, ours), SAID | {"key": str(uuid4())})
        answer.getvalue()  # a file is closed once it is read

        assert answer.status_code in {200, 302, 403, 404, 405, 409}, name
    assert everything() == before


@pytest.mark.parametrize(
    ("reader", "least"), [("secretary", 35), ("chair", 8), ("lab", 8)], indirect=["reader"]
)
def test_those_words_do_change_something_for_those_who_may(reader, least, ours):
    """Else the test above would find nothing refused because nothing was asked."""
    before, changing = Event.objects.count(), []
    for name in set(DECLARED) - set(OF_ANYBODY.split()):
        with transaction.atomic():
            reader.post(address(name, ours), SAID | {"key": str(uuid4())}).getvalue()
            if Event.objects.count() > before:
                changing.append(name)
            transaction.set_rollback(True)

    assert len(changing) >= least, sorted(changing)


@pytest.mark.parametrize("reader", ["secretary", "chair", "lab"], indirect=True)
def test_no_object_is_reached_through_an_address_of_another(reader, ours, theirs):
    """A line, a vote, a paper, a file … of another meeting or proposal is not found here."""
    before = everything()
    mixed = [
        name
        for name, takes in NAMES.items()
        if {"slug"} < takes and name not in MEETING_WIDE and name in DECLARED
        if not takes & {"number", "paragraph"}  # of one meeting, not keys
    ]
    for name in mixed:
        for key in NAMES[name] - {"slug", "member", "label", "section", "kind"}:
            there = address(name, ours, **{key: theirs.of(name)[key]})
            said = SAID | {"key": str(uuid4())}
            refused = {reader.get(there).status_code, reader.post(there, said).status_code}

            assert refused <= {403, 404, 405}, f"{there} ({name})"
            assert refused != {405}, f"{there} ({name})"
    assert everything() == before
    assert len(mixed) > 30
