"""The need and risk analysis of each role: why it sees what it sees, and what could go wrong.

Asked for of those who give staff access to records about care and social services. It is a
beginning for an association's own analysis, and no legal advice.
"""

from dataclasses import dataclass

from stegvis.core.values.language import gettext_noop as N_


@dataclass(frozen=True)
class Risk:
    need: str
    risk: str
    guard: str


INVOLVED = N_(
    "Ser bara dem som hen är involverad i, så länge det varar. Varje läsning loggas, "
    "och enhetschefen granskar loggen."
)
COUNTS = N_("Ser aldrig en person, bara antal. Små antal i uppdelningar visas inte.")
TWO = N_("Ingen har både den här rollen och en som ser deltagare. Två personer behövs för beslut.")

RISKS = {
    "participant": Risk(
        N_("Har rätt att se uppgifterna om sig själv och vem som har läst dem."),
        N_("Någon annan använder telefonen eller tvingar sig till att läsa."),
        N_("Sidan har neutrala rubriker och en knapp som lämnar den genast. Inget sparas kvar."),
    ),
    "case_worker": Risk(
        N_("Behöver hela bilden av sina egna deltagare för att kunna hjälpa dem."),
        N_("Läser om någon hen känner, eller om fler än arbetet kräver."),
        INVOLVED,
    ),
    "leading_case_worker": Risk(
        N_("Behöver bilden av sina deltagare, och insatsens antal för att leda den."),
        N_("Rollen ger mycket på en gång: deltagare, siffror och rapport."),
        INVOLVED,
    ),
    "group_leader": Risk(
        N_("Behöver veta vilka som ska komma, och vem som uteblir."),
        N_("En deltagarlista i en verkstad kan läsas av andra."),
        N_("Ser namn och närvaro, inte varför någon är med. Det som visas loggas."),
    ),
    "specialist": Risk(
        N_("Behöver det som hör till bedömningen, och skriver ner den."),
        N_("Bedömningar är känsliga och läses gärna av fler än som behöver dem."),
        INVOLVED,
    ),
    "partner_officer": Risk(
        N_("Behöver följa dem som hen själv har remitterat."),
        N_("Uppgifter från en myndighet används för kontroll hos en annan."),
        N_(
            "Ser sin egen myndighets uppgifter, och andras bara med samtycke eller efter ett "
            "utlämnande. Undantag från samtycke går alltid före."
        ),
    ),
    "programme_leader": Risk(
        N_("Behöver antalen för att leda, och sina egna deltagare om hen har några."),
        N_("Den som leder kan vilja se alla."),
        INVOLVED,
    ),
    "programme_leader_without_persons": Risk(
        N_("Behöver antalen för att leda insatsen."),
        N_("Ett litet antal kan peka ut någon."),
        N_("Ser inga personer. Siffrorna räknas på uppgifter utan namn."),
    ),
    "steering_group_member": Risk(
        N_("Behöver se hur det går för att kunna besluta."), N_("Ett litet antal pekar ut."), COUNTS
    ),
    "unit_head": Risk(
        N_(
            "Ska kunna visa att medarbetarna läser det de behöver, och inget annat; och att ingen"
            " deltagare blir utan handläggare när någon slutar."
        ),
        N_("Granskningen, eller en överlämning, blir ett sätt att läsa om deltagare."),
        N_(
            "Ser loggens rader om sin egen enhet, inte uppgifterna, och namn bara för att lämna"
            " över efter någon som slutar. Det loggas också."
        ),
    ),
    "association_manager": Risk(
        N_("Ansvarar för helheten: insatser, pengar och avvikelser."),
        N_("Den som finansierar får veta något om en enskild."),
        COUNTS,
    ),
    "treasurer": Risk(
        N_("Följer vad pengarna räcker till."), N_("Betalar ut fel, eller till sig själv."), TWO
    ),
    "approver": Risk(
        N_("Godkänner att pengar betalas ut."), N_("Godkänner det hen själv har tagit fram."), TWO
    ),
    "signatory": Risk(
        N_("Binder förbundet med sin underskrift."),
        N_("Skriver under något annat än det lästa."),
        TWO,
    ),
    "evaluator": Risk(
        N_("Behöver siffror som går att lita på."),
        N_("Lägger ihop siffror tills någon känns igen."),
        COUNTS,
    ),
    "administrator": Risk(
        N_("Ger rätt person rätt roll, i rätt tid."),
        N_("Ger sig själv insyn, eller tar över någon annans konto."),
        N_(
            "Ingen ger sig själv en roll, och rollen administratör kräver två personer. "
            "Lösenord väljs av var och en genom brev. Ser aldrig deltagare."
        ),
    ),
    "board_member": Risk(
        N_("Behöver se vad insatserna når för att kunna besluta."),
        N_("Ett litet antal pekar ut."),
        COUNTS,
    ),
}
