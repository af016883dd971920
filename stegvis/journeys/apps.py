from django.apps import AppConfig


class JourneysConfig(AppConfig):
    name = "stegvis.journeys"
    label = "journeys"

    def ready(self) -> None:
        from stegvis.journeys.actions.retention import register_all  # noqa: PLC0415 - as models
        from stegvis.journeys.queries import telling  # noqa: F401, PLC0415 - it registers itself

        register_all()
