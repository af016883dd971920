from django.apps import AppConfig


class ResultsConfig(AppConfig):
    name = "stegvis.results"
    label = "results"

    def ready(self) -> None:
        from stegvis.results.actions.retention import register_all  # noqa: PLC0415 - as models

        register_all()
