import stegvis.core.models.encrypted
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("results", "0002_computed"),
    ]

    operations = [
        migrations.RemoveField(model_name="delivery", name="found"),
        migrations.RemoveField(model_name="delivery", name="mapping"),
        migrations.RemoveField(model_name="savedmapping", name="text"),
        migrations.AddField(
            model_name="delivery",
            name="mapping",
            field=stegvis.core.models.encrypted.EncryptedText(null=True),
        ),
        migrations.AddField(
            model_name="delivery",
            name="proposal",
            field=stegvis.core.models.encrypted.EncryptedText(null=True),
        ),
        migrations.AddField(
            model_name="delivery",
            name="told",
            field=stegvis.core.models.encrypted.EncryptedText(null=True),
        ),
        migrations.AddField(
            model_name="savedmapping",
            name="content",
            field=stegvis.core.models.encrypted.EncryptedText(default=b""),
            preserve_default=False,
        ),
    ]
