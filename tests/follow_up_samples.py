"""A small programme with one sub-programme, and hand-made figures for both."""

from datetime import date

from stegvis.programmes.values.code_lists import CodeList
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.indicators import Target
from stegvis.results.values.figures import (
    Cell,
    DisclosureLevel,
    Figure,
    FollowUp,
    Interval,
    Point,
    Verdict,
)

AS_OF = date(2024, 12, 31)

GENDERS = CodeList.of({"woman": "Kvinna", "man": "Man"})
REASONS = CodeList.of({"work": "Arbete", "studies": "Studier", "moved": "Flytt"})
MONEY = CodeList.of({"salaries": "Löner", "other": "Övrigt"})


def goal(goal_id, text, **more):
    return {
        "id": goal_id,
        "text": text,
        "kind": "share",
        "unit": "person",
        "denominator": "exited",
        "population": {"name": "avslutade deltagare"},
        "source": "F1:68",
        "level": "programme",
        "numerator": "exit_reason = work",
        **more,
    }


def definition(**more):
    return Definition.model_validate(
        {
            **ABOUT,
            "goals": goals(),
            "code_lists": {"gender": GENDERS, "exit_reason": REASONS, "cost_category": MONEY},
            **more,
        }
    )


ABOUT = {
    "format": 1,
    "id": "unga-vidare",
    "name": "Unga vidare",
    "version": "2",
    "kind": "individual",
    "associations": ["Samordningsförbundet Exempelbygden"],
    "source": "F1:1",
    "reference": "2021:13",
    "parts": ["halsan"],
    "parties": [
        {"id": "town", "name": "Älvnäs kommun", "role": "owner"},
        {"id": "agency", "name": "Arbetsförmedlingen", "role": "partner"},
    ],
    "decisions": [{"first": date(2022, 1, 1), "last": AS_OF}],
    "posts": [
        {"role": "vägledare", "percent": 95, "payer": "town", "financed": True},
        {"role": "handledare", "percent": 50, "payer": "town", "financed": False},
    ],
    "texts": {"purpose": "Unga ska få stöd.", "background": "Många stod utan stöd."},
    "target_group": [{"text": "Unga 16–29 år som varken arbetar eller studerar"}],
    "deviations": [
        {
            "id": "goal-changed",
            "on": date(2023, 10, 19),
            "kind": "goal",
            "text": "Målet om ökning ersätts.",
        }
    ],
    "budget": [
        {
            "year": 2022,
            "category": "salaries",
            "payer": "town",
            "financed": True,
            "amount_ore": 80_000_00,
        }
    ],
}


def goals():
    return [
        goal("work-or-studies", "Hälften går vidare till arbete eller studier"),
        goal("progress", "Nio av tio ökar", valid={"last": date(2023, 10, 18)}),
        goal(
            "measured",
            "Nio av tio mäts",
            valid={"first": date(2023, 10, 19)},
            replaces="progress",
            deviation="goal-changed",
        ),
        goal(
            "new-places",
            "Minst 20 nya arbetsträningsplatser",
            kind="count",
            unit="place",
            denominator="none",
            numerator=None,
            population={"name": "nya platser"},
            level="effect",
        ),
    ]


def part_definition():
    return definition(
        id="halsan",
        name="Hälsan",
        version="1",
        part_of="unga-vidare",
        parts=[],
        reference="",
        posts=[],
        texts={"purpose": "Deltagarna ska må bättre."},
        goals=[goal("onwards", "Hälften går vidare")],
        deviations=[],
        budget=[],
        target_group=[],
    )


def figure(figure_id, **more):
    return Figure(
        **(
            {
                "id": figure_id,
                "goal": "",
                "kind": "count",
                "unit": "person",
                "value": None,
                "k": None,
                "n": None,
                "population": "none",
                "population_name": "alla inskrivna",
                "cut_off": AS_OF,
                "definition_version": "2",
            }
            | more
        )
    )


def share(figure_id, k, n, **more):
    return figure(
        figure_id,
        **(
            {
                "kind": "share",
                "value": k / n,
                "k": k,
                "n": n,
                "population": "exited",
                "population_name": "avslutade deltagare",
            }
            | more
        ),
    )


def unmeasured(figure_id, **more):
    return figure(
        figure_id,
        **({"kind": "share", "n": 156, "unknown": 156, "population_name": "avslutade"} | more),
    )


