"""How forms are drawn: our own fields, with help and fault beside each."""

from django.forms.renderers import TemplatesSetting


class HouseForms(TemplatesSetting):
    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
