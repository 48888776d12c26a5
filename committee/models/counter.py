from django.db import models


class Counter(models.Model):
    """The last number given in a series that runs through the committee's life: R, C, Q …"""

    series = models.CharField(max_length=16, primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self):
        return f"{self.series}-{self.last}"

    @classmethod
    def next(cls, series: str) -> int:
        """The next number of ``series``. Called inside an act, so none is lost or given twice."""
        counter, _ = cls.objects.select_for_update().get_or_create(series=series)
        counter.last += 1
        counter.save(update_fields=["last"])
        return counter.last
