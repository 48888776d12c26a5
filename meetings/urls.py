from django.urls import path

from meetings.views import workspace

app_name = "meetings"
urlpatterns = [
    # planning, and the hub of one meeting
    path("all/", workspace.desk, name="desk"),
    path("<slug:slug>/work/", workspace.workspace, name="workspace"),
]
