from typing import Any

from django.core.management.base import BaseCommand

from stegvis.core.actions.log_sealing import seal
from stegvis.core.values.language import gettext as _


class Command(BaseCommand):
    help = "Förseglar det som är skrivet i åtkomstloggen."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        number = seal()
        self.stdout.write(_("{number} nya segment är förseglade.").format(number=number))
