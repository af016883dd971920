"""The order of Swedish letters, the same on every server: å, ä, ö after z, é with e.

Written as in the stack's own measurements; never an ICU collation, which some servers lack.
"""

from django.db import migrations

SV_KEY = """
CREATE FUNCTION sv_key(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$ SELECT translate(lower(t COLLATE pg_c_utf8), 'åäöæøéèëêüáàâíóúñç', '{|}|}eeeeyaaaiounc')
   COLLATE "C" $$
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.RunSQL(SV_KEY, "DROP FUNCTION sv_key(text)")]
