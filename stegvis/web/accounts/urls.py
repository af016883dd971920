"""Signing in, and one's own account. allauth's own lists of factors lead to the account page."""

from django.urls import URLPattern, path, re_path

from stegvis.core.actions.pages import page
from stegvis.web.accounts import views
from stegvis.web.accounts.mounted import MOUNTED, Mounted


def _mounted(row: Mounted) -> URLPattern:
    declare = page(allow=row.allow, methods=row.methods, writes_on_get=row.writes_on_get)
    route = re_path if row.address.startswith("^") else path
    return route(row.address, declare(row.view), name=row.name)


urlpatterns = [
    path("", views.account, name="account"),
    path("", views.account, name="mfa_index"),
    path("", views.account, name="mfa_list_webauthn"),
    path("logga-ut-overallt/", views.end_other_sessions, name="account_end_other_sessions"),
    path("kvar/slang/", views.throw_away, name="throw_away_kept"),
    *map(_mounted, MOUNTED),
]
