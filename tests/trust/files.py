"""T7 on the road of attachments: each hostile file refused or made harmless, quickly and alone."""

import io
import json
import socket
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from tests import hostile
from tests import hostile_attachments as made
from tests.house import ROOT

SECONDS, MEGABYTES = 2.0, 300  # issue 4, T7
TELLS = made.TELLS
HTML = b"<html><script>alert(1)</script></html>"
LAUGHS = '<!DOCTYPE x [<!ENTITY l0 "ha">' + "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)
)
JS = {"JS": pikepdf.String("app.alert(1)")}
COMMENT = f'<w:ins w:id="1" w:author="{TELLS}" w:date="2026-01-01T00:00:00Z"><w:r/></w:ins>'


@dataclass(frozen=True)
class Case:
    """`refused`: a word of the sentence; otherwise what may not be left in what is kept."""

    build: object
    refused: str = ""
    gone: tuple[str, ...] = (TELLS,)


def _opened(kind, word, **more):
    return Case(lambda _path: made.opens_with(kind, **more), word)


def _of(content, refused="", gone=(TELLS,)):
    return Case(lambda _path: content() if callable(content) else content, refused, gone)


def _nested(_path):
    inner = made.packed({"0.zip": made.packed({"1.zip": bytes(1 << 20)})})
    return made.document(**{"word/embeddings/oleObject1.bin": inner})


def _docm(_path):
    return made.document(
        **{
            "[Content_Types].xml": lambda old: old.replace(
                b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"
            )
        }
    )


def _deep_pdf(_path):
    return made.pdf().replace(b"/Pages", b"/A " + b"[" * 20_000 + b"/Pages", 1)


def _many_objects(_path):
    objects = b"".join(b"%d 0 obj\n[/a]\nendobj\n" % n for n in range(9, 120_000))
    return b"%PDF-1.7\n" + objects + b"trailer<</Size 120000>>\nstartxref\n0\n%%EOF"


def _late_script(pdf):
    """Nearly as many objects as are looked at, and a script in the last."""
    pdf.Root.Many = pikepdf.Array(
        [
            pdf.make_indirect(pikepdf.Dictionary(Type=made.NAME.X, K=n, A=pikepdf.Dictionary()))
            for n in range(39_000)
        ]
    )
    pdf.Root.Last = pdf.make_indirect(pikepdf.Dictionary(S=made.NAME.JavaScript, **JS))


def _late_field(_path):
    line = f'<w:p w:rsidR="1"><w:r w:rsidR="2"><w:t>{"Rad. " * 16}</w:t></w:r></w:p>'
    return made.text_document(line * 46_000 + "<w:instrText>DDE x</w:instrText>")


