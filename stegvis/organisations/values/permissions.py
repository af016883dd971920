"""What each permission is, in words."""

from stegvis.core.values.language import gettext_noop as N_
from stegvis.organisations.values.roles import Permission

PERMISSION_NAMES = {
    Permission.SEE_PROGRAMMES: N_("Läser de insatser som hen är med i"),
    Permission.SEE_ALL_PROGRAMMES: N_("Läser alla förbundets insatser"),
    Permission.DEFINE_PROGRAMMES: N_("Beskriver och ändrar insatser"),
    Permission.SEE_FIGURES: N_("Ser alla antal i insatsen"),
    Permission.SEE_PROTECTED_FIGURES: N_("Ser antal där ingen går att känna igen"),
    Permission.DELIVER_FACTS: N_("Lämnar uppgifter till uppföljningen"),
    Permission.WRITE_REPORTS: N_("Skriver på rapporter"),
    Permission.FREEZE_REPORTS: N_("Låser rapporter"),
    Permission.READ_REPORTS: N_("Läser låsta rapporter"),
    Permission.SEE_PERSONS: N_("Ser de deltagare som hen är involverad i"),
    Permission.REGISTER_PERSONS: N_("Registrerar personer"),
    Permission.RECORD: N_("Antecknar inskrivning, plan och avslut"),
    Permission.TAKE_CONSENT: N_("Tar emot samtycken"),
    Permission.DISCLOSE: N_("Lämnar ut uppgifter till den som har rätt till dem"),
    Permission.SEE_ATTENDANCE: N_("Ser vilka som ska komma, och prickar av"),
    Permission.REVIEW_LOG: N_("Granskar vad enhetens medarbetare har läst"),
    Permission.HAND_OVER: N_("Lämnar över enhetens ärenden när någon slutar eller flyttar"),
    Permission.OWN_PAGE: N_("Ser sin egen sida"),
    Permission.PREPARE_REQUISITION: N_("Tar fram rekvisitioner"),
    Permission.SEE_MONEY: N_("Ser förbundets budget, utfall och rekvisitioner"),
    Permission.APPROVE_REQUISITION: N_("Godkänner rekvisitioner"),
    Permission.SIGN: N_("Skriver under för förbundet"),
    Permission.ADMINISTER: N_("Ger och avslutar roller, sköter texter och regler"),
    Permission.DECIDE_GRANTS: N_("Godkänner nya administratörer som någon annan har föreslagit"),
}
