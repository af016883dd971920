from django.urls import path

from stegvis.web.handovers import views

urlpatterns = [
    path("", views.handovers, name="handovers"),
    path("fragor/<uuid:question_id>/", views.give_question, name="give_question"),
    path("<uuid:membership_id>/", views.handover, name="handover"),
    path("<uuid:membership_id>/namn/", views.handover_names, name="handover_names"),
]
