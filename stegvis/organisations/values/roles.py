"""Roles as data: what each is for, and what it may do. Nothing else gives a permission."""

from dataclasses import dataclass
from enum import StrEnum

from stegvis.core.values.language import gettext_noop as N_


class Permission(StrEnum):
    SEE_PROGRAMMES = "see_programmes"  # those one is assigned to
    SEE_ALL_PROGRAMMES = "see_all_programmes"  # every one of the association
    DEFINE_PROGRAMMES = "define_programmes"
    SEE_FIGURES = "see_figures"  # exact, level internal
    SEE_PROTECTED_FIGURES = "see_protected_figures"  # level report: small groups merged
    DELIVER_FACTS = "deliver_facts"
    WRITE_REPORTS = "write_reports"
    FREEZE_REPORTS = "freeze_reports"
    READ_REPORTS = "read_reports"
    # about persons: opens the pages; whom one sees there is said by one's involvements alone
    SEE_PERSONS = "see_persons"
    REGISTER_PERSONS = "register_persons"
    RECORD = "record"  # enrolment, plan, exit
    TAKE_CONSENT = "take_consent"
    DISCLOSE = "disclose"
    SEE_ATTENDANCE = "see_attendance"
    REVIEW_LOG = "review_log"  # of one's own unit
    HAND_OVER = "hand_over"  # the cases of one's own unit when somebody leaves
    OWN_PAGE = "own_page"  # the participant's
    # about money
    PREPARE_REQUISITION = "prepare_requisition"
    SEE_MONEY = "see_money"  # budget, outcome and requisitions of the association
    APPROVE_REQUISITION = "approve_requisition"
    SIGN = "sign"
    # about who may do what
    ADMINISTER = "administer"  # users, roles, texts, retention; never persons
    DECIDE_GRANTS = "decide_grants"  # the second person when somebody is to administer


@dataclass(frozen=True)
class Role:
    """`level` is how sure a sign-in the role asks for, where the association says nothing else."""

    code: str
    name: str
    description: str
    permissions: frozenset[Permission]
    level: int = 1

    @property
    def sees_persons(self) -> bool:
        return not self.permissions.isdisjoint(ABOUT_PERSONS)

    @property
    def is_economic(self) -> bool:
        return not self.permissions.isdisjoint(ABOUT_MONEY)

    @property
    def administers(self) -> bool:
        return Permission.ADMINISTER in self.permissions


_P = Permission
ABOUT_PERSONS = frozenset(
    {
        _P.SEE_PERSONS,
        _P.REGISTER_PERSONS,
        _P.RECORD,
        _P.TAKE_CONSENT,
        _P.DISCLOSE,
        _P.SEE_ATTENDANCE,
        _P.REVIEW_LOG,
        _P.HAND_OVER,
    }
)
ABOUT_MONEY = frozenset({_P.SEE_MONEY, _P.APPROVE_REQUISITION, _P.SIGN})
"""The association's own money. To prepare a requisition is the programme's work, and not here."""

_READS = (_P.SEE_PROGRAMMES, _P.READ_REPORTS)
_OVERSEES = (*_READS, _P.SEE_ALL_PROGRAMMES, _P.SEE_PROTECTED_FIGURES)
_WORKS = (*_READS, _P.SEE_FIGURES, _P.DELIVER_FACTS, _P.WRITE_REPORTS)
_LEADS = (*_WORKS, _P.DEFINE_PROGRAMMES, _P.FREEZE_REPORTS, _P.PREPARE_REQUISITION)
_WITH_PERSONS = (
    _P.SEE_PERSONS,
    _P.REGISTER_PERSONS,
    _P.RECORD,
    _P.TAKE_CONSENT,
    _P.DISCLOSE,
    _P.SEE_ATTENDANCE,
)

