"""Django's settings, all of them from the environment and none of them secret here."""

from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from demo.people import SHOWN
from stegvis.config import environment, sign_in
from stegvis.config.catalogues import compiled
from stegvis.config.databases import databases
from stegvis.config.letters import letters
from stegvis.config.scanning import clamd
from stegvis.config.secrets import kept, random_key
from stegvis.core.calculations.encryption import new_key
from stegvis.core.values.language import gettext as _

ROOT = Path(__file__).parents[2]
PACKAGES = environment.path("STEGVIS_NODE_MODULES", ROOT / "node_modules")

# What kind of installation this is: trial has its secrets in the data folder, makes no demands
# on the address, and shows the gallery of components.
MODE = environment.one_of("STEGVIS_MODE", ("trial", "production"))
IN_PRODUCTION = MODE == "production"
DATA = environment.path("STEGVIS_DATA", ROOT / ".data")

DEBUG = False
if IN_PRODUCTION:
    _why = _("Den behövs i drift, och ska inte ligga bland databasens kopior.")
    SECRET_KEY = environment.required("STEGVIS_SECRET_KEY", why=_why)
    environment.required("STEGVIS_KEYS", why=_why)
    STEGVIS_KEYS = environment.listed("STEGVIS_KEYS")
    environment.required("STEGVIS_INDEX_KEYS", why=_why)
    STEGVIS_INDEX_KEYS = environment.listed("STEGVIS_INDEX_KEYS")
    environment.required("STEGVIS_HOSTS", why=_("Den säger vilka adresser som besvaras."))
else:
    SECRET_KEY = environment.text("STEGVIS_SECRET_KEY") or kept(
        DATA / "secrets" / "secret-key", random_key
    )
    STEGVIS_KEYS = environment.listed("STEGVIS_KEYS") or [
        kept(DATA / "secrets" / "field-key", new_key)
    ]
    STEGVIS_INDEX_KEYS = environment.listed("STEGVIS_INDEX_KEYS") or [
        kept(DATA / "secrets" / "index-key", random_key)
    ]

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
ALLOWED_HOSTS = environment.listed("STEGVIS_HOSTS", LOOPBACK)
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if IN_PRODUCTION else []

INSTALLED_APPS = [
    "django.forms",  # its templates for widgets, under our own renderer
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials",
    "csp",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "stegvis.core",
    "stegvis.organisations",
    "stegvis.programmes",
    "stegvis.participants",
    "stegvis.journeys",
    "stegvis.results",
    "stegvis.reports",
    "stegvis.web",
]

MIDDLEWARE = [
    "stegvis.web.shell.middleware.away.DatabaseAway",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "stegvis.web.shell.middleware.headers.safe_headers",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",  # for a view that says nothing
    "stegvis.web.shell.middleware.sessions.LimitedSessions",
    "stegvis.web.shell.middleware.viewers.viewer_at_the_screen",
    "stegvis.web.shell.middleware.languages.chosen_language",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "stegvis.web.shell.middleware.refusals.RefusalsTold",
]

ROOT_URLCONF = "stegvis.config.urls"
WSGI_APPLICATION = "stegvis.config.wsgi.application"
DATABASES = databases()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "stegvis" / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["stegvis.web.templatetags.components", "django.templatetags.i18n"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "stegvis.web.shell.context.shell",
                "stegvis.web.accounts.context.sign_in",
            ],
        },
    }
]
FORM_RENDERER = "stegvis.web.shell.forms.HouseForms"

# Language, time
LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [compiled(environment.path("STEGVIS_CACHE", ROOT / ".cache") / "locale")]
LANGUAGE_COOKIE_NAME = "__Host-language" if IN_PRODUCTION else "stegvis_language"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Stockholm"
FORMAT_MODULE_PATH = "stegvis.web.shell.formats"

