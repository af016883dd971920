"""Every address that answers with a page, and who opens it in the stories; and what is no page.

`{here}` is Ung Framtid of the example, `{new}` is begun and has no facts, `{there}` is Cecilia's.
"""

from stegvis.config.permissions import addresses

ALVA, BO, DISA, CECILIA, NOBODY = "alva", "bo", "disa", "cecilia", ""
ADA, GUN, IDA, OWN = "ada", "gun", "ida", "own"

PARTS = ("grunder", "tid", "malgrupp", "parter", "arbete", "personal", "budget")
READ = (
    "/",
    "/galleri/",
    "/jobb/{job}/",
    "/insatser/",
    "{here}",
    "{here}versioner/",
    "{here}versioner/1/",
    "{here}laget/",
    "{here}laget/work-or-studies/",
    "{here}laget/smail-done/",
    "{new}laget/",
)
CHANGED = (
    "",
    *(f"del/{part}/" for part in PARTS),
    "mal/",
    "mal/nytt/",
    "mal/nytt/destination-later/",
    "mal/andra/work-or-studies/",
    "text/",
    "granska/",
)
DELIVERED = (
    "{here}uppgifter/",
    "{new}uppgifter/",
    "{here}uppgifter/{faulty}/",
    "{here}uppgifter/{faulty}/rader/",
    "{here}uppgifter/{applied}/",
    "{new}uppgifter/{asking}/",
    "{new}uppgifter/{asking}/oversattning/",
)
WRITTEN = (
    "{here}rapporter/",
    "{here}rapporter/ny/",
    "{here}rapporter/{report}/",
    "{here}rapporter/{report}/visa/",
    "{here}rapporter/{report}/las/",
)
OF_A_PERSON = ("", "nummer/nytt/", "andra/", "kontakt/", "foretradare/", "skydd/", "dubblett/")
PERSONS = (
    "/personer/",
    "/personer/gallring/",
    "/personer/sok/",
    *(f"{{person}}{address}" for address in OF_A_PERSON),
    "{person}foretradare/{representative}/",
)
RECORDED = (
    "{recorded}",
    "{recorded}insatsen/",
    "{recorded}insatsen/{enrolment}/",
    "{recorded}insatsen/{enrolment}/avslut/",
    "{recorded}insatsen/{enrolment}/plan/",
    "{recorded}insatsen/{enrolment}/forsorjning/",
    "{recorded}plan/{plan_made}/",
    "{recorded}forsorjning/{income}/",
)
ADMINISTERED = (
    "",
    "medarbetare/",
    "medarbetare/{user}/",
    "medarbetare/{user}/ny-roll/{association}/",
    "medarbetare/{user}/slutar/",
    "uppdrag/{membership}/byt/",
    "uppdrag/{membership}/avsluta/",
    "forbund/{association}/bjud-in/",
    "forbund/{association}/avtal/",
    "forbund/{association}/ny-myndighet/",
    "forbund/{association}/register/",
    "myndigheter/",
    "myndigheter/{agency}/",
    "myndigheter/{agency}/ny-enhet/",
    "enheter/{unit}/",
    "roller/",
    "roller/analys/",
    "roller/case_worker/",
    "roller/case_worker/{association}/inloggning/",
    "bevarande/",
    "bevarande/{kept}/",
    "gallring/",
    "gallring/{plan}/",
    "forbund/{association}/gallra/",
    "forbund/{association}/gallring/person/",
    "forbund/{association}/gallring/person/upphor/",
    "logg/",
    "forbund/{association}/logg/",
    "samtyckestexter/",
    "samtyckestexter/{text}/",
    "forbund/{association}/ny-samtyckestext/",
    "forbund/{association}/samtyckesregler/",
    "arenden/",
    "arenden/{matter}/",
)
CONSENTED = (
    "{asa}",
    "{asa}samtycke/",
    "{asa}samtycke/ta-tillbaka/",
    "{asa}undantag/",
    "{asa}onskemal/{wish}/",
    "{emil}egen-sida/",
    "{nora}skydd/",
    "{asa}vem-far-se/{involvement}/",
    "{asa}filer/",
    "{asa}maskad-kopia/",
    "{asa}utlamnat/",
    "{asa}utlamnat/{disclosure}/",
    "{asa}utlamnat/{disclosure}/kvitto/",
)
REVIEWED = ("", "ny/", "utdrag/", "{review}/", "{signed}/", "larm/{alarm}/")
OWN_PAGES = (
    "/min-sida/",
    "/min-sida/samtycken/",
    "/min-sida/vem-har-last/",
    "/min-sida/onskemal/",
)
OPENED = (
    *((GUN, address) for address in (*CONSENTED, *RECORDED)),
    *((OWN, address) for address in OWN_PAGES),
    *((IDA, f"/loggkontroll/{address}") for address in REVIEWED),
    (IDA, "/"),
    (IDA, "/overlamning/"),
    (IDA, "/overlamning/{leaving}/"),
    (IDA, "/overlamning/fragor/{unheard}/"),
    (GUN, "{asa}vem-har-last/"),
    (GUN, "/onskemal/"),
    (GUN, "/"),
    (BO, "{asa}"),
    (BO, "/mottaget/"),
    (BO, "/mottaget/{disclosure}/"),
    (NOBODY, "/sidan-stangd/"),
    *((ADA, f"/forvaltning/{address}") for address in ADMINISTERED),
    *((ALVA, address) for address in (*READ, *DELIVERED, *WRITTEN, *PERSONS)),
    (BO, "/personer/ny/"),
    (BO, "/personer/fragor/"),
    (ALVA, "/insatser/ny/"),
    *((ALVA, f"{{here}}andra/{address}") for address in CHANGED),
    *((ALVA, f"/insatser/ny/beskriv/{address}") for address in CHANGED),
    (CECILIA, "{there}rapporter/"),
    (CECILIA, "{there}rapporter/last/{frozen}/"),
    *((DISA, address) for address in ("/", "/insatser/", "{here}", "{here}rapporter/")),
    *((DISA, f"{{here}}laget/{address}") for address in ("", "work-or-studies/")),
    *((NOBODY, f"/konto/{address}") for address in ("logga-in/", "extern/avbruten/")),
    *((NOBODY, f"/konto/glomt/{address}") for address in ("", "skickat/", "klart/", "1-old/")),
)

