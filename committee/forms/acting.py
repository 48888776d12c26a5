"""Forms through which one act is done."""

from collections.abc import Callable

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit

from committee.lines import Stale
from committee.refusals import NotPermitted, Refused


def one_button(label: str, *, action: str = "") -> FormHelper:
    """All fields one below the other, and one button."""
    helper = FormHelper()
    helper.form_class = "de-form"
    helper.form_action = action
    helper.add_input(Submit("act", label))
    return helper


def done(form, act: Callable[..., object], *subjects, by) -> bool:
    """Whether ``form`` is valid and ``act`` was done with its values; ``form.result`` is what came.

    A form whose fields are not the words of the act says them in ``act_arguments``.
    What the act refuses is said on the form, which keeps what was typed. Who may not act at
    all, or was overtaken by somebody else, is told on a page of its own.
    """
    if not form.is_valid():
        return False
    try:
        said = form.act_arguments if hasattr(form, "act_arguments") else form.cleaned_data
        form.result = act(*subjects, by=by, **said)
    except (NotPermitted, Stale):
        raise
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
