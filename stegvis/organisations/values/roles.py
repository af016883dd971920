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


@dataclass(frozen=True)
class Role:
    code: str
    name: str
    description: str
    permissions: frozenset[Permission]


_P = Permission
_READS = (_P.SEE_PROGRAMMES, _P.READ_REPORTS)

ROLES: tuple[Role, ...] = (
    Role(
        "programme_leader",
        N_("Programledare"),
        N_("Leder en insats: beskriver den, lämnar uppgifter, följer målen, skriver rapporten."),
        frozenset(
            {
                *_READS,
                _P.DEFINE_PROGRAMMES,
                _P.SEE_FIGURES,
                _P.DELIVER_FACTS,
                _P.WRITE_REPORTS,
                _P.FREEZE_REPORTS,
            }
        ),
    ),
    Role(
        "case_worker",
        N_("Handläggare i insatsen"),
        N_("Arbetar med deltagarna och skriver på rapporten."),
        frozenset({*_READS, _P.SEE_FIGURES, _P.DELIVER_FACTS, _P.WRITE_REPORTS}),
    ),
    Role(
        "partner_officer",
        N_("Handläggare hos en part"),
        N_("Remitterar till insatsen och följer hur det går."),
        frozenset({*_READS, _P.SEE_FIGURES, _P.WRITE_REPORTS}),
    ),
    Role(
        "association_manager",
        N_("Förbundschef"),
        N_("Ansvarar för förbundets insatser; ser antal, aldrig personer."),
        frozenset({*_READS, _P.SEE_ALL_PROGRAMMES, _P.DEFINE_PROGRAMMES, _P.SEE_PROTECTED_FIGURES}),
    ),
    Role(
        "board_member",
        N_("Styrelseledamot"),
        N_("Beslutar om insatser; ser antal där ingen går att känna igen."),
        frozenset({*_READS, _P.SEE_ALL_PROGRAMMES, _P.SEE_PROTECTED_FIGURES}),
    ),
)

ROLE_OF = {role.code: role for role in ROLES}
