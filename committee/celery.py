"""Celery carries slow work; the rows in the database are the truth."""

import os
import warnings

from celery import Celery
from celery.platforms import SecurityWarning

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "committee.settings")
warnings.filterwarnings("ignore", category=SecurityWarning)  # of root and pickle: we take JSON only
app = Celery("committee")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
