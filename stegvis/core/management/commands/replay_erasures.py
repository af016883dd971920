from typing import Any

from django.core.management.base import BaseCommand, CommandError

from stegvis.core.actions.retention import replay
from stegvis.core.values.language import ngettext
from stegvis.core.values.refusals import Refused


class Command(BaseCommand):
    help = "Gallrar igen det som en återläst kopia har tagit tillbaka."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        try:
            number = replay()
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        said = ngettext(
            "{n} uppgift hade kommit tillbaka och är gallrad igen.",
            "{n} uppgifter hade kommit tillbaka och är gallrade igen.",
            number,
        )
        self.stdout.write(said.format(n=number))
