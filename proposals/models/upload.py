"""Files on their way in, piece by piece, and files that are out in the open."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from proposals.kinds import kind_of
from proposals.models.paper import Paper


class Upload(models.Model):
    """A file of which the first ``offset`` bytes have arrived. It counts for nothing yet.

    The bytes lie in a file of their own (proposals/uploads.py) until the last is there and
    all of them together have the hash that was announced; then the row goes, and a file of
    the paper comes. One that nobody goes on with is tidied away.
    """

    key = models.UUIDField(unique=True, default=uuid4, editable=False)
    paper = models.ForeignKey(Paper, models.CASCADE, related_name="uploads")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(max_length=255)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)  # as announced
    offset = models.PositiveIntegerField(default=0)
    touched_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "by", "sha256"], name="upload_once"),
            models.CheckConstraint(
                condition=models.Q(offset__lte=models.F("size")), name="upload_within_its_size"
            ),
        ]

    def __str__(self):
        return self.name


class PublishedFile(models.Model):
    """A file that anybody may have: the public copy of one, of a paper whose outcome is published.

    Like PublishedOutcome, written when minutes are published and when a file is marked after
    that. Open pages know files by these rows alone.
    """

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="published_files")
    name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    media_type = models.CharField(max_length=100)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "sha256"], name="published_file_once"),
        ]

    def __str__(self):
        return self.name

    @property
    def kind(self) -> str:
        """What kind of file it is, in a word or two."""
        return kind_of(self.media_type)
