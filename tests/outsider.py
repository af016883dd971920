"""Somebody who reads everything that is printed of a follow-up, and subtracts.

Built from the published figures alone, with no word of how they were protected. He is told more
than anybody can know: `true` says which numbers are of the same people, never what they are.
"""

from dataclasses import dataclass, field
from math import inf

from stegvis.results.calculations.disclosure.attack import conclude
from stegvis.results.calculations.disclosure.tables import Range
from stegvis.results.values.figures import Cell

ANYTHING = Range(0, inf)
BESIDE_EACH_OTHER = {"stage", "flow"}
NOT_OF_PEOPLE = {"place", "activity", "event", "krona"}
WORK = ("destination", {"work", "subsidised_work", "own_business", "studies"})
MEANS = {
    "onwards": WORK,
    "time-to-work-or-studies": WORK,
    "transferred": ("exit_reason", {"transferred"}),
}
"""What figures are in words, as anybody who reads a report would take them."""


def is_few(count):
    return count is not None and 1 <= count <= 4


def pairs(published, true):
    """Each published figure beside the true one, with a name; parts as well."""

    def of(shown, full, start):
        for one, other in zip(shown, full, strict=True):
            yield f"{start}/{one.id}", one, other
            yield from of(one.parts, other.parts, f"{start}/{one.id}")

    yield from of(published.figures, true.figures, published.programme)
    for part, whole in zip(published.parts, true.parts, strict=True):
        yield from pairs(part, whole)


def is_about_people(figure):
    told = {"money", "deliverable", "qualitative", "opening"}
    return figure.unit not in NOT_OF_PEOPLE and figure.kind not in told


def few_that_are_shown(published, true):
    """Cells of breakdowns that stand there with one to four persons, or all but so many."""
    return [
        (path, grouping, code)
        for path, figure, _full in pairs(published, true)
        if is_about_people(figure)
        for grouping, cells in figure.groups.items()
        if grouping.partition(":")[0] not in BESIDE_EACH_OTHER
        for code, cell in cells.items()
        if is_few(cell.k) or is_few(cell.n)
    ]


