from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.reports.actions.preservation import export_decided


class Command(BaseCommand):
    help = "Skriver det som två har beslutat ska bevaras av en insats, som en ZIP i en mapp."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("association", help="förbundets namn")
        parser.add_argument("programme", help="insatsens kod, till exempel ung-framtid")
        parser.add_argument("--to", type=Path, required=True, help="mappen som filen skrivs i")

    def handle(self, *_arguments: Any, **options: Any) -> None:
        asked = options["association"], options["programme"]
        try:
            made = export_decided(*asked, options["to"], on=timezone.localdate())
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        said = _("{name} är skriven: {files} filer om {persons} personer.")
        words = said.format(name=made.place.name, files=made.files, persons=made.persons)
        self.stdout.write(words)
