from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from stegvis.core.actions.log_dropping import drop_old
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused


class Command(BaseCommand):
    help = "Tar bort det ur åtkomstloggen som är äldre än STEGVIS_LOG_YEARS, som databasens ägare."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        try:
            number = drop_old(timezone.now())
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(_("{number} rader är borttagna.").format(number=number))