def work_or_studies(**more):
    return share(
        "work-or-studies",
        75,
        156,
        **(
            {
                "goal": "Hälften går vidare till arbete eller studier",
                "interval": Interval("wilson", 0.95, 0.404, 0.559),
                "groups": {
                    "gender": {
                        "woman": Cell(27 / 56, 27, 56),
                        "man": Cell(48 / 100, 48, 100),
                    }
                },
                "target": Target(value=0.5),
                "missing": 3,
                "verdict": Verdict.NOT_REACHED,
                "excluded": {"deceased": 0},
            }
            | more
        ),
    )


def figures():
    nine_of_ten = Target(value=0.9)
    return (
        work_or_studies(),
        unmeasured(
            "progress",
            goal="Nio av tio ökar",
            target=nine_of_ten,
            verdict=Verdict.NO_BASELINE,
            valid=(None, date(2023, 10, 18)),
        ),
        unmeasured(
            "measured",
            goal="Nio av tio mäts",
            target=nine_of_ten,
            verdict=Verdict.NOT_MEASURED,
            replaces="progress",
            valid=(date(2023, 10, 19), None),
        ),
        figure(
            "new-places",
            goal="Minst 20 nya arbetsträningsplatser",
            unit="place",
            value=40,
            k=40,
            target=Target(value=20),
            missing=0,
            verdict=Verdict.REACHED,
        ),
        *standard_figures(),
    )


def standard_figures():
    return (
        figure(
            "persons",
            value=156,
            k=156,
            groups={"gender": {"woman": Cell(56, 56), "man": Cell(100, 100)}},
        ),
        figure("enrolments", unit="enrolment", value=160, k=160),
        figure("stock-flow", unit="enrolment", kind="flow", groups=stock_and_flow()),
        exits_by_reason(),
        figure(
            "attrition",
            kind="flow",
            groups={"stage": {"interests": Cell(200), "enrolled": Cell(156), "exited": Cell(156)}},
        ),
        figure("days-enrolled", unit="day", kind="duration", value=295.5, n=156),
        figure("days-enrolled-median", unit="day", kind="duration", value=268, n=156),
        figure(
            "time-to-work-or-studies",
            kind="time_to_event",
            points={"all": (Point(100, 0.2, 156), Point(400, 0.4, 90), Point(600, 0.5, 20))},
        ),
        share("coverage-statistics-consent", 45, 46, goal="Samtycke till statistik"),
        share("coverage-smail", 60, 156, goal="Mätta med SMAIL", not_yet_due=2),
        money_used(),
    )


def stock_and_flow():
    return {
        "flow": {"opening": Cell(0), "in": Cell(156), "out": Cell(150), "remaining": Cell(6)},
        "flow:2022": {"opening": Cell(0), "in": Cell(60), "out": Cell(20), "remaining": Cell(40)},
    }


def exits_by_reason(**more):
    both = {"work": (40, 15), "studies": (35, 12), "moved": (78, 28), "": (3, 1)}
    return figure(
        "exits-by-reason",
        goal="Avslutsorsaker",
        unit="enrolment",
        kind="distribution",
        value=156,
        population_name="de som har lämnat insatsen",
        groups={
            "exit_reason": {code: Cell(k / 156, k, 156) for code, (k, _w) in both.items()},
            "exit_reason:woman": {code: Cell(w / 56, w, 56) for code, (_k, w) in both.items()},
        },
        **more,
    )


def money_used(**more):
    return figure(
        "money-used",
        goal="Rekvirerade medel mot beviljade",
        kind="money",
        unit="krona",
        value=90_000_00,
        k=90_000_00,
        n=100_000_00,
        population_name="",
        groups={
            "money_kind": {"granted": Cell(100_000_00), "requisition": Cell(90_000_00)},
            "remaining": {"remaining": Cell(10_000_00)},
        },
        points={"used": (Point(19_100, 30_000_00), Point(19_900, 90_000_00))},
        **more,
    )


def part_figures():
    return (
        share(
            "onwards",
            16,
            19,
            goal="Hälften går vidare",
            target=Target(value=0.5),
            missing=0,
            verdict=Verdict.REACHED,
            definition_version="1",
        ),
        share("studies", 7, 19, goal="Till studier", definition_version="1"),
    )


def follow_up(**more):
    whole = {
        "programme": "unga-vidare",
        "programme_name": "Unga vidare",
        "definition_version": "2",
        "as_of": AS_OF,
        "data_state": "abc",
        "level": DisclosureLevel.INTERNAL,
        "rows_left_out": 0,
        "figures": figures(),
        "parts": (
            FollowUp(
                "halsan", "Hälsan", "1", AS_OF, "abc", DisclosureLevel.INTERNAL, 0, part_figures()
            ),
        ),
    }
    return FollowUp(**(whole | more))
