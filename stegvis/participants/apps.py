from django.apps import AppConfig


class ParticipantsConfig(AppConfig):
    name = "stegvis.participants"
    label = "participants"

    def ready(self) -> None:
        from stegvis.participants.actions.retention import register_all  # noqa: PLC0415 - as models

        register_all()