PICTURES = {
    (GUN, "{asa}"): "personsidan",
    (BO, "{asa}"): "personsidan-part",
    (GUN, "{nora}skydd/"): "skydd",
    (GUN, "{asa}undantag/"): "undantag",
    (GUN, "{asa}maskad-kopia/"): "maskad-kopia",
    (GUN, "{emil}egen-sida/"): "egen-sida",
    (GUN, "{asa}samtycke/"): "samtycke",
    (GUN, "{asa}utlamnat/"): "utlamna",
    (OWN, "/min-sida/"): "min-sida",
    (OWN, "/min-sida/samtycken/"): "min-sida-samtycken",
    (OWN, "/min-sida/vem-har-last/"): "min-sida-logg",
    (BO, "/mottaget/{disclosure}/"): "mottaget",
    (IDA, "/overlamning/{leaving}/"): "lamna-over",
    (IDA, "/loggkontroll/"): "loggkontroll",
    (IDA, "/loggkontroll/{review}/"): "loggkontroll-rader",
    (IDA, "/loggkontroll/larm/{alarm}/"): "loggkontroll-larm",
    (ADA, "/forvaltning/samtyckestexter/"): "samtyckestexter",
    (ADA, "/forvaltning/gallring/"): "gallring",
    (ADA, "/forvaltning/gallring/{plan}/"): "gallring-beslut",
    (ADA, "/forvaltning/medarbetare/"): "medarbetare",
    (ADA, "/forvaltning/medarbetare/{user}/"): "medarbetare-en",
    (NOBODY, "/konto/logga-in/"): "logga-in",
    (ALVA, "/"): "hem",
    (DISA, "/"): "hem-styrelse",
    (ALVA, "{here}laget/"): "laget",
    (ALVA, "{here}laget/work-or-studies/"): "siffra",
    (ALVA, "{here}laget/smail-done/"): "inte-matt",
    (ALVA, "{here}uppgifter/"): "uppgifter",
    (ALVA, "{here}uppgifter/{faulty}/"): "uppgifter-fel",
    (ALVA, "{here}uppgifter/{faulty}/rader/"): "uppgifter-rader",
    (ALVA, "{here}uppgifter/{applied}/"): "uppgifter-inlasta",
    (ALVA, "{new}uppgifter/{asking}/oversattning/"): "uppgifter-oversattning",
    (ALVA, "{here}rapporter/{report}/visa/"): "rapport-forhandsvisa",
    (CECILIA, "{there}rapporter/last/{frozen}/"): "rapport-last",
}
"""Those that the guide shows, each by the name of its file."""

OF_THE_ACCOUNT = (
    "/konto/",
    "/konto/losenord/",
    "/konto/app/ta-bort/",
    "/konto/reservkoder/",
    "/konto/reservkoder/nya/",
    "/konto/passernyckel/",
    "/konto/passernyckel/{passkey}/namn/",
    "/konto/passernyckel/{passkey}/ta-bort/",
    "/konto/bekrafta/",
    "/konto/bekrafta/kod/",
    "/konto/bekrafta/passernyckel/",
)
"""Opened with a password, an app and a passkey, newly signed in."""

ON_THE_WAY = {
    "/konto/app/": "before there is an app",
    "/konto/logga-in/kod/": "between the password and the code",
    "/personer/<uuid:person_id>/filer/<uuid:attachment_id>/ta-bort/": "there must be a file",
}
"""Opened by the stories of the account and of files, on their way."""

NO_PAGE = {
    "insatsen.toml": "a file",
    "/filer/<uuid:attachment_id>/": "a file",
    "/json/": "a file",
    "/fil/": "a file",
    "/register.pdf": "a file",
    "/loggutdrag.pdf": "a file",
    "/protokoll.pdf": "a file",
    "/maskad-kopia.pdf": "a file",
    "/kvitto.pdf": "a file",
    "/kopia.pdf": "a file",
    "/loggutdrag-med-namn.pdf": "a file",
    "/utdrag.pdf": "a file",
    "/fil/<int:number>/": "a file",
    "/pa-en-sida/<str:kind>/": "a file",
    "/uppgifter/mall/<slug:kind>/": "a file",
    "/<str:name>": "a file",
    "/konto/extern/<slug:provider_id>/svar/": "sends the browser on",
    "/konto/logga-in/passernyckel/": "asked by a script",
}


def routes():
    """Those that can be opened, as the resolver has them."""
    return [one.route for one in addresses() if one.declared and "GET" in one.declared.methods]
