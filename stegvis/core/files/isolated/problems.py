"""What is wrong with a file, as data: the sentence is made in the parent."""

from dataclasses import asdict, dataclass

LONGEST_READ = 80  # characters of the stranger's text that are carried along


@dataclass(frozen=True)
class Problem:
    kind: str
    sheet: str = ""
    row: int = 0  # 1-based; 0 where it concerns the whole
    column: int = 0  # 1-based; 0 where it concerns the whole row
    read: str = ""
    number: int = 0
    limit: int = 0

    def as_data(self) -> dict[str, str | int]:
        return {
            **asdict(self),
            "read": self.read[:LONGEST_READ],
            "sheet": self.sheet[:LONGEST_READ],
        }


class Unfit(Exception):  # noqa: N818 - an answer, not an error
    """The file is not read, for these reasons; `count` when there are more than are listed."""

    def __init__(self, *problems: Problem, count: int = 0) -> None:
        super().__init__(problems[0].kind)
        self.problems = problems
        self.count = max(count, len(problems))


def unfit(kind: str, *, read: str = "", number: int = 0, limit: int = 0, sheet: str = "") -> Unfit:
    return Unfit(Problem(kind, read=read, number=number, limit=limit, sheet=sheet))
