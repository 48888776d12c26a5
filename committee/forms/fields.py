"""Days and times as the browser asks for them; typed as 2026-11-20 and 13:30 without it."""

from django import forms


def day(label: str, **options) -> forms.DateField:
    """A day, asked with the browser's own calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **options)


def clock(label: str, **options) -> forms.TimeField:
    """A time of day, to the minute."""
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, widget=widget, **options)
