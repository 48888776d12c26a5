"""Layout objects that take words from data: crispy's own read a legend as a template."""

from crispy_forms import layout
from django.template.loader import render_to_string


class Fieldset(layout.Fieldset):
    """A set of fields under a legend that is plain text, whatever stands in it."""

    def render(self, form, context, template_pack=layout.TEMPLATE_PACK, **kwargs):
        fields = self.get_rendered_fields(form, context, template_pack, **kwargs)
        page = {"fieldset": self, "fields": fields}
        return render_to_string(self.get_template_name(template_pack), page)
