from django.db import models


class Organisation(models.Model):
    """A body whose people submit papers, present them or receive advice: Lab, NDAS, OPCC …"""

    name = models.CharField(max_length=120, unique=True)
    short_name = models.CharField(max_length=40, blank=True)
    is_submitting_body = models.BooleanField(default=False)
    receives_advice = models.BooleanField(
        default=False
    )  # the PCC's and the Chief Constable's office
    advice_addressee = models.CharField(max_length=120, blank=True)  # as a letter addresses them
    email = models.EmailField(blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.short_name or self.name
