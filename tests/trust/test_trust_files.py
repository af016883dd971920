"""T7: hostile files on the road of attachments."""

from tests.trust import files

CHECK = "T7"
SAMPLE = {
    "bomb.docx",
    "laughs.docx",
    "renamed-docm.docx",
    "authors.docx",
    "hidden-script.pdf",
    "authors.pdf",
    "password.pdf",
    "is-zip.pdf",
    "gps.jpg",
    "flood.png",
    "program.pdf",
}


def test_hostile_files_are_refused_or_made_harmless(size, found):
    faults, of = files.measured(size.of(SAMPLE, None))

    assert faults == []
    found.tell(len(faults), of, "hostile files")


def test_reader_that_changes_nothing_is_caught(found):
    found.tell_planted(*files.planted_files())
