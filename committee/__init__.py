"""The project, and what every app needs: people, rules of the house, record, post, paper."""

from committee.celery import app as celery_app

__all__ = ["celery_app"]