def _cut(content):
    return content[: len(content) * 2 // 3]


def _external_stream(pdf):
    pdf.pages[0].Contents.F = pikepdf.String("http://127.0.0.1/x")


def _movie(pdf):
    pdf.pages[0].Annots = pikepdf.Array(
        [pikepdf.Dictionary(Type=made.NAME.Annot, Subtype=made.NAME.RichMedia, Rect=[0, 0, 1, 1])]
    )


def _form(pdf):
    pdf.Root.AcroForm = pikepdf.Dictionary(XFA=pikepdf.String("x"), Fields=pikepdf.Array())


def cases(port=9):
    """File name → case; `port` is where a listener waits for somebody to call."""
    away = f"http://127.0.0.1:{port}/x"
    return {**_word(away), **_pdf(away), **_pictures(), **_others()}


def _word(away):
    entity = f'<!DOCTYPE x [<!ENTITY x SYSTEM "{away}">]>'
    return {
        "bomb.docx": Case(made.bomb, "uppackad"),
        "lying-bomb.docx": Case(lambda path: made.bomb(path, claimed=1_000), "skadad"),
        "packed.docx": _of(
            lambda: made.document(**{"word/media/x.png": bytes(64 << 20)}), "packad mer än"
        ),
        "nested.docx": Case(_nested, "andra filer inuti"),
        "slip.docx": _of(lambda: made.document(**{"../../etc/cron.d/x": "x"}), "pekar ut"),
        "symlink.docx": _of(lambda: made.linked_archive("word/x.xml"), "pekar på en annan fil"),
        "laughs.docx": _of(lambda: made.text_document("&l9;", LAUGHS + "]>"), "dokumenttyp"),
        "entity.docx": _of(lambda: made.text_document("&x;", entity), "dokumenttyp"),
        "macros.docx": _of(lambda: made.document(**{"word/vbaProject.bin": "x"}), "makron"),
        "renamed-docm.docx": Case(_docm, "makron"),
        "control.docx": _of(lambda: made.document(**{"word/activeX/a.xml": "<x/>"}), "makron"),
        "chunk.docx": _of(lambda: made.linked("aFChunk", "x.htm", mode="Internal"), "filer inuti"),
        "fetch.docx": _of(lambda: made.linked("image", away), "någon annanstans"),
        "template.docx": _of(lambda: made.linked("attachedTemplate", away), gone=(away, TELLS)),
        "file-link.docx": _of(
            lambda: made.linked("hyperlink", f"\\\\{TELLS}\\x"), gone=(TELLS, "\\\\")
        ),
        "field.docx": _of(
            lambda: made.text_document(
                "<w:r><w:instrText>D</w:instrText><w:instrText>DEAUTO x</w:instrText></w:r>"
            ),
            "kommandon",
        ),
        "authors.docx": _of(lambda: made.text_document(COMMENT), gone=(TELLS, "2026-01-01")),
        "late-field.docx": Case(_late_field, "kommandon"),
        "unclosed.docx": _of(lambda: made.text_document("<w:p>"), "skadad"),
        "utf16.docx": _of(
            lambda: made.document(**{"word/document.xml": "<w/>".encode("utf-16")}), "ovanligt"
        ),
        "script.docx": _of(lambda: made.document(**{"word/x.js": "alert(1)"}), "inre del"),
        "html-picture.docx": _of(lambda: made.document(**{"word/media/x.png": HTML}), "inre del"),
        "photo.docx": _of(
            lambda: made.document(**{"word/media/x.jpg": made.jpeg(made.camera_notes())})
        ),
        "cut.docx": _of(lambda: _cut(made.document()), "skadad"),
        "appended.docx": _of(lambda: made.document() + HTML, "skadad"),
        "password.docx": _of(lambda: made.ole("EncryptedPackage"), "lösenord"),
        "old.docx": _of(lambda: made.ole("WordDocument"), "äldre Officeformat"),
    }


def _pdf(away):
    uri = pikepdf.String(away)
    return {
        "late-script.pdf": _of(lambda: made.pdf(_late_script), "kommandon"),
        "script.pdf": _opened("JavaScript", "kommandon", **JS),
        "launch.pdf": _opened("Launch", "kommandon", F=uri),
        "submit.pdf": _opened("SubmitForm", "kommandon", F=uri),
        "elsewhere.pdf": _opened("GoToR", "någon annanstans", F=uri),
        "opens-page.pdf": Case(lambda _path: made.opens_with("URI", URI=uri), gone=(away,)),
        "stream.pdf": _of(lambda: made.pdf(_external_stream), "någon annanstans"),
        "form.pdf": _of(lambda: made.pdf(_form), "kommandon"),
        "movie.pdf": _of(lambda: made.pdf(_movie), "andra filer inuti"),
        "attached.pdf": _of(lambda: made.pdf(made.attached), "andra filer inuti"),
        "authors.pdf": _of(lambda: made.pdf(made.telling)),
        "hidden-script.pdf": Case(
            lambda _path: made.pdf(
                lambda pdf: pdf.pages[0].__setattr__(
                    "AA", pikepdf.Dictionary(O=pikepdf.Dictionary(S=made.NAME.JavaScript, **JS))
                ),
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
            ),
            "kommandon",
        ),
        "password.pdf": _of(made.locked, "lösenord"),
        "owner.pdf": _of(lambda: made.locked(user=""), "lösenord"),
        "deep.pdf": Case(_deep_pdf, "skadad"),
        "objects.pdf": Case(_many_objects, "skadad"),
        "cut.pdf": _of(lambda: _cut(made.pdf()), "skadad"),
        "and-zip.pdf": _of(
            lambda: made.pdf() + made.packed({f"{TELLS}.txt": b"a"}), gone=(TELLS, "PK\x03\x04")
        ),
        "is-zip.pdf": Case(lambda _path: made.holding_zip(), "två slags filer"),
    }


def _pictures():
    html = HTML.decode()
    profile = (b"eXIf", made.camera_notes()[1])
    return {
        "flood.png": _of(lambda: made.png(width=30_000, height=30_000), "bildpunkter"),
        "flood.jpg": _of(lambda: made.jpeg(width=60_000, height=60_000), "bildpunkter"),
        "gps.jpg": _of(lambda: made.jpeg(made.camera_notes())),
        "xmp.jpg": _of(lambda: made.jpeg((0xE1, f"http://ns.adobe.com/xap/{TELLS}".encode()))),
        "remark.jpg": _of(lambda: made.jpeg((0xFE, HTML)), gone=(html,)),
        "and-html.jpg": _of(lambda: made.jpeg(after=HTML), gone=(html,)),
        "tables.jpg": _of(lambda: made.jpeg((0xDB, HTML * 99)), "skadad"),
        "cut.jpg": _of(lambda: made.jpeg()[:-4], "skadad"),
        "gps.png": _of(lambda: made.png(profile, (b"tEXt", f"Author\0{TELLS}".encode()))),
        "and-html.png": _of(lambda: made.png(after=HTML), gone=(html,)),
        "large-chunk.png": _of(lambda: made.png((b"bKGD", HTML * 99)), "skadad"),
        "cut.png": _of(lambda: made.png()[:-6], "skadad"),
        "false-sum.png": _of(lambda: made.png().replace(b"IEND\xae", b"IEND\xaf"), "skadad"),
    }


def _others():
    return {
        "program.pdf": _of(b"MZ" + bytes(200), "ett program"),
        "page.jpg": _of(HTML, "en webbsida"),
        "drawing.png": _of(b"<?xml version='1.0'?><svg/>", "en XML-fil"),
        "workbook.docx": Case(
            lambda path: hostile.workbook(path).read_bytes(), "en Excel-arbetsbok"
        ),
        "zip.docx": _of(lambda: made.packed({"a.txt": "a"}), "en zip-fil"),
        "gif-script.gif": _of(b"GIF89a/*" + bytes(20) + b"*/=1;alert(1)", "en GIF-bild"),
        "packed.gz": _of(b"\x1f\x8b\x08" + bytes(30), "en gzip-fil"),
        "zeros.txt": _of(b"hej\n\0\0", "rad 2"),
        "latin.txt": _of("hej\nåäö".encode("latin-1"), "UTF-8"),
        "empty.pdf": _of(b"", "tom"),
        "large.pdf": _of(lambda: b"%PDF-1.7" + bytes(21 << 20), "högst 20"),
    }


MEASURE = """
import json, sys, time
from pathlib import Path
from stegvis.core.files.attachments import examined
from stegvis.core.files.sheets.running import Usage
from stegvis.core.values.refusals import Refused
for name in sys.argv[1:]:
    path, usage, started = Path(name), Usage(), time.perf_counter()
    told = [path.name, "", ""]
    try:
        kept = examined(path.read_bytes(), path.name, usage=usage)
        Path(name + ".kept").write_bytes(kept.content)
    except Refused as refused:
        told[1] = refused.sentence
    except Exception as error:
        told[2] = repr(error)
    print(json.dumps([*told, time.perf_counter() - started, usage.cpu_seconds, usage.peak_bytes]))
"""


def measured(names=None):
    """Each fault as a line, of how many; one more for whoever calls home."""
    with (
        socket.create_server(("127.0.0.1", 0)) as listener,
        tempfile.TemporaryDirectory() as made_in,
    ):
        listener.settimeout(0)
        chosen = _chosen(names, listener.getsockname()[1])
        folder = Path(made_in)
        for name, case in chosen.items():
            (folder / name).write_bytes(case.build(folder / f"{name}.made"))
        faults = [
            fault
            for outcome in _outcomes(folder, chosen)
            for fault in _faults(chosen[outcome[0]], outcome, folder)
        ]
        return [*faults, *_calls(listener)], len(chosen) + 1


def planted_files(names=None):
    """A reader that takes every file and changes nothing: how many are caught, of how many."""
    with tempfile.TemporaryDirectory() as made_in:
        folder, caught = Path(made_in), 0
        chosen = _chosen(names, 9)
        for name, case in chosen.items():
            content = case.build(folder / f"{name}.made")
            (folder / f"{name}.kept").write_bytes(content)
            caught += bool(_faults(case, (name, "", "", 0, 0, 0), folder))
        return caught, len(chosen)


def _chosen(names, port):
    return {name: case for name, case in cases(port).items() if names is None or name in names}


def _outcomes(folder, chosen):
    """From a small process: the kernel counts a parent's memory to its child."""
    command = [sys.executable, "-c", MEASURE, *(str(folder / name) for name in chosen)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [tuple(json.loads(line)) for line in done.stdout.splitlines()]


def _faults(case, outcome, folder):
    name, sentence, error, _seconds, cpu, peak = outcome
    if error:
        yield f"{name}: {error}"
    if cpu > SECONDS or peak > MEGABYTES << 20:
        yield f"{name}: {cpu:.1f} s, {peak >> 20} MB"
    if case.refused and case.refused not in sentence:
        yield f"{name}: {sentence or 'kept'}, expected: {case.refused}"
    if not case.refused and not error:
        yield from _left(case, name, sentence, folder)


def _left(case, name, sentence, folder):
    if sentence:
        yield f"{name}: {sentence}"
        return
    everything = unfolded((folder / f"{name}.kept").read_bytes())
    for words in case.gone:
        if any(words.encode(coding) in everything for coding in ("utf-8", "utf-16-be")):
            yield f"{name}: {words!r} is still there"


def unfolded(content):
    """The bytes, and those that lie packed inside them."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return b"".join([content, *map(archive.read, archive.namelist())])
    if content.startswith(b"%PDF") and b"PK\x03\x04" not in content:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(content)) as pdf:
            pdf.save(
                out,
                compress_streams=False,
                stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
            )
        return content + out.getvalue()
    return content


def _calls(listener):
    try:
        listener.accept()
    except BlockingIOError:
        return []
    return ["somebody called home"]
