from django.apps import AppConfig


class JourneysConfig(AppConfig):
    name = "stegvis.journeys"
    label = "journeys"
