"""The home page, and every address below /meetings/."""

from django.urls import include, path

from meetings.views import (
    actions,
    advice,
    agenda,
    attendance,
    ballots,
    lines,
    minutes,
    planning,
    public,
    public_meeting,
    records,
    votes,
    workspace,
)

app_name = "meetings"
ITEM, VOTE = "<slug:slug>/items/<int:pk>", "<slug:slug>/votes/<int:pk>"
ADVICE, LINE = "<slug:slug>/advice", "<slug:slug>/advice/<int:pk>/lines"
VERSION, PUBLISHED = "<slug:slug>/versions/<int:number>", "<slug:slug>/minutes/v<int:number>"
MEETINGS = [
    path("", public.meetings, name="meetings"),
    # --- words before the slugs, of which they are none
    path("all/", workspace.all_meetings, name="all_meetings"),
    path("plan/", planning.plan_meeting, name="plan_meeting"),
    path("actions/", actions.actions, name="actions"),
    path("load/", records.load_record, name="load_record"),
    # --- one meeting, from its plan to its close
    path("<slug:slug>/work/", workspace.workspace, name="workspace"),
    path("<slug:slug>/revise/", planning.revise_meeting, name="revise_meeting"),
    path("<slug:slug>/call/", planning.call_meeting, name="call_meeting"),
    path("<slug:slug>/start/", planning.start_meeting, name="start_meeting"),
    path("<slug:slug>/close/", planning.close_meeting, name="close_meeting"),
    path("<slug:slug>/cancel/", planning.cancel_meeting, name="cancel_meeting"),
    # its agenda
    path("<slug:slug>/agenda/", agenda.agenda, name="agenda"),
    path("<slug:slug>/agenda/place/", agenda.place_item, name="place_item"),
    path("<slug:slug>/agenda/time/", agenda.time_items, name="time_items"),
    path("<slug:slug>/agenda/<int:pk>/revise/", agenda.revise_item, name="revise_item"),
    path("<slug:slug>/agenda/<int:pk>/move/", agenda.move_item, name="move_item"),
    path("<slug:slug>/agenda/<int:pk>/remove/", agenda.remove_item, name="remove_item"),
    path("<slug:slug>/agenda/order/", agenda.order_agenda, name="order_agenda"),
    # who is there
    path("<slug:slug>/attendance/", attendance.attendance, name="attendance"),
    path("<slug:slug>/attendance/add/", attendance.add_guest, name="add_guest"),
    path("<slug:slug>/attendance/<int:pk>/remove/", attendance.remove_guest, name="remove_guest"),
    # its minutes, line by line
    path("<slug:slug>/log/", lines.log, name="log"),
    path("<slug:slug>/log/<int:pk>/", lines.log_item, name="log_item"),
    path("<slug:slug>/log/<int:pk>/note/", lines.note_entry, name="note_entry"),
    path("<slug:slug>/lines/<int:pk>/revise/", lines.revise_entry, name="revise_entry"),
    path("<slug:slug>/lines/<int:pk>/move/", lines.move_entry, name="move_entry"),
    path("<slug:slug>/lines/<int:pk>/remove/", lines.remove_entry, name="remove_entry"),
    path("<slug:slug>/lines/<int:pk>/restrict/", lines.restrict_entry, name="restrict_entry"),
    path("<slug:slug>/lines/<int:pk>/unrestrict/", lines.unrestrict_entry, name="unrestrict_entry"),
    # its actions
    path("<slug:slug>/actions/add/", actions.add_action, name="add_action"),
    path("<slug:slug>/actions/<int:pk>/revise/", actions.revise_action, name="revise_action"),
    path(
        "<slug:slug>/actions/<int:pk>/update/", actions.add_action_update, name="add_action_update"
    ),
    path("<slug:slug>/actions/<int:pk>/complete/", actions.complete_action, name="complete_action"),
    path("<slug:slug>/actions/<int:pk>/drop/", actions.drop_action, name="drop_action"),
    path("<slug:slug>/actions/<int:pk>/reopen/", actions.reopen_action, name="reopen_action"),
    # its votes, outcomes and advice
    path("<slug:slug>/votes/", votes.votes, name="votes"),
    path(f"{ITEM}/open-vote/", votes.open_vote, name="open_vote"),
    path(f"{ITEM}/record-result/", votes.record_result, name="record_result"),
    path(f"{VOTE}/", votes.vote, name="vote"),
    path(f"{VOTE}/ballot/", ballots.cast_ballot, name="cast_ballot"),
    path(f"{VOTE}/take/<int:member>/", ballots.take_ballot, name="take_ballot"),
    path(f"{VOTE}/hands/", votes.record_show_of_hands, name="record_show_of_hands"),
    path(f"{VOTE}/unanimity/", votes.record_unanimity, name="record_unanimity"),
    path(f"{VOTE}/close/", votes.close_vote, name="close_vote"),
    path(f"{VOTE}/void/", votes.void_vote, name="void_vote"),
    path(f"{VOTE}/outcome/", votes.record_outcome, name="record_outcome"),
    path(
        "<slug:slug>/decisions/<int:pk>/withdraw/", votes.withdraw_outcome, name="withdraw_outcome"
    ),
    path(f"{ADVICE}/write/", advice.write_advice, name="write_advice"),
    path(f"{ADVICE}/<int:pk>/", advice.advice, name="advice"),
    path(f"{LINE}/add/", advice.add_advice_line, name="add_advice_line"),
    path(f"{LINE}/<int:line>/revise/", advice.revise_advice_line, name="revise_advice_line"),
    path(f"{LINE}/<int:line>/move/", advice.move_advice_line, name="move_advice_line"),
    path(f"{LINE}/<int:line>/remove/", advice.remove_advice_line, name="remove_advice_line"),
    # its open pages, and its record
    path("<slug:slug>/", public_meeting.meeting, name="meeting"),
    path("<slug:slug>/minutes.pdf", public_meeting.minutes_pdf, name="minutes_pdf"),
    path(f"{PUBLISHED}/", public_meeting.minutes_version, name="minutes_version"),
    path(
        f"{PUBLISHED}/minutes.pdf", public_meeting.minutes_version_pdf, name="minutes_version_pdf"
    ),
    path("<slug:slug>/record.yaml", records.export_record, name="export_record"),
    # its minutes on their way
    path("<slug:slug>/versions/", minutes.minutes_versions, name="minutes_versions"),
    path("<slug:slug>/versions/correct/", minutes.correct_minutes, name="correct_minutes"),
    path(f"{VERSION}/issue/", minutes.issue_draft_minutes, name="issue_draft_minutes"),
    path(f"{VERSION}/approve/", minutes.approve_minutes, name="approve_minutes"),
    path(f"{VERSION}/publish/", minutes.publish_minutes, name="publish_minutes"),
    path("<slug:slug>/draft/", minutes.draft, name="draft"),
]
urlpatterns = [path("", public.home, name="home"), path("meetings/", include(MEETINGS))]
