"""Every address of the site; the higher apps are named by strings, never imported."""

from django.urls import include, path

from committee.views import (
    accounts,
    documents,
    gallery,
    health,
    history,
    organisations,
    people,
    public,
    scripts,
    terms,
    worklist,
)

OURS = [
    path("people/", public.people, name="people"),
    path("terms/", public.terms, name="terms"),
    path("style/", gallery.style, name="style"),
    path("healthz", health.healthz, name="healthz"),
    path("work/", worklist.worklist, name="worklist"),
    # documents and mail
    path("documents/", documents.documents, name="documents"),
    path("documents/<int:pk>/", documents.document, name="document"),
    path("documents/<int:pk>/file/", documents.document_file, name="document_file"),
    path("documents/<int:pk>/retry/", documents.retry_document, name="retry_document"),
    path("documents/mail/", documents.outbox, name="outbox"),
    # people, organisations, terms and the history of every act: the secretariat's own
    path("manage/people/", people.manage_people, name="manage_people"),
    path("manage/people/add/", people.add_person, name="add_person"),
    path("manage/people/<int:pk>/", people.manage_person, name="manage_person"),
    path("manage/people/<int:pk>/revise/", people.revise_person, name="revise_person"),
    path("manage/people/<int:pk>/appoint/", people.appoint, name="appoint"),
    path("manage/people/<int:pk>/invite/", people.invite_person, name="invite_person"),
    path("manage/people/<int:pk>/deactivate/", people.deactivate_person, name="deactivate_person"),
    path("manage/people/<int:pk>/reactivate/", people.reactivate_person, name="reactivate_person"),
    path("manage/appointments/<int:pk>/end/", people.end_appointment, name="end_appointment"),
    path("manage/organisations/", organisations.manage_organisations, name="manage_organisations"),
    path("manage/organisations/add/", organisations.add_organisation, name="add_organisation"),
    path(
        "manage/organisations/<int:pk>/revise/",
        organisations.revise_organisation,
        name="revise_organisation",
    ),
    path("manage/terms/", terms.manage_terms, name="manage_terms"),
    path("manage/terms/adopt/", terms.adopt_terms, name="adopt_terms"),
    path("manage/terms/<int:version>/revise/", terms.revise_terms, name="revise_terms"),
    path("manage/name/", terms.rename_committee, name="rename_committee"),
    path("manage/history/", history.history, name="history"),
    # signing in
    path("sign-in/", accounts.SignIn.as_view(), name="sign_in"),
    path("sign-in/token/", scripts.form_token, name="form_token"),
    path("sign-out/", accounts.sign_out, name="sign_out"),
    path("set-password/<uidb64>/<token>/", accounts.SetPassword.as_view(), name="set_password"),
    path("forgotten-password/", accounts.reset_password, name="reset_password"),
    path("forgotten-password/sent/", accounts.password_link_sent, name="password_link_sent"),
    path("account/", accounts.account, name="account"),
    path("account/reminders/", accounts.choose_reminders, name="choose_reminders"),
    path("account/password/", accounts.change_password, name="change_password"),
]
urlpatterns = [
    path("", include((OURS, "committee"))),
    path("", include("meetings.urls")),
    path("", include("proposals.urls")),
]
