from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from committee import safety


class CommitteeConfig(AppConfig):
    name = "committee"

    def ready(self):
        if found := safety.faults(settings):
            raise ImproperlyConfigured("\n".join(["The site does not start.", *found]))
