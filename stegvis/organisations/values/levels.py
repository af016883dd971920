"""How sure we are of who has signed in: four levels, of which a role may ask for one."""

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_

ANY, PASSWORD, SECOND_FACTOR, EID = range(4)
HIGHEST = EID

LEVEL_NAMES = {
    ANY: N_("vilken inloggning som helst"),
    PASSWORD: N_("lösenord"),
    SECOND_FACTOR: N_("två steg: passernyckel, eller lösenord och en kod"),
    EID: N_("e-legitimation eller tjänstekort genom organisationens inloggning"),
}
HOW_TO_REACH = {
    PASSWORD: N_("Logga ut och logga in med ditt lösenord."),
    SECOND_FACTOR: N_(
        "Lägg till en passernyckel under Mitt konto, logga ut och logga in med den. "
        "Har du redan en: logga ut och logga in med den."
    ),
    EID: N_("Logga ut och välj organisationens inloggning med e-legitimation eller tjänstekort."),
}


def what_to_do(role_name: str, level: int) -> str:
    """For who has the role and has not signed in surely enough."""
    sentence = _("Rollen {role} kräver inloggning med {level}.")
    said = sentence.format(role=_(role_name), level=_(LEVEL_NAMES[level]))
    how = _(HOW_TO_REACH[level])
    return f"{said} {how}"
