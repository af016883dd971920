from stegvis.reports.calculations.listing import goal_listing
from stegvis.reports.calculations.subject import Subject
from tests.follow_up_samples import definition, follow_up, part_definition

WIDE = """\
Unga vidare, till och med 2024-12-31

Mål                                    Nu                Måltal  Omdöme        Saknas  Kvinnor  Män
-------------------------------------  ----------------  ------  ------------  ------  -------  ----
Hälften går vidare till arbete eller   75 av 156 (48 %)  ≥ 50 %  inte nådd     3       48 %     48 %
studier
Nio av tio ökar (gällde till           –                 ≥ 90 %  utgångsvärde  –       –        –
2023-10-18)                                                      saknas
Nio av tio mäts (ändrat 2023-10-19)    –                 ≥ 90 %  inte mätt     –       –        –
Minst 20 nya arbetsträningsplatser     40                ≥ 20    nådd          –       –        –

Hälsan, till och med 2024-12-31

Mål                 Nu               Måltal  Omdöme  Saknas  Kvinnor  Män
------------------  ---------------  ------  ------  ------  -------  ---
Hälften går vidare  16 av 19 (84 %)  ≥ 50 %  nådd    –       –        –"""


def subject():
    found = follow_up()
    return Subject(definition(), found, (Subject(part_definition(), found.parts[0]),))


def test_goal_listing_is_aligned_within_a_hundred_columns():
    assert goal_listing(subject(), 100) == WIDE


def test_goal_listing_keeps_within_eighty_columns():
    lines = goal_listing(subject(), 80).splitlines()

    assert [line for line in lines if len(line) > 80] == []
    assert len(lines) == 18
