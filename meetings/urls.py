from django.urls import path

from meetings.views import public_meeting, workspace

app_name = "meetings"
urlpatterns = [
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
    # planning, and the hub of one meeting
    path("all/", workspace.desk, name="desk"),
    path("<slug:slug>/work/", workspace.workspace, name="workspace"),
]
