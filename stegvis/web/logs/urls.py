"""Checks of the log stand under /loggkontroll/; what is about one person, with the person."""

from django.urls import path

from stegvis.web.logs import alarms, asked, extracts, reviews

urlpatterns = [
    path("loggkontroll/", reviews.log_reviews, name="log_reviews"),
    path("loggkontroll/ny/", reviews.new_log_review, name="new_log_review"),
    path("loggkontroll/utdrag/", extracts.asked_extract, name="asked_extract"),
    path("loggkontroll/<uuid:review_id>/", reviews.log_review, name="log_review"),
    path(
        "loggkontroll/<uuid:review_id>/skriv-under/",
        reviews.sign_log_review,
        name="sign_log_review",
    ),
    path(
        "loggkontroll/<uuid:review_id>/protokoll.pdf",
        reviews.log_protocol_file,
        name="log_protocol_file",
    ),
    path("loggkontroll/larm/<uuid:alarm_id>/", alarms.log_alarm, name="log_alarm"),
    path("personer/<uuid:person_id>/vem-har-last/", asked.person_log, name="person_log"),
]
