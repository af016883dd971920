"""Who can sign in to the example: nobody of them exists, and their addresses lead nowhere."""

from dataclasses import dataclass

HERE, ELSEWHERE = "Samordningsförbundet Exempelbygden", "Samordningsförbundet Provlandet"


@dataclass(frozen=True)
class Person:
    """`seat` is the agency and the unit; `role` is a code of stegvis.organisations.values.roles."""

    name: str
    email: str
    association: str
    seat: tuple[str, str]
    role: str
    what: str


ALVA = Person(
    "Alva Alm",
    "alva@exempelbygden.example",
    HERE,
    ("Älvnäs kommun", "Arbetsmarknadsenheten"),
    "programme_leader",
    "programledare, Älvnäs kommun",
)
BO = Person(
    "Bo Berg",
    "bo@exempelbygden.example",
    HERE,
    ("Försäkringskassan", "Samverkan"),
    "partner_officer",
    "handläggare, Försäkringskassan",
)
CECILIA = Person(
    "Cecilia Ceder",
    "cecilia@provlandet.example",
    ELSEWHERE,
    ("Storviks kommun", "Vuxenenheten"),
    "programme_leader",
    "programledare i ett annat förbund",
)
DISA = Person(
    "Disa Dal",
    "disa@exempelbygden.example",
    HERE,
    ("Förbundets kansli", "Styrelsen"),
    "board_member",
    "styrelseledamot, ser bara antal",
)
EBBA = Person(
    "Ebba Ek",
    "ebba@exempelbygden.example",
    HERE,
    ("Förbundets kansli", "Kansliet"),
    "association_manager",
    "förbundschef",
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
    "handläggare i insatsen, Älvnäs kommun",
)
JON = Person(
    "Jon Juhl",
    "jon@exempelbygden.example",
    HERE,
    ("Älvnäs kommun", "Arbetsmarknadsenheten"),
    "leading_case_worker",
    "handläggare som också leder, Älvnäs kommun",
)
IDA = Person(
    "Ida Ingves",
    "ida@exempelbygden.example",
    HERE,
    ("Älvnäs kommun", "Arbetsmarknadsenheten"),
    "unit_head",
    "enhetschef, granskar vem som har läst",
)
KIM = Person(
    "Kim Kvist",
    "kim@exempelbygden.example",
    HERE,
    ("Förbundets kansli", "Kansliet"),
    "administrator",
    "administratör, ger och avslutar roller",
)
HILDA = Person(
    "Hilda Holm",
    "hilda@provlandet.example",
    ELSEWHERE,
    ("Storviks kommun", "Vuxenenheten"),
    "case_worker",
    "handläggare i ett annat förbund",
)

OWN = Person(
    "Deltagare",
    "asa@exempelbygden.example",
    HERE,
    ("", ""),
    "participant",
    "Åsa Öberg, deltagare som ser sin egen sida",
)
"""Has no seat: the account is given with the page."""

SHOWN = (ALVA, BO, GUN, IDA, KIM, OWN, CECILIA, DISA)
PEOPLE = tuple(one for one in (*SHOWN, EBBA, FRED, JON, HILDA) if one is not OWN)
