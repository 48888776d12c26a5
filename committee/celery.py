"""Celery carries slow work; the rows in the database are the truth."""

import os
import warnings
from pathlib import Path

from celery import Celery
from celery.platforms import SecurityWarning

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "committee.settings")
warnings.filterwarnings("ignore", category=SecurityWarning)  # of root and pickle: we take JSON only
app = Celery("committee")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@app.on_after_configure.connect
def make_folders(sender, **kwargs):
    """The embedded broker is a pair of folders: whoever speaks to it makes them."""
    options = sender.conf.broker_transport_options
    for folder in ("data_folder_in", "control_folder"):
        if folder in options:
            Path(options[folder]).mkdir(parents=True, exist_ok=True)
