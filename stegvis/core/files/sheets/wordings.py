"""What is said of each kind of problem; filled in and translated in `sentences`."""

from stegvis.core.values.language import gettext_noop as N_

UNREADABLE = N_(
    "Filen {file} går inte att tolka. Öppna den i det program den kommer från och spara den igen."
)
FILES = {  # kind of problem → sentence about the whole file
    "missing": N_("Filen {file} finns inte."),
    "no_access": N_("Filen {file} går inte att öppna. Kontrollera att du får läsa den."),
    "not_regular": N_("{file} är ingen vanlig fil."),
    "suffix": N_(
        "Filen {file} har en ändelse som inte läses. Välj en Excel-arbetsbok (.xlsx), en CSV-fil "
        "(.csv) eller en Parquet-fil (.parquet)."
    ),
    "large_file": N_(
        "Filen {file} är {number} MB; högst {limit} MB läses. Dela upp den i flera filer."
    ),
    "empty": N_("Filen {file} är tom."),
    "password": N_(
        "Filen {file} är skyddad med lösenord. Öppna den, ta bort lösenordet och spara den igen."
    ),
    "old_office": N_(
        "Filen {file} är i ett äldre Officeformat. Öppna den i Excel och spara den som "
        "Excel-arbetsbok (.xlsx)."
    ),
    "open_document": N_(
        "Filen {file} är ett OpenDocument-kalkylark. Öppna den i ditt kalkylprogram och spara den "
        "som Excel-arbetsbok (.xlsx)."
    ),
    "macros": N_(
        "Filen {file} innehåller makron. Spara den som Excel-arbetsbok utan makron (.xlsx)."
    ),
    "wrong_kind": N_(
        "Filen {file} är {kind}, inte det som ändelsen säger. Öppna den i det program den hör till "
        "och spara tabellen som Excel-arbetsbok (.xlsx) eller CSV UTF-8."
    ),
    "not_workbook": N_(
        "Filen {file} är en zip-fil utan arbetsbok i. Välj Excel-arbetsboken (.xlsx) själv."
    ),
    "damaged_zip": N_(
        "Filen {file} är skadad eller avbruten. Hämta den på nytt, eller öppna den i Excel och "
        "spara den igen."
    ),
    "damaged_xml": N_(
        "Filen {file} är skadad inuti. Öppna den i Excel, låt Excel reparera den och spara den "
        "igen."
    ),
    "zip_entries": N_(
        "Filen {file} har fler inre delar än de {limit} som läses. Öppna den i Excel och spara "
        "tabellen i en ny arbetsbok."
    ),
    "zip_path": N_("Filen {file} har en inre del som pekar ut ur filen ({read}) och läses inte."),
    "zip_double": N_("Filen {file} har två inre delar med samma namn ({read}) och läses inte."),
    "unpacked": N_(
        "Filen {file} är {number} MB uppackad; högst {limit} MB läses. Dela upp den i flera filer."
    ),
    "packed_ratio": N_(
        "Filen {file} är packad mer än {limit} gånger ({read}), så som en fil är som ska fylla "
        "minnet. Öppna den i Excel och spara tabellen i en ny arbetsbok."
    ),
    "large_part": N_(
        "Filen {file} har en för stor inre del ({read}); högst {limit} MB läses. Kopiera tabellen "
        "till en ny arbetsbok."
    ),
    "external": N_(
        "Filen {file} hämtar värden från andra filer. Bryt länkarna (Data, Redigera länkar) eller "
        "klistra in värden i stället, och spara den igen."
    ),
    "doctype": N_(
        "Filen {file} har en dokumenttypsdeklaration ({read}), som inget kalkylprogram skriver, "
        "och läses inte."
    ),
    "cdata": N_(
        "Filen {file} har text som inte kan läsas säkert (CDATA i {read}). Öppna den i Excel och "
        "spara den igen."
    ),
    "xml_encoding": N_(
        "Filen {file} har en annan inre teckenkodning än UTF-8 ({read}). Öppna den i Excel och "
        "spara den igen."
    ),
    "unusual": N_(
        "Filen {file} är skriven på ett ovanligt sätt och för stor för att läsas säkert. Öppna den "
        "i Excel och spara den igen."
    ),
    "long_text": N_(
        "Filen {file} har en text som är längre än de {limit} tecken som en cell kan rymma "
        "({read})."
    ),
    "many_sheets": N_("Filen {file} har {number} blad; högst {limit} läses."),
    "many_strings": N_(
        "Filen {file} har fler olika texter än de {limit} som läses. Dela upp den i flera filer."
    ),
    "many_cells": N_(
        "Filen {file} har fler celler än de {limit} som läses. Dela upp den i flera filer."
    ),
    "many_columns": N_("Filen {file} har {number} kolumner; högst {limit} läses."),
    "much_text": N_(
        "Filen {file} har {number} MB text; högst {limit} MB läses. Dela upp den i flera filer."
    ),
    "far_column": N_(
        "Bladet {sheet} i filen {file} sträcker sig till kolumn {column}; högst {limit} kolumner "
        "läses. Ta bort kolumnerna till höger om tabellen och spara den igen."
    ),
    "far_cell": N_(
        "Bladet {sheet} i filen {file} sträcker sig till cell {column}{row}; högst {limit} celler "
        "läses. Ta bort raderna under tabellen och kolumnerna till höger, och spara den igen."
    ),
    "encoding": N_(
        "Filen {file} är inte kodad som {read}: byte {number}, på rad {row}, går inte att läsa. "
        "Öppna den i Excel och spara som CSV UTF-8."
    ),
    "nul": N_(
        "Filen {file} har ett nolltecken på rad {row}, som inte hör hemma i text. Öppna den i "
        "Excel och spara som CSV UTF-8."
    ),
    "long_line": N_("Rad {row} i filen {file} är längre än de {limit} tecken som läses."),
    "long_field": N_(
        "Rad {row} i filen {file} har en cell som är längre än {limit} tecken. Kontrollera att "
        "varje citattecken avslutas."
    ),
    "quotes": N_(
        "Citattecknen på rad {row} i filen {file} går inte ihop. Kontrollera att varje citattecken "
        "avslutas, eller spara om från Excel som CSV UTF-8."
    ),
    "damaged_parquet": N_("Filen {file} är en skadad Parquet-fil. Skapa den på nytt."),
    "large_footer": N_(
        "Innehållsförteckningen i filen {file} är {number} MB; högst {limit} MB läses."
    ),
    "time": N_("Filen {file} tog för lång tid att läsa och läses inte. Dela upp den."),
    "too_heavy": N_("Filen {file} krävde för mycket minne och läses inte. Dela upp den."),
    "unreadable": UNREADABLE,
}
IN_MEGABYTES = {"large_file", "unpacked", "large_part", "much_text", "large_footer"}

