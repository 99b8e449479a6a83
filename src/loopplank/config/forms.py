"""How forms are drawn: with the templates of the look, in the markup of the NL Design System."""

from django.forms.renderers import TemplatesSetting


class LookRenderer(TemplatesSetting):
    """The ``FORM_RENDERER``: ``{{ form }}`` and ``{{ field.as_field_group }}`` come out in our look.

    Widgets follow too, as ``look/templates`` stands before Django's own form templates in ``TEMPLATES``.
    """

    form_template_name = "django/forms/form.html"
    field_template_name = "django/forms/field.html"
