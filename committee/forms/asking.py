"""How a form says that something is missing: in a sentence that names the field."""

from django import forms

CHOSEN = (forms.Select, forms.RadioSelect, forms.CheckboxSelectMultiple, forms.FileInput)
QUESTIONS = ("what ", "who ", "how ", "why ", "when ", "where ", "by when", "for whom")
OWNED = ("the ", "your ", "a ", "an ", "it ")
DJANGO = str(forms.Field.default_error_messages["required"])


def asked_for(label: str, widget: forms.Widget) -> str:
    """ "Enter the date." for a field called "Date"; "Choose …" where there is a list."""
    verb = "Choose" if isinstance(widget, CHOSEN) else "Enter"
    name = label.partition(", ")[0].rstrip(" ?:.")
    is_abbreviation = name[1:2].isupper()
    name = name if is_abbreviation else name[:1].lower() + name[1:]
    if name.startswith(QUESTIONS):
        return f"Say {name}."
    return f"{verb} {name if name.startswith(OWNED) else f'the {name}'}."


def complaints(field: forms.BoundField) -> list[str]:
    """The errors of ``field``, each in words that tell which field is meant."""
    if not field.label:
        return list(field.errors)
    named = asked_for(str(field.label), field.field.widget)
    return [named if error == DJANGO else error for error in field.errors]