# Static files: the design system's and ours
STATIC_URL = "/static/"
STATIC_ROOT = (
    environment.path("STEGVIS_STATIC", ROOT / ".cache" / "static") if IN_PRODUCTION else None
)
STATICFILES_DIRS = [
    ("designsystem", PACKAGES / "@digdir" / "designsystemet-css" / "dist"),
    ("inter", PACKAGES / "@fontsource-variable" / "inter" / "files"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if IN_PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not IN_PRODUCTION

# Sign-in
AUTH_USER_MODEL = "organisations.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "stegvis.web.accounts.adapters.Accounts"
ACCOUNT_FORMS = {
    "login": "stegvis.web.accounts.forms.SignIn",
    "reset_password": "stegvis.web.accounts.forms.Forgotten",
    "reset_password_from_key": "stegvis.web.accounts.forms.NewPassword",
    "change_password": "stegvis.web.accounts.forms.ChangedPassword",
    "reauthenticate": "stegvis.web.accounts.forms.PasswordAgain",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # addresses come from administrators
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
MFA_ADAPTER = "stegvis.web.accounts.adapters.SecondFactors"
MFA_FORMS = {
    "authenticate": "stegvis.web.accounts.forms.Code",
    "reauthenticate": "stegvis.web.accounts.forms.CodeAgain",
    "activate_totp": "stegvis.web.accounts.forms.NewApp",
    "add_webauthn": "stegvis.web.accounts.forms.NewPasskey",
    "edit_webauthn": "stegvis.web.accounts.forms.PasskeyName",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Stegvis"
MFA_TOTP_TOLERANCE = 1  # a clock that is half a minute wrong
# a browser on the machine itself needs no certificate
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IN_PRODUCTION and set(ALLOWED_HOSTS) <= set(LOOPBACK)
SOCIALACCOUNT_ADAPTER = "stegvis.web.accounts.adapters.OutsideAccounts"
SOCIALACCOUNT_PROVIDERS = sign_in.providers(in_production=IN_PRODUCTION)
# a trial is tried with passwords: only what an association itself has said is asked for there
STEGVIS_ROLES_ASK_FOR_LEVELS = IN_PRODUCTION
# whom the page of signing in offers to be, where the example is tried: address, name, what for
STEGVIS_TRIED_AS = () if IN_PRODUCTION else tuple((x.email, x.shown, x.what) for x in SHOWN)
# how many servers stand in front and write X-Forwarded-For: whose address is counted
ALLAUTH_TRUSTED_PROXY_COUNT = environment.whole_number(
    "STEGVIS_PROXIES", 1 if IN_PRODUCTION else 0, lowest=0, highest=5
)
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Letters: about forgotten passwords, and about changes of how one signs in
_letters = letters(in_production=IN_PRODUCTION)
STEGVIS_SENDS_LETTERS = _letters.are_sent
DEFAULT_FROM_EMAIL = _letters.sender
EMAIL_BACKEND = _letters.backend
EMAIL_HOST, EMAIL_PORT, EMAIL_TIMEOUT = _letters.host, _letters.port, 20
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _letters.user, _letters.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _letters.security == "starttls", _letters.security == "tls"

# Sessions: ended when nobody has done anything, and in any case at the end of a working day
SESSION_COOKIE_NAME = "__Host-session" if IN_PRODUCTION else "stegvis_session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IN_PRODUCTION
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 7 * 24 * 3600  # how long an ended session is known, to keep what was written
STEGVIS_IDLE_MINUTES = environment.whole_number("STEGVIS_IDLE_MINUTES", 30, lowest=1, highest=720)
STEGVIS_LONGEST_SESSION_HOURS = environment.whole_number(
    "STEGVIS_LONGEST_SESSION_HOURS", 10, lowest=1, highest=24
)
CSRF_COOKIE_NAME = "__Host-csrf" if IN_PRODUCTION else "stegvis_csrf"
CSRF_FAILURE_VIEW = "stegvis.web.shell.errors.form_too_old"

# What a browser may do with our pages
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *sign_in.origins()],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
        "manifest-src": [SELF],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = IN_PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IN_PRODUCTION else None
SECURE_HSTS_SECONDS = 31_536_000 if IN_PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IN_PRODUCTION
SECURE_HSTS_PRELOAD = IN_PRODUCTION

# The access log: how long a row is kept; five years is what the rules ask [HSLF-FS 2016:40]
STEGVIS_LOG_YEARS = environment.whole_number("STEGVIS_LOG_YEARS", 5, lowest=5, highest=100)

# Persons: that nobody has a number whose birth number is 980-999 is not established: see docs/drift
STEGVIS_TAKES_TEST_NUMBERS = (
    environment.one_of("STEGVIS_TEST_NUMBERS", ("refused", "taken")) == "taken"
)

# Uploads
STEGVIS_LARGEST_UPLOAD_BYTES = 50 * 1024 * 1024
STEGVIS_CLAMD = clamd()  # host:port or a socket; nothing scans where it is not set
FILE_UPLOAD_HANDLERS = [
    "stegvis.web.data.receiving.NotTooLarge",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "stegvis.config.logs.WithoutContent",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    # each sealed segment of the access log is a line, to be kept where nobody here can change it
    "loggers": {"stegvis.access_log": {"level": "INFO" if IN_PRODUCTION else "WARNING"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["console"],
        "level": environment.one_of("STEGVIS_LOG_LEVEL", ("WARNING", "INFO", "ERROR", "DEBUG")),
    },
}
