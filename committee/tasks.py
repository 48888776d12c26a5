"""Slow work. A task takes an id, claims its row, works outside any transaction, marks it done."""

from celery import shared_task


def hint(task, pk):
    """Tell the broker that row ``pk`` waits. The row is the truth: a lost hint is found again."""


@shared_task
def render_document(pk):
    """Make the PDF of document ``pk``, once."""


@shared_task
def send_mail(pk):
    """Send mail ``pk``, once."""
