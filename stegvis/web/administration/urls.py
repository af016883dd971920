"""Administration. A colleague's own part is a list of its own in the module of its pages."""

from django.urls import path

from stegvis.web.administration import (
    agencies,
    colleagues,
    matters,
    overview,
    processing,
    retention,
    roles,
    roles_of_one,
)
from stegvis.web.administration.access_log import ACCESS_LOG
from stegvis.web.administration.consent_texts import CONSENT_TEXTS
from stegvis.web.administration.preservation import PRESERVATION

AGENCIES = [
    path("myndigheter/", agencies.agencies, name="agencies"),
    path("forbund/<uuid:association_id>/ny-myndighet/", agencies.new_agency, name="new_agency"),
    path("forbund/<uuid:association_id>/avtal/", agencies.agreements, name="agreements"),
    path("myndigheter/<uuid:agency_id>/", agencies.agency, name="agency"),
    path("myndigheter/<uuid:agency_id>/ny-enhet/", agencies.new_unit, name="new_unit"),
    path("enheter/<uuid:unit_id>/", agencies.unit, name="unit"),
]
COLLEAGUES = [
    path("medarbetare/", colleagues.colleagues, name="colleagues"),
    path("forbund/<uuid:association_id>/bjud-in/", colleagues.invite_colleague, name="invite"),
    path("medarbetare/<uuid:user_id>/", colleagues.colleague, name="colleague"),
    path(
        "medarbetare/<uuid:user_id>/ny-roll/<uuid:association_id>/",
        roles_of_one.give_role,
        name="give_role",
    ),
    path("uppdrag/<uuid:membership_id>/byt/", roles_of_one.move, name="move"),
    path("uppdrag/<uuid:membership_id>/avsluta/", roles_of_one.end_role, name="end_role"),
    path("medarbetare/<uuid:user_id>/slutar/", roles_of_one.leave, name="leave"),
    path("medarbetare/<uuid:user_id>/losenord/", roles_of_one.start_reset, name="start_reset"),
    path("medarbetare/<uuid:user_id>/logga-ut/", roles_of_one.end_sessions, name="end_sessions"),
    path("medarbetare/<uuid:user_id>/oppna/", roles_of_one.reopen, name="reopen"),
    path("medarbetare/<uuid:user_id>/koppla-loss/", roles_of_one.unbind, name="unbind"),
]
ROLES = [
    path("roller/", roles.roles, name="roles"),
    path("roller/analys/", roles.risks, name="risks"),
    path("roller/<slug:code>/", roles.role, name="role"),
    path(
        "roller/<slug:code>/<uuid:association_id>/inloggning/", roles.role_level, name="role_level"
    ),
]
MATTERS = [
    path("arenden/", matters.matters, name="matters"),
    path("arenden/<uuid:matter_id>/", matters.matter, name="matter"),
]
PROCESSING = [
    path("forbund/<uuid:association_id>/register/", processing.processing, name="processing"),
    path(
        "forbund/<uuid:association_id>/register.pdf",
        processing.processing_file,
        name="processing_file",
    ),
]
RETENTION = [
    path("gallring/", retention.retention, name="retention"),
    path("gallring/<uuid:plan_id>/", retention.erasure_plan, name="erasure_plan"),
    path(
        "forbund/<uuid:association_id>/gallra/",
        retention.prepare_retention,
        name="prepare_retention",
    ),
    path(
        "forbund/<uuid:association_id>/gallring/<slug:record>/",
        retention.retention_rule,
        name="retention_rule",
    ),
    path(
        "forbund/<uuid:association_id>/gallring/<slug:record>/upphor/",
        retention.withdraw_retention,
        name="withdraw_retention",
    ),
]

urlpatterns = [
    path("", overview.overview, name="administration"),
    *AGENCIES,
    *COLLEAGUES,
    *ROLES,
    *MATTERS,
    *PROCESSING,
    *RETENTION,
    *PRESERVATION,
    *CONSENT_TEXTS,
    *ACCESS_LOG,
]
