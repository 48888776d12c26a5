from django.urls import path

from proposals.views import letters, matches, papers, public

app_name = "proposals"
PAPER = "<slug:slug>/papers/<int:pk>"
urlpatterns = [
    # --- words before the slugs, of which they are none
    path("matches/", matches.matches, name="matches"),
    path("matches/<int:pk>/confirm/", matches.confirm_match, name="confirm_match"),
    path("matches/<int:pk>/reject/", matches.reject_match, name="reject_match"),
    # letters of advice
    path("letters/", letters.letters, name="letters"),
    path("letters/<int:pk>/", letters.letter, name="letter"),
    path("letters/<int:pk>/file/", letters.letter_file, name="letter_file"),
    path("letters/draft/<int:pk>/", letters.draft_letter, name="draft_letter"),
    path("letters/<int:pk>/revise/", letters.revise_letter, name="revise_letter"),
    path("letters/<int:pk>/approve/", letters.approve_letter, name="approve_letter"),
    path("letters/<int:pk>/send/", letters.send_letter, name="send_letter"),
    # proposals and papers, signed in
    path("mine/", papers.mine, name="mine"),
    path("new/", papers.add_proposal, name="add_proposal"),
    path("<slug:slug>/work/", papers.workspace, name="workspace"),
    path("<slug:slug>/revise/", papers.revise_proposal, name="revise_proposal"),
    path("<slug:slug>/papers/new/", papers.draft_paper, name="draft_paper"),
    path(f"{PAPER}/", papers.paper, name="paper"),
    path(f"{PAPER}/revise/", papers.revise_paper, name="revise_paper"),
    path(f"{PAPER}/submit/", papers.submit_paper, name="submit_paper"),
    path(f"{PAPER}/withdraw/", papers.withdraw_paper, name="withdraw_paper"),
    path(f"{PAPER}/attach/", papers.attach_file, name="attach_file"),
    path(f"{PAPER}/files/<int:file>/", papers.paper_file, name="paper_file"),
    path(f"{PAPER}/files/<int:file>/remove/", papers.remove_file, name="remove_file"),
    # --- the open pages; the words above are no proposal's slug (proposals/naming.py)
    path("", public.proposals, name="proposals"),
    path("<slug:slug>/", public.proposal, name="proposal"),
]
