"""The secretariat's pages: planning, agenda, attendance, lines, actions."""

from django.urls import path

from meetings.views import actions, agenda, attendance, documents, lines, planning, workspace

urlpatterns = [
    # all meetings
    path("all/", workspace.desk, name="desk"),
    path("plan/", planning.plan_meeting, name="plan_meeting"),
    path("actions/", actions.actions, name="actions"),
    # one meeting, from its plan to its close
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
    path("<slug:slug>/agenda/order/", documents.order_agenda, name="order_agenda"),
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
]
