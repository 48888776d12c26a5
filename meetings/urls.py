from django.urls import path

from meetings import routes
from meetings.views import (
    advice,
    ballots,
    minutes,
    public,
    public_meeting,
    records,
    votes,
)

app_name = "meetings"
VOTE, ADVICE = "<slug:slug>/votes/<int:pk>", "<slug:slug>/advice"
ITEM = "<slug:slug>/items/<int:pk>"
urlpatterns = [
    # --- words before the slugs, of which they are none
    *routes.urlpatterns,
    path("load/", records.load_record, name="load_record"),
    # --- the open pages
    path("", public.meetings, name="meetings"),
    # votes, outcomes and advice
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
    path(f"{ADVICE}/<int:pk>/lines/add/", advice.add_advice_line, name="add_advice_line"),
    path(
        f"{ADVICE}/<int:pk>/lines/<int:line>/revise/",
        advice.revise_advice_line,
        name="revise_advice_line",
    ),
    path(
        f"{ADVICE}/<int:pk>/lines/<int:line>/move/",
        advice.move_advice_line,
        name="move_advice_line",
    ),
    path(
        f"{ADVICE}/<int:pk>/lines/<int:line>/remove/",
        advice.remove_advice_line,
        name="remove_advice_line",
    ),
    # --- the open pages of one meeting
    path("<slug:slug>/", public_meeting.meeting, name="meeting"),
    path("<slug:slug>/minutes.pdf", public_meeting.minutes_pdf, name="minutes_pdf"),
    path(
        "<slug:slug>/minutes/v<int:number>/", public_meeting.minutes_version, name="minutes_version"
    ),
    path(
        "<slug:slug>/minutes/v<int:number>/minutes.pdf",
        public_meeting.minutes_version_pdf,
        name="minutes_version_pdf",
    ),
    path("<slug:slug>/record.yaml", records.export_record, name="export_record"),
    # --- minutes on their way
    path("<slug:slug>/versions/", minutes.minutes_versions, name="minutes_versions"),
    path("<slug:slug>/versions/correct/", minutes.correct_minutes, name="correct_minutes"),
    path(
        "<slug:slug>/versions/<int:number>/issue/",
        minutes.issue_draft_minutes,
        name="issue_draft_minutes",
    ),
    path(
        "<slug:slug>/versions/<int:number>/approve/",
        minutes.approve_minutes,
        name="approve_minutes",
    ),
    path(
        "<slug:slug>/versions/<int:number>/publish/",
        minutes.publish_minutes,
        name="publish_minutes",
    ),
    path("<slug:slug>/draft/", minutes.draft, name="draft"),
]
