from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "stegvis.programmes"
    label = "programmes"