CELLS = {  # kind of problem → sentence about the file, what each cell is, what was expected
    "formula": (
        N_(
            "Filen {file} har formler (antal celler: {number}). Kopiera cellerna, klistra in "
            "värden på samma plats och spara den igen."
        ),
        N_("formel"),
        N_("ett värde"),
    ),
    "error_cell": (
        N_("Filen {file} har felvärden (antal celler: {number}). Rätta dem och spara den igen."),
        N_("felvärde"),
        N_("ett värde eller en tom cell"),
    ),
    "date_with_time": (
        N_("Filen {file} har datum med klockslag (antal celler: {number}). Ta bort klockslagen."),
        N_("datum med klockslag"),
        N_("ett datum"),
    ),
    "time_only": (
        N_("Filen {file} har klockslag eller ogiltiga datum (antal celler: {number})."),
        N_("klockslag eller ogiltigt datum"),
        N_("ett datum"),
    ),
    "not_a_number": (
        N_("Filen {file} har celler som skulle vara tal men inte är det (antal celler: {number})."),
        N_("talet går inte att läsa"),
        N_("ett tal eller en tom cell"),
    ),
    "uneven_row": (
        N_("Filen {file} har rader som inte är lika långa (antal rader: {number})."),
        N_("raden har {number} kolumner, rubrikraden {limit}"),
        N_("lika många kolumner på varje rad"),
    ),
    "column_type": (
        N_("Filen {file} har kolumner av en typ som inte läses (antal kolumner: {number})."),
        N_("kolumnen {read} är sammansatt eller av en typ som inte läses"),
        N_("en kolumn med tal, text, datum eller ja/nej"),
    ),
}
SEVERAL = N_("Filen {file} har celler som inte går att läsa (antal celler: {number}).")
MORE = N_("och {number} till")

NOTES = {
    "formula_text": N_("texten börjar med = men räknas inte ut; den läses som text"),
    "formula_text_more": N_("och {number} texter till som börjar med ="),
}

KINDS = {
    "png": N_("en PNG-bild"),
    "jpeg": N_("en JPEG-bild"),
    "gif": N_("en GIF-bild"),
    "pdf": N_("en PDF-fil"),
    "gzip": N_("en gzip-fil"),
    "7z": N_("en 7z-fil"),
    "rar": N_("en RAR-fil"),
    "rtf": N_("ett RTF-dokument"),
    "sqlite": N_("en SQLite-databas"),
    "program": N_("ett program"),
    "html": N_("en webbsida"),
    "xml": N_("en XML-fil"),
    "zip": N_("en zip-fil eller Excel-arbetsbok"),
    "parquet": N_("en Parquet-fil"),
    "text": N_("en textfil"),
    "word": N_("ett Worddokument"),
    "powerpoint": N_("en Powerpointpresentation"),
    "xlsb": N_("en binär Excel-arbetsbok (.xlsb)"),
    "opendocument": N_("ett OpenDocument-dokument"),
}
OTHER_KIND = N_("en fil av annat slag")
ENCODINGS = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252"}
