"""What the form templates in templates/dec ask of a field: its kind of control, its options,
and the id a link in the error summary must lead to."""

from django import forms, template
from django.forms.boundfield import BoundWidget

from committee.forms import asking

register = template.Library()

KINDS = [  # the first that fits
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    ((forms.MultiWidget, forms.SelectDateWidget), "parts"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.PasswordInput, "password"),
    (forms.FileInput, "file-upload"),
]


@register.filter
def control(field):
    """What kind of control asks for ``field``: input, select, radios …"""
    for widgets, kind in KINDS:
        if isinstance(field.field.widget, widgets):
            return kind
    return "input"


register.filter("complaints", asking.complaints)


@register.filter
def styled(field, css):
    """The control of ``field`` in the classes ``css``, and in those of its error if it has one."""
    return field.as_widget(attrs={"class": _classes(field, css)})


@register.filter
def options(field, css):
    """The boxes or buttons of a field of many, each in the class ``css``."""
    widget = field.field.widget
    attrs = field.build_widget_attrs({"id": _own_id(field), "class": _classes(field, css)})
    found = widget.subwidgets(field.html_name, field.value(), attrs=attrs)
    return [BoundWidget(widget, data, field.form.renderer) for data in found]


@register.filter
def first_id(field):
    """The id of the first thing of ``field`` that can take the focus."""
    kind, own = control(field), _own_id(field)
    if kind in ("radios", "checkboxes"):
        return f"{own}_0" if field.subwidgets else f"div_{field.auto_id}"
    if kind == "parts" and isinstance(field.field.widget, forms.MultiWidget):
        return f"{own}{field.field.widget.widgets_names[0]}"
    return field.id_for_label


def _own_id(field):
    return field.field.widget.attrs.get("id") or field.auto_id


def _classes(field, css):
    words = [css, field.field.widget.attrs.get("class", "")]
    block = css.split()[0]
    if field.errors and "__" not in block:  # boxes and buttons show it at their group
        words.insert(1, f"{block}--error")
    return " ".join(word for word in words if word)