@dataclass
class Outsider:
    knowledge: list = field(default_factory=list)
    public: list = field(default_factory=list)
    truth: list = field(default_factory=list)
    sums: list = field(default_factory=list)
    names: dict = field(default_factory=dict)
    vectors: dict = field(default_factory=dict)
    totals: dict = field(default_factory=dict)
    of_persons: set = field(default_factory=set)
    means: dict = field(default_factory=dict)
    told: dict = field(default_factory=dict)
    crossed: dict = field(default_factory=dict)

    def number(self, name, shown, true, *, public=False):
        """An unknown; a total is known even to those who read no breakdown."""
        self.names[name] = len(self.truth)
        read = ANYTHING if shown is None else Range(shown, shown)
        self.knowledge.append(read)
        self.public.append(read if public else ANYTHING)
        self.truth.append(true)
        return self.names[name]

    def read(self, published, true):
        for path, shown, full in pairs(published, true):
            if is_about_people(full):
                self._figure(path, shown, full)
                self._tell(path, shown)
            if full.unit == "person" and full.kind != "flow":
                self.of_persons.add(path)
        self._parts_of_everyone()
        self._same_people()
        return self

    def _figure(self, path, shown, full):
        for grouping, cells in full.groups.items():
            base, colon, _gender = grouping.partition(":")
            if base in BESIDE_EACH_OTHER:
                self._beside(path, grouping, shown, full)
            elif full.kind in {"distribution", "flow"} and not (colon and base in full.groups):
                self._distribution(path, grouping, shown, full)
            elif not colon:
                for role in ("n", "k"):
                    self._vector((path, role), grouping, shown, full, role)
                self._rests(path, grouping, cells)

    def _tell(self, path, shown):
        """What a figure says in all, where somebody knows what that means."""
        said = {shown.id: shown.k} | {
            (shown.id, code): many for code, many in shown.excluded.items()
        }
        for grouping in BESIDE_EACH_OTHER & shown.groups.keys():
            said |= {code: cell.k for code, cell in shown.groups[grouping].items()}
        for name, many in said.items():
            if name in self.means and many is not None:
                self.told[name] = self.number((path, "told", name), many, many, public=True)

    def _beside(self, path, grouping, shown, full):
        for code, cell in full.groups[grouping].items():
            self.number((path, grouping, code), shown.groups[grouping][code].k, cell.k, public=True)
        if grouping.startswith("flow"):
            at = {code: self.names[path, grouping, code] for code in full.groups[grouping]}
            came = sum(full.groups[grouping][code].k for code in ("opening", "in"))
            there = self.number((path, grouping, "there"), None, came)
            self.sums.append((there, (at["opening"], at["in"])))
            self.sums.append((there, (at["out"], at["transferred"], at["remaining"])))

    def _vector(self, crowd, grouping, shown, full, role, total=None):
        printed = shown.groups[grouping]
        cells = {code: Cell(0, 0, 0) for code in printed} | full.groups[grouping]
        true = {code: getattr(cell, role) for code, cell in cells.items()}
        if not true or None in true.values():
            return
        whole = getattr(full, role) if total is None else total
        places = {
            code: self.number((*crowd, grouping, code), getattr(printed[code], role), true[code])
            for code in true
        }
        if whole is not None and sum(true.values()) == whole:
            self._add_up(crowd, grouping, places, whole)

    def _add_up(self, crowd, grouping, places, whole):
        if crowd not in self.totals:
            self.totals[crowd] = self.number((*crowd, "total"), whole, whole, public=True)
        self.vectors[crowd, grouping] = places
        self.sums.append((self.totals[crowd], tuple(places.values())))

    def _rests(self, path, grouping, cells):
        for code, cell in cells.items():
            n, k = ((path, role, grouping, code) for role in ("n", "k"))
            if n in self.names and k in self.names:
                rest = self.number((path, "rest", grouping, code), None, cell.n - cell.k)
                self.sums.append((self.names[n], (self.names[k], rest)))

    def _distribution(self, path, grouping, shown, full):
        """In all, and for each gender by itself: what is not printed there is nought."""
        n = next((cell.n for cell in full.groups[grouping].values()), None)
        crowd = (path, grouping)
        self._vector(crowd, grouping, shown, full, "k", n)
        genders = [one for one in shown.groups if one.startswith(f"{grouping}:")]
        if not genders or (crowd, grouping) not in self.vectors:
            return
        crossed = {}
        for one in genders:
            for code in shown.groups[grouping]:
                true, read = (where.groups.get(one, {}).get(code) for where in (full, shown))
                known = 0 if read is None else read.k
                crossed[code, one] = self.number((*crowd, one, code), known, true.k if true else 0)
        for code, place in self.vectors[crowd, grouping].items():
            self.sums.append((place, tuple(crossed[code, one] for one in genders)))
        self.crossed[crowd] = crossed
        by_gender = {}
        for one in genders:
            members = [crossed[code, one] for code in shown.groups[grouping]]
            printed = {cell.n for cell in shown.groups[one].values() if not cell.hidden}
            true = sum(self.truth[place] for place in members)
            gender = one.removeprefix(f"{grouping}:")
            read = printed.pop() if printed else None
            by_gender[gender] = self.number((*crowd, "gender", gender), read, true)
            self.sums.append((by_gender[gender], tuple(members)))
        self._add_up(crowd, "gender", by_gender, n)

    def _outside(self, everyone, crowd):
        """Those who are among all persons and not in a figure about persons."""
        whole, part = (self.vectors[one, "gender"] for one in (everyone, crowd))
        places = {}
        for code in whole:
            inside = [part[code]] if code in part else []  # what is not printed is nought
            rest = self.truth[whole[code]] - sum(self.truth[one] for one in inside)
            places[code] = self.number((*crowd, "outside", "gender", code), None, rest)
            self.sums.append((whole[code], (*inside, places[code])))
        total = self.truth[self.totals[everyone]] - self.truth[self.totals[crowd]]
        if total != self.truth[self.totals[crowd]]:  # else alike by chance: half of them
            self._add_up((*crowd, "outside"), "gender", places, total)

    def _parts_of_everyone(self):
        for crowd, grouping in list(self.vectors):
            everyone = (f"{crowd[0].partition('/')[0]}/persons", "k")
            if grouping != "gender" or (everyone, "gender") not in self.vectors:
                continue
            if crowd != everyone and crowd[0] in self.of_persons:
                self._outside(everyone, crowd)

    def _same_people(self):
        """Equal numbers, in all and in each group, are of the same people; parts of a whole."""
        first = {}
        for (crowd, grouping), places in self.vectors.items():
            many = {code: self.truth[place] for code, place in places.items()}
            total = self.truth[self.totals[crowd]]
            programme = crowd[0].partition("/")[0]
            alike = (programme, grouping, total, frozenset((c, m) for c, m in many.items() if m))
            other = first.setdefault(alike, places)
            for code in places.keys() & other.keys():
                if other is not places:
                    self.sums.append((places[code], (other[code],)))
        self._meanings()
        self._meanings_by_gender()

    def _meanings(self):
        """A total that is some categories of a breakdown: goals, exclusions, the last stage."""
        for name, place in self.told.items():
            column, codes = self.means[name]
            for (crowd, grouping), places in self.vectors.items():
                members = [one for code, one in places.items() if code in codes]
                is_same = self.truth[place] == sum(self.truth[one] for one in members)
                if grouping == column == crowd[-1] and members and is_same:
                    self.sums.append((place, tuple(members)))

    def _meanings_by_gender(self):
        for (crowd, grouping), places in self.vectors.items():
            name = crowd[0].rpartition("/")[2]
            if grouping == "gender" and crowd[-1] == "k" and name in self.means:
                column, codes = self.means[name]
                for (_path, other), crossed in self.crossed.items():
                    if other == column:
                        self._tie_by_gender(places, crossed, codes)

    def _tie_by_gender(self, places, crossed, codes):
        for gender, place in places.items():
            members = [
                one
                for (code, at), one in crossed.items()
                if code in codes and at.partition(":")[2] == gender
            ]
            if members and self.truth[place] == sum(self.truth[one] for one in members):
                self.sums.append((place, tuple(members)))

    def recovered(self):
        """Hidden counts of one to four that he gets exactly, and not from totals alone."""
        targets = {
            place: name
            for name, place in self.names.items()
            if is_few(self.truth[place]) and not self.knowledge[place].is_exact
        }
        found = conclude(self.sums, self.knowledge, targets)
        exact = [place for place, range_ in found.items() if range_.is_exact]
        public = conclude(self.sums, self.public, exact)
        return sorted(targets[place] for place in exact if not public[place].is_exact)


def recovered_by_an_outsider(published, true, means=MEANS):
    return Outsider(means=means).read(published, true).recovered()
