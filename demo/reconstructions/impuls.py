"""Impuls: certificates and cases as ranges, never persons."""

from datetime import date

from demo.tables import Tables

LAST, REPORTED = date(2015, 12, 31), date(2016, 2, 1)

# published: about 1 000 certificates, 49 % women's and 51 % men's; 20-25 % of them needed
# coordination; about 50 cases; about 40 granted compensation (F4:761-795); 40 answers (F4:943).
# "About 1 000" is read as 950-1 050, "about 50" as 45-55, "about 40" as 35-45.
VOLUMES = (
    ("certificates_read", "woman", 466, 514),
    ("certificates_read", "man", 484, 536),
    ("certificates_needing_coordination", None, 200, 250),
    ("cases_worked_on", None, 45, 55),
    ("compensation_granted", None, 35, 45),
    ("survey_answers", None, 40, 40),
)
EVENTS = (
    ("own_case_worker", date(2014, 3, 3), "Beslut om tjänst"),
    ("insurance_medicine_training", date(2014, 10, 13), "Kursprogram"),
    ("insurance_medicine_training", date(2015, 4, 20), "Kursprogram"),
    ("basis_for_implementation", date(2015, 12, 14), "Dokumentationsmall och mötesanteckningar"),
)


def build() -> Tables:
    tables = Tables("impuls")
    tables.about("1", REPORTED)
    for volume, gender, low, high in VOLUMES:
        tables.add("volumes", volume=volume, counted_on=LAST, gender=gender, low=low, high=high)
    for event, on, evidence in EVENTS:
        tables.add("events", event=event, happened_on=on, evidence=evidence)
    return tables
