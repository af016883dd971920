"""Who can sign in to the example: nobody of them exists, and their addresses lead nowhere."""

from dataclasses import dataclass

HERE, ELSEWHERE = "Samordningsförbundet Exempelbygden", "Samordningsförbundet Provlandet"


@dataclass(frozen=True)
class Person:
    """`seat` is the agency and the unit; `role` is a code of stegvis.organisations.values.roles.

    `what` is what they are and see, in one line; `called` where the account says no name.
    """

    name: str
    email: str
    association: str
    seat: tuple[str, str]
    role: str
    what: str
    called: str = ""

    @property
    def shown(self) -> str:
        return self.called or self.name


ALVA = Person(
    "Alva Alm",
    "alva@exempelbygden.example",
    HERE,
    ("Älvnäs kommun", "Arbetsmarknadsenheten"),
    "programme_leader",
    "leder insatserna hos Älvnäs kommun och ser deras deltagare",
)
BO = Person(
    "Bo Berg",
    "bo@exempelbygden.example",
    HERE,
    ("Försäkringskassan", "Samverkan"),
    "partner_officer",
    "handläggare hos Försäkringskassan: av Åsa bara det som hon har samtyckt till",
)
CECILIA = Person(
    "Cecilia Ceder",
    "cecilia@provlandet.example",
    ELSEWHERE,
    ("Storviks kommun", "Vuxenenheten"),
    "programme_leader",
    "leder insatser i ett annat förbund och ser ingenting av det här",
)
DISA = Person(
    "Disa Dal",
    "disa@exempelbygden.example",
    HERE,
    ("Förbundets kansli", "Styrelsen"),
    "board_member",
    "styrelseledamot: bara antal där ingen går att känna igen",
)
EBBA = Person(
    "Ebba Ek",
    "ebba@exempelbygden.example",
    HERE,
    ("Förbundets kansli", "Kansliet"),
    "association_manager",
    "förbundschef: alla insatser, aldrig personer, och avgör det som två ska enas om",
)
FRED = Person(
    "Fred Fors",
    "fred@provlandet.example",
    ELSEWHERE,
    ("Förbundets kansli", "Kansliet"),
    "association_manager",
    "förbundschef i ett annat förbund",
)
GUN = Person(
    "Gun Grahn",
    "gun@exempelbygden.example",
    HERE,
    ("Älvnäs kommun", "Arbetsmarknadsenheten"),
    "case_worker",
    "handläggare i insatsen: arbetar med deltagarna och ser allt som kommunen har om dem",
)
HILDA = Person(
    "Hilda Holm",
    "hilda@provlandet.example",
    ELSEWHERE,
    ("Storviks kommun", "Vuxenenheten"),
    "case_worker",
    "handläggare i ett annat förbund",
)
IDA = Person(
    "Ida Ingves",
    "ida@exempelbygden.example",
    HERE,
    ("Älvnäs kommun", "Arbetsmarknadsenheten"),
    "unit_head",
    "enhetschef: granskar vad enhetens medarbetare har läst",
)
JON = Person(
    "Jon Juhl",
    "jon@exempelbygden.example",
    HERE,
    ("Älvnäs kommun", "Arbetsmarknadsenheten"),
    "leading_case_worker",
    "handläggare som också leder: ett par av deltagarna, och en sammanföring att avgöra",
)
KIM = Person(
    "Kim Kvist",
    "kim@exempelbygden.example",
    HERE,
    ("Förbundets kansli", "Kansliet"),
    "administrator",
    "administratör: ger roller, sköter texter och gallring, ser aldrig deltagare",
)
LOVE = Person(
    "Love Lindh",
    "love@exempelbygden.example",
    HERE,
    ("Älvnäs kommun", "Kultur och fritid"),
    "programme_leader_without_persons",
    "programledare utan insyn: insatsens alla antal, men inga deltagare",
)
MIRA = Person(
    "Mira Molin",
    "mira@exempelbygden.example",
    HERE,
    ("Älvnäs kommun", "Verkstaden"),
    "group_leader",
    "arbetshandledare: insatserna hon arbetar i, inte vilka som är med",
)
OLLE = Person(
    "Olle Ort",
    "olle@exempelbygden.example",
    HERE,
    ("Älvnäs kommun", "Rehabteamet"),
    "specialist",
    "specialist, arbetsterapeut: bara de deltagare som han har ett uppdrag för",
)
PIA = Person(
    "Pia Palm",
    "pia@exempelbygden.example",
    HERE,
    ("Försäkringskassan", "Ledningen"),
    "steering_group_member",
    "ledamot i styrgruppen: insatsens antal där ingen går att känna igen",
)
RUT = Person(
    "Rut Rask",
    "rut@exempelbygden.example",
    HERE,
    ("Förbundets kansli", "Kansliet"),
    "treasurer",
    "ekonom: alla insatser och deras antal, aldrig personer",
)
STEN = Person(
    "Sten Sund",
    "sten@exempelbygden.example",
    HERE,
    ("Förbundets kansli", "Styrelsen"),
    "approver",
    "attestant: som ekonomen, och ska godkänna rekvisitioner",
)
TOVE = Person(
    "Tove Torp",
    "tove@exempelbygden.example",
    HERE,
    ("Förbundets kansli", "Styrelsen"),
    "signatory",
    "firmatecknare: som ekonomen, och ska skriva under för förbundet",
)
ULF = Person(
    "Ulf Udd",
    "ulf@exempelbygden.example",
    HERE,
    ("Förbundets kansli", "Utvärdering"),
    "evaluator",
    "utvärderare: två insatser med rapporter och siffror där ingen går att känna igen",
)

NILS = Person(
    "Nils Norr",
    "nils@exempelbygden.example",
    HERE,
    ("Älvnäs kommun", "Arbetsmarknadsenheten"),
    "case_worker",
    "handläggare som slutar om två veckor",
)
"""Leaves two cases behind, for Ida to hand over."""

OWN = Person(
    "Deltagare",
    "asa@exempelbygden.example",
    HERE,
    ("", ""),
    "participant",
    "deltagare: sin egen sida, sina samtycken och vem som har läst",
    called="Åsa Öberg",
)
"""Has no seat: the account is given with the page."""

WITH_PERSONS = (GUN, JON, ALVA, OLLE, BO, OWN)
WITHOUT_PERSONS = (MIRA, LOVE, IDA, PIA, EBBA, RUT, STEN, TOVE, DISA, ULF, KIM)
SHOWN = (*WITH_PERSONS, *WITHOUT_PERSONS, CECILIA)
"""Every role once, those who see persons first; and one who sees nothing of all this."""

PEOPLE = tuple(one for one in (*SHOWN, FRED, HILDA, NILS) if one is not OWN)
