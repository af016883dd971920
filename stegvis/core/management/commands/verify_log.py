from typing import Any

from django.core.management.base import BaseCommand, CommandError

from stegvis.core.actions.log_checking import check_log
from stegvis.core.values.language import gettext as _


class Command(BaseCommand):
    help = "Går igenom hela åtkomstloggen och säger det första som är fel i den."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        report = check_log()
        if report.fault:
            raise CommandError(report.fault.sentence)
        said = _("Loggen är hel: {rows} rader i {segments} segment.")
        self.stdout.write(said.format(rows=report.rows, segments=report.segments))
