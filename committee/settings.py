"""Settings: the environment in, nothing clever. docs/operations.md lists every variable.

Facts about the committee (quorum, wordings, deadlines, its very name) are never settings:
they are versioned rows of the terms of reference.
"""

import datetime as dt
import hashlib
from pathlib import Path
from urllib.parse import urlsplit

from celery.schedules import crontab
from csp.constants import NONE, SELF

from committee import env
from committee.contributions import *  # noqa: F403 -- settings that are lists of functions
from committee.static_headers import whole_or_not_at_all

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / env.text("VAR_DIR", "var")  # everything written while running
DEBUG = env.flag("DEBUG")
PORT = env.number("PORT", 8000)
SITE_URL = env.site("SITE_URL", f"http://127.0.0.1:{PORT}")
IS_PUBLIC = urlsplit(SITE_URL).scheme == "https"  # reached by others than this machine
SECRET_KEY = env.secret_key(VAR_DIR / "secret_key")
SECRET_KEY_IS_MADE_HERE = not env.text("SECRET_KEY")
ALLOWED_HOSTS = [host for host in env.text("ALLOWED_HOSTS").split(",") if host] or [
    urlsplit(SITE_URL).hostname,
    "127.0.0.1",
    "localhost",
]
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "crispy_forms",
    "django_htmx",
    "committee.apps.CommitteeConfig",
    "proposals.apps.ProposalsConfig",
    "meetings.apps.MeetingsConfig",
]
MIDDLEWARE = [
    "committee.middleware.answer_head_without_body",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "committee.middleware.keep_private",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "committee.middleware.AskWhoYouAre",  # public views say login_not_required
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "committee.middleware.ExplainRefusals",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "committee.urls"
WSGI_APPLICATION = "committee.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["committee.templatetags.house"],
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "dec"
CRISPY_FAIL_SILENTLY = False

# --- database
DATABASE_URL = env.text("DATABASE_URL", f"sqlite:///{VAR_DIR}/committee.sqlite3")
DATABASES = {"default": env.database(DATABASE_URL, base_dir=BASE_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = BASE_DIR / env.text("MEDIA_ROOT", str(VAR_DIR / "media"))  # never under a web root

# --- cache, sessions, broker: embedded, or Redis
REDIS_URL = env.text("REDIS_URL")
CELERY_BROKER_URL = env.text("CELERY_BROKER_URL", REDIS_URL or "filesystem://localhost")
BROKER_DIR = VAR_DIR / "broker" / hashlib.sha256(DATABASE_URL.encode()).hexdigest()[:12]
CELERY_BROKER_TRANSPORT_OPTIONS = {}
if CELERY_BROKER_URL.startswith("filesystem:"):
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(BROKER_DIR / "messages"),
        "data_folder_out": str(BROKER_DIR / "messages"),
        "control_folder": str(BROKER_DIR / "control"),
        "polling_interval": 0.1,
    }
    CELERY_BROKER_TRANSPORT = "committee.broker:Transport"
if REDIS_URL:  # not for sessions: whoever is signed in stays so while Redis is away
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": REDIS_URL,
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
        }
    }
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SERIALIZER = "json"
CELERY_TASK_IGNORE_RESULT = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1  # a hint is acknowledged at once: the row waits, not it
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None  # the worker waits for its broker, however long
CELERY_BEAT_SCHEDULER = "committee.broker:Clock"
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "sweep", "schedule": 3},  # seconds
    "tidy": {"task": "tidy", "schedule": crontab(hour=4, minute=10)},
}
CELERY_TIMEZONE = "Europe/London"

# --- mail
EMAIL_URL = env.text("EMAIL_URL")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("MAIL_FROM", "committee@localhost")
if EMAIL_URL:
    globals().update(env.mail(EMAIL_URL))
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR_DIR / "mail"

REMIND_DAYS_BEFORE = env.number("REMIND_DAYS_BEFORE", 7)

# --- people
AUTH_USER_MODEL = "committee.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
LOGIN_URL = "committee:sign_in"
LOGIN_REDIRECT_URL = "/work/"
LOGOUT_REDIRECT_URL = "/"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in [
        ("UserAttributeSimilarityValidator", {"user_attributes": ("email", "name")}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
    ]
]
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_PUBLIC
SESSION_COOKIE_NAME = "__Host-session" if IS_PUBLIC else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if IS_PUBLIC else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "committee.views.signed_out.csrf_failure"
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60  # of the links in invitations too
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", None)  # how many of ours stand before gunicorn
AXES_HANDLER = "axes.handlers.database.AxesDatabaseHandler"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = dt.timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "committee.sign_in.account_name"
AXES_CLIENT_IP_CALLABLE = "committee.sign_in.client_address"
AXES_LOCKOUT_CALLABLE = "committee.views.accounts.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

# --- words, numbers, days
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

# --- files of the pages
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / env.text("STATIC_ROOT", "staticfiles")
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_ADD_HEADERS_FUNCTION = whole_or_not_at_all
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "committee.static_files.StaticFiles"},
}

# --- headers
SECURE_HSTS_SECONDS = 31_536_000 if IS_PUBLIC else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_PUBLIC
SECURE_SSL_REDIRECT = IS_PUBLIC
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_PUBLIC else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS_POLICY = {
    name: []
    for name in ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
}

# --- documents: limits of the child process that makes a PDF; files
PDF_SECONDS = env.number("PDF_SECONDS", 30)  # of the processor, per document
PDF_MEMORY_MB = env.number("PDF_MEMORY_MB", 1024)
PDF_MAX_CHARACTERS = 20_000_000
FILE_MEGABYTES = env.number("FILE_MEGABYTES", 25)  # the most that a file of a paper may have
CLAMD_URL = env.text("CLAMD_URL")  # of a virus scanner: files are held until it answered
FILE_REDIRECT = env.text("FILE_REDIRECT")  # X-Accel-Redirect: nginx sends what the view allows

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", "WARNING")},
}
