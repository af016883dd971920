from dataclasses import replace

from stegvis.programmes.values.code_lists import CodeList
from stegvis.reports.calculations.assembly.people_blocks import divided
from stegvis.reports.calculations.assembly.programme_facts import paragraph
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.tables.before_after import before_after
from stegvis.reports.calculations.tables.breakdowns import breakdown
from stegvis.reports.calculations.tables.coverage import coverage_table
from stegvis.reports.calculations.tables.flow import flow_table
from stegvis.reports.calculations.tables.goals import gender_table, goals_table, goals_tables
from stegvis.reports.calculations.tables.money import budget_tables, money_table, returned
from stegvis.reports.calculations.tables.more import goals_by_group, opening_balances
from stegvis.results.values.figures import Cell
from tests.follow_up_samples import (
    definition,
    exits_by_reason,
    figure,
    follow_up,
    money_used,
    part_definition,
    work_or_studies,
)

SPACE = "\u00a0"


def kr(amount):
    return amount.replace(" ", SPACE) + SPACE + "kr"


def subject(*shown, **more):
    found = replace(follow_up(), figures=shown) if shown else follow_up()
    return Subject(definition(**more), found)


def with_part():
    found = follow_up()
    return Subject(definition(), found, (Subject(part_definition(), found.parts[0]),))


def test_goals_table_has_every_goal_and_both_versions_of_a_changed_one():
    tables = goals_tables(with_part())

    assert [[row[0] for row in table.rows] for table in tables] == [
        [
            "Hälften går vidare till arbete eller studier",
            "Nio av tio ökar (gällde till 2023-10-18)",
            "Nio av tio mäts (ändrat 2023-10-19)",
            "Minst 20 nya arbetsträningsplatser",
        ],
        ["Hälften går vidare"],
    ]


def test_goals_table_row_has_now_target_verdict_missing_and_genders():
    table = goals_table(subject())

    assert table.rows[0][1:] == (
        f"75 av 156 (48{SPACE}%)",
        f"minst 50{SPACE}%",
        "inte nådd",
        "tre personer",
        f"48{SPACE}%",
        f"48{SPACE}%",
    )


def test_gender_table_has_missing_gender_in_a_column_of_its_own():
    cells = {"woman": Cell(0.5, 1, 2), "": Cell(1.0, 12, 12)}

    table = gender_table(subject(work_or_studies(groups={"gender": cells})))

    assert table.rows[0][1:] == ("1 av 2", "–", f"12 av 12 (100{SPACE}%)")


def test_breakdown_has_the_largest_first_and_missing_last():
    table = breakdown(subject(exits_by_reason()), "exits-by-reason")

    assert table.header == ("Avslutsorsaker", "Antal", "Andel", "Kvinnor")
    assert table.rows == (
        ("Flytt", "78", f"50{SPACE}%", "28"),
        ("Arbete", "40", f"26{SPACE}%", "15"),
        ("Studier", "35", f"22{SPACE}%", "12"),
        ("Uppgift saknas", "3", f"2{SPACE}%", "1"),
    )


def test_breakdown_hides_what_is_hidden_and_says_why():
    shown = exits_by_reason()
    cells = shown.groups["exit_reason"] | {"work": Cell(None, hidden="small")}
    hidden = replace(shown, groups={"exit_reason": cells})

    table = breakdown(subject(hidden), "exits-by-reason")

    assert ("Arbete", "–", "–") in table.rows
    assert table.note.endswith("en enskild person skulle kunna kännas igen.")


def test_division_of_what_nobody_knows_is_said_in_a_sentence():
    cells = {"exit_reason": {"": Cell(1, 156, 156)}}
    one = subject(replace(exits_by_reason(unknown=156), groups=cells))

    assert divided("exits-by-reason", one) == [
        paragraph("Avslutsorsaker, Unga vidare: uppgiften saknas för alla.")
    ]


def test_breakdown_without_anybody_is_left_out():
    empty = figure("exits-by-reason", kind="distribution", value=0, groups={"exit_reason": {}})

    assert breakdown(subject(empty), "exits-by-reason") is None


