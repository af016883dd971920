"""A programme with a goal of every pattern."""

from tests.definition_samples import HEAD

DECLARED = """
steps = [{code = "coaching", name = "Coachning"}]
activities = [{code = "craft", name = "Hantverk"}, {code = "garden", name = "Odling"}]
assessments = [{code = "support_in_place", name = "Stöd på plats"}]
volumes = [{code = "certificates", name = "Läkarintyg"}]
events = [
  {code = "team", name = "Team bildat"},
  {code = "agreement", name = "Överenskommelse"},
  {code = "routine", name = "Rutin"},
  {code = "training", name = "Utbildning"},
]
instruments = [{code = "wheel", name = "Hjulet", source = "F3", items = [
  {code = "health", name = "Hälsa"}, {code = "work", name = "Arbete"},
]}]
surveys = [{code = "exit_survey", name = "Avslutsenkät", source = "F3", items = [
  {code = "useful", name = "Till nytta"},
]}]
"""
SAID = {
    "to-work-or-studies": "target = 0.5",
    "destination-later": "target = 0.4",
    "joint-plan-at-exit": "target = 0.9",
    "exit-for-reason": "target = 0.1",
    "number-of-persons": "target = 80",
    "number-exited": "target = 50",
    "number-of-places": "target = 20",
    "volume": 'target = 100\nvolume = "certificates"\nunit = "certificate"',
    "enrolled-at-once": "target = 50",
    "occupied-seats": "target = 15",
    "plan-in-time": "target = 0.9",
    "step-in-time": 'target = 1.0\nstep = "coaching"',
    "time-to-work": "target = 0.4",
    "activities-offered": 'least = 2\nactivities = ["craft", "garden"]',
    "step-reached": 'target = 0.6\nstep = "coaching"',
    "instrument-coverage": 'target = 0.9\ninstrument = "wheel"',
    "progression": 'target = 0.9\ninstrument = "wheel"\nitems = ["health"]',
    "domains-improved": (
        'target = 1.0\ninstrument = "wheel"\nitems = ["health", "work"]\ndomains = 2'
    ),
    "assessed": 'target = 1.0\nassessment = "support_in_place"',
    "survey-positive": 'target = 0.75\nsurvey = "exit_survey"\nitem = "useful"\nleast = 4',
    "gender-balance": 'gender = "man"',
    "deliverable": 'event = "team"',
    "agreement": "",
    "routine": "",
    "training-completed": "",
    "qualitative": "",
}


def goal_from(pattern: str, said: str) -> str:
    return f"""
[[goals]]
pattern = "{pattern}"
id = "{pattern}"
text = "Målets text"
source = "F1:68"
{said}
"""


EVERY_PATTERN = HEAD + DECLARED + "".join(goal_from(name, said) for name, said in SAID.items())
