"""A double that somebody has found is seen by whoever sees both, of whichever agency."""

from django.db import migrations

SEEN = """
CREATE POLICY doubles ON participants_merge FOR SELECT USING (
    stegvis_sees_person(person_id) AND stegvis_sees_person(double_id));
"""
HIDDEN = "DROP POLICY doubles ON participants_merge;"


class Migration(migrations.Migration):
    dependencies = [("participants", "0005_registering")]
    operations = [migrations.RunSQL(SEEN, HIDDEN)]