def test_flow_table_has_a_row_a_year_and_one_for_the_whole_time():
    assert flow_table(subject()).rows == (
        ("Unga vidare 2022", "0", "60", "20", "–", "40"),
        ("Unga vidare, hela tiden", "0", "156", "150", "–", "6"),
    )


def test_flow_table_of_the_status_has_the_whole_time_only():
    assert flow_table(subject(), by_year=False).rows == (
        ("Unga vidare", "0", "156", "150", "–", "6"),
    )


def test_coverage_table_tells_done_missing_and_not_yet_due():
    assert coverage_table(subject()).rows == (
        ("Samtycke till statistik", f"45 av 46 (98{SPACE}%)", "1", "0"),
        ("Mätta med SMAIL", f"60 av 156 (38{SPACE}%)", "96", "2"),
    )


def test_money_table_has_share_of_the_ceiling():
    assert money_table(subject()).rows == (
        ("Beviljat", kr("100 000"), "–"),
        ("Rekvirerat", kr("90 000"), f"90{SPACE}%"),
        ("Kvar av det beviljade", kr("10 000"), f"10{SPACE}%"),
    )


def test_money_table_says_when_the_ceiling_is_passed():
    over = replace(money_used(), value=127_574_00)

    assert money_table(subject(over)).note.startswith(
        f"Rekvisitionerna är {kr('27 574')} högre än det som är beviljat."
    )


def test_money_returned_without_anything_granted_has_no_share():
    back = {"money_kind": {"returned": Cell(252_053_00)}, "remaining": {"remaining": Cell(-1)}}
    only = replace(money_used(), value=0, n=-252_053_00, groups=back)

    assert money_table(subject(only)).rows == (("Återfört till förbundet", kr("252 053"), "–"),)
    assert returned(subject(only))[0].runs[0].text == (
        f"{kr('252 053')} har återförts till förbundet."
    )


def test_budget_tables_keep_the_parties_own_money_apart():
    rows = [
        {"year": year, "category": "salaries", "payer": "town", "financed": paid, "amount_ore": ore}
        for year, paid, ore in ((2022, True, 80_000_00), (2023, True, 20_000_00), (2022, False, 5))
    ]

    first, second = budget_tables(subject(budget=rows))

    assert first.rows == (
        ("Löner", kr("80 000"), kr("20 000"), kr("100 000")),
        ("Summa", kr("80 000"), kr("20 000"), kr("100 000")),
    )
    assert second.header == ("Kostnadsslag", "2022", "Summa")


def test_before_after_has_a_column_an_occasion_in_the_order_of_the_list():
    moments = CodeList.of({"before": "Före", "exit": "Vid avslut"})
    shown = figure(
        "income-before-after",
        goal="Försörjning",
        kind="distribution",
        groups={
            "income:exit": {"work": Cell(0.5, 10, 20)},
            "income:before": {"aid": Cell(1.0, 20, 20)},
        },
    )
    lists = {**definition().code_lists, "moment": moments}

    table = before_after(subject(shown, code_lists=lists), "income-before-after")

    assert table.header == ("Försörjning", "Före", "Vid avslut")
    assert table.rows == (
        ("aid", f"20 av 20 (100{SPACE}%)", "–"),
        ("work", "–", f"10 av 20 (50{SPACE}%)"),
    )


def test_goals_by_group_tell_apart_before_and_after_a_changed_target_group():
    periods = {"2022-01-01": Cell(0.4, 40, 100), "2023-01-01": Cell(0.625, 35, 56)}

    table = goals_by_group(subject(work_or_studies(groups={"rule_period": periods})))

    assert [row[1:] for row in table.rows] == [
        ("Inskrivna från 2022-01-01", f"40 av 100 (40{SPACE}%)"),
        ("Inskrivna från 2023-01-01", f"35 av 56 (63{SPACE}%)"),
    ]


def test_opening_balances_show_approximate_counts_as_a_range():
    shown = figure(
        "opening-balances",
        kind="opening",
        groups={"earlier": {"2012:woman": Cell(None, 40, 50), "2012:": Cell(7, 7, 7)}},
    )

    assert opening_balances(subject(shown)).rows == (
        ("earlier", "2012", "Kvinnor", "40–50"),
        ("earlier", "2012", "Kön saknas", "7"),
    )