ROLES: tuple[Role, ...] = (
    Role(
        "participant",
        N_("Deltagare"),
        N_("Ser sin egen sida: planen, samtyckena och vem som har läst."),
        frozenset({_P.OWN_PAGE}),
    ),
    Role(
        "case_worker",
        N_("Handläggare i insatsen"),
        N_("Arbetar med deltagarna och skriver på rapporten."),
        frozenset({*_WORKS, *_WITH_PERSONS}),
        level=2,
    ),
    Role(
        "leading_case_worker",
        N_("Handläggare som också leder insatsen"),
        N_("Arbetar med deltagarna och gör det som programledaren gör."),
        frozenset({*_LEADS, *_WITH_PERSONS}),
        level=2,
    ),
    Role(
        "group_leader",
        N_("Arbetshandledare"),
        N_("Håller i aktiviteter och grupper: ser vilka som ska komma och prickar av närvaron."),
        frozenset({_P.SEE_PROGRAMMES, _P.SEE_ATTENDANCE}),
        level=2,
    ),
    Role(
        "specialist",
        N_("Specialist i insatsen"),
        N_("Bedömer och behandlar: arbetsterapeut, psykolog eller specialpedagog."),
        frozenset({*_READS, _P.SEE_PERSONS, _P.RECORD}),
        level=2,
    ),
    Role(
        "partner_officer",
        N_("Handläggare hos en part"),
        N_("Remitterar till insatsen och följer hur det går."),
        frozenset(
            {
                *_READS,
                _P.SEE_FIGURES,
                _P.WRITE_REPORTS,
                _P.SEE_PERSONS,
                _P.REGISTER_PERSONS,
                _P.TAKE_CONSENT,
                _P.DISCLOSE,
            }
        ),
        level=2,
    ),
    Role(
        "programme_leader",
        N_("Programledare"),
        N_("Leder en insats: beskriver den, lämnar uppgifter, följer målen, skriver rapporten."),
        frozenset({*_LEADS, _P.SEE_PERSONS, _P.SEE_ATTENDANCE}),
        level=2,
    ),
    Role(
        "programme_leader_without_persons",
        N_("Programledare utan insyn i deltagare"),
        N_("Leder en insats och ser alla antal i den, men inga deltagare."),
        frozenset(_LEADS),
    ),
    Role(
        "steering_group_member",
        N_("Ledamot i styrgruppen"),
        N_("Följer insatsen i styrgruppen; ser antal där ingen går att känna igen."),
        frozenset({*_READS, _P.SEE_PROTECTED_FIGURES}),
    ),
    Role(
        "unit_head",
        N_("Enhetschef"),
        N_(
            "Ansvarar för en enhet: granskar vad medarbetarna har läst, och lämnar över ärenden när"
            " någon slutar."
        ),
        frozenset({*_READS, _P.SEE_PROTECTED_FIGURES, _P.REVIEW_LOG, _P.HAND_OVER}),
        level=2,
    ),
    Role(
        "association_manager",
        N_("Förbundschef"),
        N_("Ansvarar för förbundets insatser; ser antal, aldrig personer."),
        frozenset({*_OVERSEES, _P.DEFINE_PROGRAMMES, _P.SEE_MONEY, _P.DECIDE_GRANTS}),
        level=2,
    ),
    Role(
        "treasurer",
        N_("Ekonom"),
        N_("Följer förbundets pengar: budget, utfall och rekvisitioner."),
        frozenset({*_OVERSEES, _P.SEE_MONEY}),
        level=2,
    ),
    Role(
        "approver",
        N_("Attestant"),
        N_("Godkänner rekvisitioner som någon annan har tagit fram."),
        frozenset({*_OVERSEES, _P.SEE_MONEY, _P.APPROVE_REQUISITION}),
        level=2,
    ),
    Role(
        "signatory",
        N_("Firmatecknare"),
        N_("Skriver under för förbundet."),
        frozenset({*_OVERSEES, _P.SEE_MONEY, _P.SIGN}),
        level=2,
    ),
    Role(
        "evaluator",
        N_("Utvärderare"),
        N_("Läser insatsen, rapporterna och siffror där ingen går att känna igen."),
        frozenset({*_READS, _P.SEE_PROTECTED_FIGURES}),
    ),
    Role(
        "administrator",
        N_("Administratör"),
        N_("Ger och avslutar roller, sköter texter och regler. Ser aldrig deltagare."),
        frozenset({_P.ADMINISTER, _P.DECIDE_GRANTS}),
        level=2,
    ),
    Role(
        "board_member",
        N_("Styrelseledamot"),
        N_("Beslutar om insatser; ser antal där ingen går att känna igen."),
        frozenset({*_OVERSEES, _P.SEE_MONEY}),
    ),
)

ROLE_OF = {role.code: role for role in ROLES}
OF_PARTICIPANTS = "participant"
"""Given with the participant's own page, never by who administers: they see no participants."""
WORKING = tuple(
    code for code, role in ROLE_OF.items() if Permission.SEE_PERSONS in role.permissions
)
"""Those who may have cases."""
HEADING = tuple(code for code, role in ROLE_OF.items() if Permission.HAND_OVER in role.permissions)
