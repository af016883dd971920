"""The register remembers what has been released."""

from datetime import date

from stegvis.results.calculations.disclosure.protection import protect
from stegvis.results.calculations.disclosure.register import OpenRelease, reasons_against
from stegvis.results.calculations.disclosure.tables import CountTable


def release(on, woman=20, man=30, *, level="open", name="by sex"):
    counts = {("woman",): woman, ("man",): man}
    tables = protect([CountTable(name, ("sex",), counts)], level)
    return OpenRelease(date.fromisoformat(on), date.fromisoformat(on), tuple(tables))


JANUARY = release("2024-01-31")


def test_first_release_may_go_out():
    assert reasons_against(JANUARY, []) == []


def test_half_a_year_later_the_next_may_go_out():
    assert reasons_against(release("2024-07-31", 23, 41), [JANUARY]) == []


def test_within_half_a_year_it_may_not():
    assert reasons_against(release("2024-07-30", 23, 41), [JANUARY]) == [
        (
            "Senaste utlämnandet gjordes 2024-01-31. Öppna uppgifter lämnas ut högst en gång i "
            "halvåret, nästa gång tidigast 2024-07-31."
        )
    ]


def test_latest_release_counts_whatever_the_order():
    later = release("2024-09-30", 23, 41)

    assert len(reasons_against(release("2024-12-31", 30, 50), [later, JANUARY])) == 1


def test_other_cuts_than_the_first_may_not():
    assert reasons_against(release("2025-01-31", name="by age"), [JANUARY]) == [
        (
            "Uppdelningarna är inte de som bestämdes vid det första utlämnandet. "
            "Dessa skiljer sig: by age, by sex."
        )
    ]


def test_tables_of_another_level_may_not():
    assert reasons_against(release("2024-01-31", level="report"), []) == [
        "Utlämnandet innehåller tabeller som inte är skyddade på nivån öppen."
    ]


def test_number_that_has_shrunk_may_not():
    assert reasons_against(release("2025-01-31", 10, 41), [JANUARY]) == [
        (
            "Minst ett tal är lägre än i ett tidigare utlämnande. Utred vad som har rättats innan "
            "något lämnas ut."
        )
    ]


def two_cuts(on, women, men, at_each_site):
    sexes = {("woman",): women, ("man",): men}
    sites = {(site,): at_each_site for site in "abcd"}
    tables = [
        CountTable("by sex", ("sex",), sexes, population="all"),
        CountTable("by site", ("site",), sites, population="all"),
    ]
    day = date.fromisoformat(on)
    return OpenRelease(day, day, tuple(protect(tables, "open")))


def test_releases_that_together_give_a_cell_away_may_not():
    # 32 at least in all, 27 women at most: five men or more. Then 48 at most, 43 women at least.
    first, second = two_cuts("2024-01-31", 27, 5, 8), two_cuts("2024-07-31", 43, 5, 12)

    assert reasons_against(first, []) == []
    assert reasons_against(second, []) == []
    assert reasons_against(second, [first]) == [
        (
            "Tillsammans med tidigare utlämnanden går det att räkna ut tal som är dolda. "
            "Slå ihop grupper eller vänta till nästa halvår."
        )
    ]
