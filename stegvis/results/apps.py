from django.apps import AppConfig


class ResultsConfig(AppConfig):
    name = "stegvis.results"
    label = "results"
