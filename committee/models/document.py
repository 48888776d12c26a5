from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.text import slugify

from committee.closed import open_to
from committee.models.slow_work import SlowWork, SlowWorkQuerySet, slow_work_constraints
from committee.states import DOCUMENT_MOVES


class DocumentQuerySet(SlowWorkQuerySet):
    def visible_to(self, person):
        """Documents as such are for the committee; others get them where they are published.

        What an app holds back (settings.HELD_BACK) the secretariat alone sees.
        """
        if not (person.is_authenticated and person.sits_with_committee):
            return self.none()
        theirs = open_to(self, person)
        if person.is_secretariat:
            return theirs
        held_back = [import_string(name)() for name in settings.HELD_BACK]
        return theirs.exclude(reduce(or_, held_back, Q()))


class Document(SlowWork):
    """A PDF that was ordered: what it says is frozen in ``snapshot`` when it is ordered.

    It becomes ready exactly once whatever happens to workers and broker. Once ready it is
    never rewritten (the database refuses).
    """

    key = models.CharField(max_length=160, unique=True)
    title = models.CharField(max_length=255)
    template = models.CharField(max_length=120)
    snapshot = models.JSONField()
    pages = models.PositiveSmallIntegerField(null=True, editable=False)

    objects = DocumentQuerySet.as_manager()
    moves = DOCUMENT_MOVES

    class Meta(SlowWork.Meta):
        constraints = slow_work_constraints("document")

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("committee:document", args=[self.pk])

    @property
    def file_name(self) -> str:
        """What the file is called when it is saved or sent."""
        return f"{slugify(self.title)[:80] or self.pk}.pdf"
