"""The example that an empty trial installation begins with, as the start sees it."""

import secrets

from demo.people import SHOWN
from stegvis.config import environment
from stegvis.config.attached import data_folder
from stegvis.config.databases import WEB
from stegvis.config.migrated import connected
from stegvis.config.secrets import kept
from stegvis.core.values.language import gettext as _

CONSONANTS, VOWELS = "bdfghjklmnprstv", "aeiouy"
GROUPS, SYLLABLES = 4, 2  # (15 × 6)^8: 51 bits, and still possible to type


def is_trial() -> bool:
    return environment.one_of("STEGVIS_MODE", ("trial", "production")) == "trial"


def is_wanted() -> bool:
    """In an installation for trial where nobody has begun."""
    return is_trial() and _count("organisations_association") == 0


def password() -> str:
    """One for all of the cast, made for this installation: none that stands in the source."""
    return kept(data_folder() / "secrets" / "demo-password", _pronounceable)


def logins() -> str:
    """Empty where the example is not there."""
    if not is_trial() or not _has(SHOWN[0].email):
        return ""
    wide = max(len(person.email) for person in SHOWN)
    rows = [f"  {person.email:<{wide}}  {person.shown}, {person.what}" for person in SHOWN]
    said = [_("Logga in som någon av dessa:"), *rows, _("Lösenord för alla: {password}")]
    return "\n".join(["", *said, "", ""]).format(password=password())


def _count(table: str) -> int:
    with connected(environment.text(WEB)) as connection:
        row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - ours
    return int(row[0]) if row else 0


def _has(email: str) -> bool:
    question = "SELECT EXISTS (SELECT FROM organisations_user WHERE email = %s)"
    with connected(environment.text(WEB)) as connection:
        row = connection.execute(question, [email]).fetchone()
    return row == (True,)


def _pronounceable() -> str:
    syllables = [
        secrets.choice(CONSONANTS) + secrets.choice(VOWELS) for _one in range(GROUPS * SYLLABLES)
    ]
    groups = range(0, len(syllables), SYLLABLES)
    return "-".join("".join(syllables[place : place + SYLLABLES]) for place in groups)
