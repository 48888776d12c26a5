"""The home page, and every address below /meetings/."""

from django.urls import include, path

from meetings.views import (
    actions,
    advice,
    agenda,
    attendance,
    ballots,
    follow_up,
    inbox,
    interests,
    line_history,
    lines,
    minutes,
    offline,
    pack,
    phrases,
    planning,
    public,
    public_meeting,
    records,
    review,
    room,
    rulings,
    running,
    sync,
    votes,
    workspace,
)

app_name = "meetings"
ITEM, VOTE = "<slug:slug>/items/<int:pk>", "<slug:slug>/votes/<int:pk>"
ADVICE, LINE = "<slug:slug>/advice", "<slug:slug>/advice/<int:pk>/lines"
SUGGESTION = "<slug:slug>/suggestions/<int:pk>"
INTEREST = "<slug:slug>/interests/<int:pk>"
REMOVED = "<slug:slug>/log/<int:pk>/removed/<uuid:key>"
VERSION, PUBLISHED = "<slug:slug>/versions/<int:number>", "<slug:slug>/minutes/v<int:number>"
MEETINGS = [
    path("", public.meetings, name="meetings"),
    # --- words before the slugs, of which they are none
    path("all/", workspace.all_meetings, name="all_meetings"),
    path("plan/", planning.plan_meeting, name="plan_meeting"),
    path("actions/", actions.actions, name="actions"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/<int:pk>/place/", inbox.place_paper, name="place_paper"),
    path("phrases/", phrases.phrases, name="phrases"),
    path("phrases/add/", phrases.add_phrase, name="add_phrase"),
    path("phrases/<int:pk>/revise/", phrases.revise_phrase, name="revise_phrase"),
    path("phrases/<int:pk>/remove/", phrases.remove_phrase, name="remove_phrase"),
    path("load/", records.load_record, name="load_record"),
    path("offline/", offline.book_shell, name="book_shell"),
    path("worker.js", offline.book_worker, name="book_worker"),
    # --- one meeting, from its plan to its close
    path("<slug:slug>/work/", workspace.workspace, name="workspace"),
    path("<slug:slug>/revise/", planning.revise_meeting, name="revise_meeting"),
    path("<slug:slug>/call/", planning.call_meeting, name="call_meeting"),
    path("<slug:slug>/announce-papers/", planning.announce_papers, name="announce_papers"),
    path("<slug:slug>/start/", planning.start_meeting, name="start_meeting"),
    path("<slug:slug>/close/", planning.close_meeting, name="close_meeting"),
    path("<slug:slug>/times/", planning.correct_times, name="correct_times"),
    path("<slug:slug>/cancel/", planning.cancel_meeting, name="cancel_meeting"),
    # its agenda
    path("<slug:slug>/agenda/", agenda.agenda, name="agenda"),
    path("<slug:slug>/agenda/place/", agenda.place_item, name="place_item"),
    path("<slug:slug>/agenda/time/", agenda.time_items, name="time_items"),
    path("<slug:slug>/agenda/<int:pk>/revise/", agenda.revise_item, name="revise_item"),
    path("<slug:slug>/agenda/<int:pk>/move/", agenda.move_item, name="move_item"),
    path("<slug:slug>/agenda/<int:pk>/remove/", agenda.remove_item, name="remove_item"),
    path("<slug:slug>/agenda/order/", agenda.order_agenda, name="order_agenda"),
    # its pack, to read and to print, and what each member notes for themselves
    path("<slug:slug>/pack/", pack.pack, name="pack"),
    path("<slug:slug>/pack/order/", pack.order_pack, name="order_pack"),
    path("<slug:slug>/pack/note/", pack.write_note, name="write_note"),
    path("<slug:slug>/pack/notes/", pack.notes, name="notes"),
    path("<slug:slug>/pack/notes.txt", pack.notes_file, name="notes_file"),
    path("<slug:slug>/pack/notes/<int:pk>/remove/", pack.remove_note, name="remove_note"),
    # who is there
    path("<slug:slug>/attendance/", attendance.attendance, name="attendance"),
    path("<slug:slug>/attendance/add/", attendance.add_guest, name="add_guest"),
    path("<slug:slug>/attendance/<int:pk>/remove/", attendance.remove_guest, name="remove_guest"),
    path(
        "<slug:slug>/attendance/<int:pk>/strike/",
        attendance.strike_movement,
        name="strike_movement",
    ),
    path("<slug:slug>/attendance/arrive/", running.note_arrival, name="note_arrival"),
    path("<slug:slug>/attendance/leave/", running.note_departure, name="note_departure"),
    # the room, and what is on
    path("<slug:slug>/room/", room.room, name="room"),
    path("<slug:slug>/room/live/", room.room_live, name="room_live"),
    path("<slug:slug>/room/close/", planning.room_close, name="room_close"),
    path("<slug:slug>/room/defer/", running.defer_rest, name="defer_rest"),
    path(f"{ITEM}/start/", running.start_item, name="start_item"),
    path(f"{ITEM}/finish/", running.finish_item, name="finish_item"),
    path(f"{ITEM}/defer/", running.defer_item, name="defer_item"),
    path(f"{ITEM}/reopen/", running.reopen_item, name="reopen_item"),
    path(f"{ITEM}/chair/", running.chair_item, name="chair_item"),
    # what they declare
    path("<slug:slug>/interests/", interests.interests, name="interests"),
    path("<slug:slug>/interests/declare/", interests.declare_interest, name="declare_interest"),
    path("<slug:slug>/interests/record/", interests.record_interest, name="record_interest"),
    path(f"{INTEREST}/rule/", interests.rule_on_interest, name="rule_on_interest"),
    path(f"{INTEREST}/withdraw/", interests.withdraw_interest, name="withdraw_interest"),
    # its minutes, line by line
    path("<slug:slug>/log/", lines.log, name="log"),
    path("<slug:slug>/log/<int:pk>/", lines.log_item, name="log_item"),
    path("<slug:slug>/log/<int:pk>/note/", lines.note_entry, name="note_entry"),
    path("<slug:slug>/log/<int:pk>/put/", lines.put_question, name="put_question"),
    path("<slug:slug>/log/<int:pk>/changes/", sync.lines_changed, name="lines_changed"),
    path("<slug:slug>/log/<int:pk>/removed/", line_history.removed_lines, name="removed_lines"),
    path(f"{REMOVED}/restore/", line_history.restore_entry, name="restore_entry"),
    path("<slug:slug>/lines/<uuid:key>/history/", line_history.line_history, name="line_history"),
    path("<slug:slug>/log/sync/", sync.sync_lines, name="sync_lines"),
    path("<slug:slug>/lines/<int:pk>/revise/", lines.revise_entry, name="revise_entry"),
    path("<slug:slug>/lines/<int:pk>/move/", lines.move_entry, name="move_entry"),
    path("<slug:slug>/lines/<int:pk>/remove/", lines.remove_entry, name="remove_entry"),
    path("<slug:slug>/lines/<int:pk>/restrict/", lines.restrict_entry, name="restrict_entry"),
    path(
        "<slug:slug>/lines/<int:pk>/undertaking/",
        follow_up.make_undertaking,
        name="make_undertaking",
    ),
    path("<slug:slug>/lines/<int:pk>/link/", follow_up.link_update, name="link_update"),
    path(f"{ITEM}/hear/<slug:label>/", follow_up.hear_recommendation, name="hear_recommendation"),
    path(f"{ITEM}/settle/", rulings.settle_recommendation, name="settle_recommendation"),
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
    path(f"{VOTE}/ballots-in/", ballots.ballots_in, name="ballots_in"),
    path(f"{VOTE}/take/<int:member>/", ballots.take_ballot, name="take_ballot"),
    path(f"{VOTE}/hands/", votes.record_show_of_hands, name="record_show_of_hands"),
    path(f"{VOTE}/unanimity/", votes.record_unanimity, name="record_unanimity"),
    path(f"{VOTE}/close/", votes.close_vote, name="close_vote"),
    path(f"{VOTE}/void/", votes.void_vote, name="void_vote"),
    path(f"{VOTE}/outcome/", votes.record_outcome, name="record_outcome"),
    path("<slug:slug>/decisions/<int:pk>/revise/", votes.revise_outcome, name="revise_outcome"),
    path(
        "<slug:slug>/decisions/<int:pk>/withdraw/", votes.withdraw_outcome, name="withdraw_outcome"
    ),
    path(f"{ADVICE}/write/", advice.write_advice, name="write_advice"),
    path(f"{ADVICE}/<int:pk>/", advice.advice, name="advice"),
    path(f"{LINE}/add/", advice.add_advice_line, name="add_advice_line"),
    path(f"{LINE}/<int:line>/revise/", advice.revise_advice_line, name="revise_advice_line"),
    path(f"{LINE}/<int:line>/move/", advice.move_advice_line, name="move_advice_line"),
    path(f"{LINE}/<int:line>/remove/", advice.remove_advice_line, name="remove_advice_line"),
    path(
        f"{ADVICE}/<int:pk>/rulings/<slug:label>/",
        rulings.rule_on_recommendation,
        name="rule_on_recommendation",
    ),
    # its open pages, and its record
    path("<slug:slug>/", public_meeting.meeting, name="meeting"),
    path("<slug:slug>/meeting.ics", public_meeting.calendar_file, name="calendar_file"),
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
    path(f"{VERSION}/review/", review.review_minutes, name="review_minutes"),
    path(f"{VERSION}/end-suggestions/", review.end_suggestions, name="end_suggestions"),
    path(f"{VERSION}/schedule/", review.schedule_publication, name="schedule_publication"),
    path(f"{VERSION}/unschedule/", review.unschedule_publication, name="unschedule_publication"),
    path("<slug:slug>/draft/", minutes.draft, name="draft"),
    path(
        "<slug:slug>/draft/<slug:paragraph>/", review.suggest_correction, name="suggest_correction"
    ),
    path(f"{SUGGESTION}/accept/", review.accept_suggestion, name="accept_suggestion"),
    path(f"{SUGGESTION}/decline/", review.decline_suggestion, name="decline_suggestion"),
]
urlpatterns = [path("", public.home, name="home"), path("meetings/", include(MEETINGS))]
