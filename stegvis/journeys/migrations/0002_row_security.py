"""The second wall around what is recorded of a journey."""

from django.db import migrations

from stegvis.core.actions.walls import guarded

TABLES = ("enrolment", "plan", "income", "earlier")


class Migration(migrations.Migration):
    dependencies = [("journeys", "0001_first"), ("participants", "0003_row_security")]
    operations = [guarded(f"journeys_{table}") for table in TABLES]
