"""What is said of each kind of problem; filled in and translated in `sentences`."""

from stegvis.core.files.sheets.wordings import KINDS as SHEET_KINDS
from stegvis.core.values.language import gettext_noop as N_

UNREADABLE = N_("Filen {file} går inte att tolka. Skriv ut den till en ny PDF och bifoga den.")
EMBEDDED = N_(
    "Filen {file} har andra filer inuti, som inte kan granskas. Skriv ut den till en ny PDF, och "
    "bifoga de andra filerna var för sig."
)
DAMAGED = N_("Filen {file} är skadad eller avbruten. Hämta eller spara den på nytt.")
ODD = N_(
    "Filen {file} är skriven på ett ovanligt sätt och kan inte granskas. Skriv ut den till en ny "
    "PDF och bifoga den."
)
FILES = {  # kind of problem → sentence about the whole file
    "large_file": N_(
        "Filen {file} är {number} MB; högst {limit} MB tas emot. Dela upp den, eller skanna med "
        "lägre upplösning."
    ),
    "empty": N_("Filen {file} är tom."),
    "wrong_kind": N_(
        "Filen {file} är {kind}. Det som tas emot är PDF, Worddokument (.docx), bilder (JPEG och "
        "PNG) och ren text."
    ),
    "password": N_(
        "Filen {file} är skyddad med lösenord eller begränsningar. Öppna den, skriv ut den till en "
        "ny PDF utan skydd och bifoga den."
    ),
    "old_office": N_(
        "Filen {file} är i ett äldre Officeformat. Öppna den och spara den som Worddokument "
        "(.docx) eller PDF."
    ),
    "macros": N_(
        "Filen {file} innehåller makron, det vill säga program. Spara den som PDF och bifoga den."
    ),
    "active": N_(
        "Filen {file} innehåller kommandon som körs när den öppnas. Skriv ut den till en ny PDF "
        "och bifoga den."
    ),
    "embedded": EMBEDDED,
    "external": N_(
        "Filen {file} hämtar innehåll från någon annanstans. Skriv ut den till en ny PDF, så "
        "följer innehållet med."
    ),
    "two_kinds": N_(
        "Filen {file} är två slags filer på en gång, så som en fil är som ska lura en granskning. "
        "Skriv ut den till en ny PDF och bifoga den."
    ),
    "pixels": N_(
        "Bilden {file} har {number} miljoner bildpunkter; högst {limit} miljoner tas emot. Gör den "
        "mindre och bifoga den igen."
    ),
    "odd_part": N_(
        "Filen {file} har en inre del av ett slag som inte kan granskas ({read}). Spara den som "
        "PDF och bifoga den."
    ),
    "many_objects": N_(
        "Filen {file} har fler inre delar än de {limit} som granskas. Dela upp den i flera filer."
    ),
    "damaged": DAMAGED,
    "damaged_zip": DAMAGED,
    "damaged_xml": DAMAGED,
    "zip_entries": N_(
        "Filen {file} har fler inre delar än de {limit} som granskas. Spara den som PDF och "
        "bifoga den."
    ),
    "zip_path": N_(
        "Filen {file} har en inre del som pekar ut ur filen ({read}) och tas inte emot."
    ),
    "zip_double": N_("Filen {file} har två inre delar med samma namn ({read}) och tas inte emot."),
    "symlink": N_("Filen {file} har en inre del som pekar på en annan fil och tas inte emot."),
    "unpacked": N_(
        "Filen {file} är {number} MB uppackad; högst {limit} MB tas emot. Spara den som PDF och "
        "bifoga den."
    ),
    "packed_ratio": N_(
        "Filen {file} är packad mer än {limit} gånger ({read}), så som en fil är som ska fylla "
        "minnet. Spara den som PDF och bifoga den."
    ),
    "doctype": N_(
        "Filen {file} har en dokumenttypsdeklaration ({read}), som inget ordbehandlingsprogram "
        "skriver, och tas inte emot."
    ),
    "cdata": ODD,
    "xml_encoding": ODD,
    "unusual": ODD,
    "long_text": ODD,
    "encoding": N_(
        "Textfilen {file} är inte kodad som UTF-8 (rad {row}). Öppna den i en texteditor och spara "
        "den som UTF-8."
    ),
    "control": N_(
        "Textfilen {file} har tecken på rad {row} som inte hör hemma i text. Är det en annan sorts "
        "fil, så spara den som PDF."
    ),
    "time": N_("Filen {file} tog för lång tid att granska. Dela upp den, eller spara den som PDF."),
    "too_heavy": N_(
        "Filen {file} krävde för mycket minne att granska. Dela upp den, eller spara den som PDF."
    ),
}
IN_MEGABYTES = {"large_file", "unpacked"}
KINDS = {**SHEET_KINDS, "zip": N_("en zip-fil"), "workbook": N_("en Excel-arbetsbok")}

REMOVED = {  # what was left out → what the person is told
    "metadata": N_("Uppgifter om vem som gjort filen, när, var och med vad följer inte med."),
    "trailing": N_("Det som låg efter filens slut följer inte med."),
    "signature": N_(
        "Den elektroniska underskriften följer inte med; den gäller bara filen som den kom. "
        "Behåll originalet."
    ),
}
