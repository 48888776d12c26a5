from django.urls import include, path

from proposals.views import (
    asking,
    case_files,
    checking,
    evidence,
    figures,
    files,
    ledger,
    letters,
    matches,
    merging,
    paper,
    papers,
    public,
    public_ledger,
    questions,
    reading,
    returns,
    writing,
)

app_name = "proposals"
PAPER = "<slug:slug>/papers/<int:pk>"
FILE = f"{PAPER}/files/<int:file>"
QUESTION = f"{PAPER}/questions/<int:question>"
PROPOSALS = [
    # --- words before the slugs, of which they are none
    path("matches/", matches.matches, name="matches"),
    path("matches/<int:pk>/confirm/", matches.confirm_match, name="confirm_match"),
    path("matches/<int:pk>/reject/", matches.reject_match, name="reject_match"),
    # what is looked at in papers
    path("check-points/", checking.check_points, name="check_points"),
    path("check-points/add/", checking.add_check_point, name="add_check_point"),
    path("check-points/<int:pk>/retire/", checking.retire_check_point, name="retire_check_point"),
    # what papers are asked
    path("outline/", asking.outlines, name="outlines"),
    path("outline/revise/", asking.revise_outline, name="revise_outline"),
    path("requirements/<int:version>/", asking.requirements, name="requirements"),
    path(
        "requirements/<int:version>/<slug:stage>/",
        asking.set_requirements,
        name="set_requirements",
    ),
    # letters of advice
    path("letters/", letters.letters, name="letters"),
    path("letters/<int:pk>/", letters.letter, name="letter"),
    path("letters/<int:pk>/file/", letters.letter_file, name="letter_file"),
    path("letters/draft/<int:pk>/", letters.draft_letter, name="draft_letter"),
    path("letters/<int:pk>/revise/", letters.revise_letter, name="revise_letter"),
    path("letters/<int:pk>/approve/", letters.approve_letter, name="approve_letter"),
    path("letters/<int:pk>/send/", letters.send_letter, name="send_letter"),
    path("letters/<int:pk>/respond/", returns.record_response, name="record_response"),
    # proposals and papers, signed in
    path("mine/", papers.mine, name="mine"),
    path("new/", papers.add_proposal, name="add_proposal"),
    path("<slug:slug>/work/", papers.workspace, name="workspace"),
    path("<slug:slug>/revise/", papers.revise_proposal, name="revise_proposal"),
    path("<slug:slug>/returns/<int:pk>/", returns.expect_return, name="expect_return"),
    path("<slug:slug>/returns/<int:pk>/chase/", returns.chase_return, name="chase_return"),
    path("<slug:slug>/merge/", merging.merge_proposals, name="merge_proposals"),
    path("<slug:slug>/papers/new/", papers.draft_paper, name="draft_paper"),
    path(f"{PAPER}/", paper.paper, name="paper"),
    path(f"{PAPER}/changes/", paper.paper_changes, name="paper_changes"),
    path("<slug:slug>/case-file/", case_files.case_files, name="case_files"),
    path("<slug:slug>/case-file/order/", case_files.order_case_file, name="order_case_file"),
    path("<slug:slug>/case-file/<int:pk>/", case_files.case_file, name="case_file"),
    path("<slug:slug>/case-file.zip", case_files.published_case_file, name="published_case_file"),
    path(f"{PAPER}/revise/", papers.revise_paper, name="revise_paper"),
    path(f"{PAPER}/accept/", checking.accept_paper, name="accept_paper"),
    path(f"{PAPER}/check/", checking.check_paper, name="check_paper"),
    path(f"{PAPER}/tick/", checking.tick_check, name="tick_check"),
    path(f"{PAPER}/return/", checking.return_paper, name="return_paper"),
    path(f"{PAPER}/follows/", checking.match_predecessor, name="match_predecessor"),
    path(f"{PAPER}/write/", writing.write_paper, name="write_paper"),
    path(f"{PAPER}/write/<slug:section>/", writing.write_section, name="write_section"),
    path(f"{PAPER}/evidence/<slug:kind>/", evidence.set_evidence, name="set_evidence"),
    path(f"{PAPER}/submit/", writing.submit_paper, name="submit_paper"),
    path(f"{PAPER}/defer/", evidence.defer_paper, name="defer_paper"),
    path(
        f"{PAPER}/versions/<int:version>/file/",
        evidence.paper_version_file,
        name="paper_version_file",
    ),
    path(
        f"{PAPER}/versions/<int:version>/files/<slug:sha256>/",
        files.frozen_file,
        name="frozen_file",
    ),
    path(f"{PAPER}/withdraw/", papers.withdraw_paper, name="withdraw_paper"),
    path(f"{PAPER}/attach/", files.attach_file, name="attach_file"),
    path(f"{PAPER}/uploads/", files.begin_upload, name="begin_upload"),
    path(f"{PAPER}/uploads/<uuid:upload>/", files.continue_upload, name="continue_upload"),
    path(f"{PAPER}/files/", files.paper_files, name="paper_files"),
    path(f"{FILE}/", files.paper_file, name="paper_file"),
    path(f"{FILE}/remove/", files.remove_file, name="remove_file"),
    path(f"{FILE}/public/", files.mark_file_public, name="mark_file_public"),
    path(f"{FILE}/confidential/", files.mark_file_confidential, name="mark_file_confidential"),
    path(f"{PAPER}/read/", reading.mark_read, name="mark_read"),
    path(f"{PAPER}/unread/", reading.mark_unread, name="mark_unread"),
    # what is asked of a paper before the meeting
    path(f"{PAPER}/questions/", questions.questions, name="questions"),
    path(f"{PAPER}/questions/ask/", questions.ask_question, name="ask_question"),
    path(f"{PAPER}/questions/send/", questions.send_questions, name="send_questions"),
    path(f"{QUESTION}/revise/", questions.revise_question, name="revise_question"),
    path(f"{QUESTION}/share/", questions.share_question, name="share_question"),
    path(f"{QUESTION}/withdraw/", questions.withdraw_question, name="withdraw_question"),
    path(f"{QUESTION}/answer/", questions.answer_question, name="answer_question"),
    # --- the open pages; the words above are no proposal's slug (proposals/naming.py)
    path("", public.proposals, name="proposals"),
    path("<slug:slug>/", public.proposal, name="proposal"),
    path("<slug:slug>/files/<slug:sha256>/", files.published_file, name="published_file"),
]
LEDGER = [
    path("", public_ledger.recommendations, name="recommendations"),
    path("work/", ledger.ledger, name="ledger"),
    path("returns/", returns.expected_returns, name="expected_returns"),
    path("<slug:label>/work/", ledger.ledger_row, name="ledger_row"),
    path("<slug:label>/answer/", ledger.answer_recommendation, name="answer_recommendation"),
    path("<slug:label>/revise/", ledger.revise_recommendation, name="revise_recommendation"),
    path("<slug:label>/", public_ledger.recommendation, name="recommendation"),
]
urlpatterns = [
    path("proposals/", include(PROPOSALS)),
    path("recommendations/", include(LEDGER)),
    path("figures/", figures.figures, name="figures"),
    path("figures/<slug:figure>.csv", figures.figure_file, name="figure_file"),
]
