from django.urls import path

from meetings.views import minutes, public, public_meeting, records, workspace

app_name = "meetings"
urlpatterns = [
    # --- words before the slugs, of which they are none
    path("all/", workspace.desk, name="desk"),
    path("load/", records.load_record, name="load_record"),
    # --- the open pages
    path("", public.meetings, name="meetings"),
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
    # planning, and the hub of one meeting
    path("<slug:slug>/work/", workspace.workspace, name="workspace"),
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
