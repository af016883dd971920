from django.urls import path

from stegvis.web.people import (
    changing,
    files,
    followed,
    journeys,
    leaving,
    merging,
    protection,
    questions,
    registering,
    seen_by,
    views,
)

urlpatterns = [
    path("", views.people, name="people"),
    path("sok/", views.search, name="search_people"),
    path("ny/", registering.register_person, name="register_person"),
    path("gallring/", leaving.leaving, name="leaving"),
    path("fragor/", questions.questions, name="people_questions"),
    path("fragor/<uuid:question_id>/", questions.answer_question, name="answer_question"),
    path("<uuid:person_id>/", views.person, name="person"),
    path("<uuid:person_id>/nummer/", views.number, name="person_number"),
    path("<uuid:person_id>/nummer/nytt/", changing.new_number, name="new_number"),
    path("<uuid:person_id>/andra/", changing.change, name="change_person"),
    path("<uuid:person_id>/kontakt/", changing.contact, name="person_contact"),
    path("<uuid:person_id>/foretradare/", changing.new_representative, name="new_representative"),
    path(
        "<uuid:person_id>/foretradare/<uuid:representative_id>/",
        changing.representative,
        name="representative",
    ),
    path("<uuid:person_id>/skydd/", protection.protection, name="person_protection"),
    path("<uuid:person_id>/skydd/lista/", protection.protection_list, name="protection_list"),
    path("<uuid:person_id>/dubblett/", merging.doubles, name="person_doubles"),
    path("<uuid:person_id>/dubblett/<uuid:merge_id>/", merging.decide_double, name="decide_double"),
    path(
        "<uuid:person_id>/vem-far-se/<uuid:involvement_id>/",
        seen_by.end_involvement,
        name="end_involvement",
    ),
    path("<uuid:person_id>/insatsen/", journeys.new_enrolment, name="new_enrolment"),
    path(
        "<uuid:person_id>/insatsen/<uuid:enrolment_id>/",
        journeys.change_enrolment,
        name="change_enrolment",
    ),
    path(
        "<uuid:person_id>/insatsen/<uuid:enrolment_id>/avslut/",
        journeys.exit_enrolment,
        name="exit_enrolment",
    ),
    path(
        "<uuid:person_id>/insatsen/<uuid:enrolment_id>/plan/",
        followed.adding(followed.PLANS),
        name="new_plan",
    ),
    path(
        "<uuid:person_id>/plan/<uuid:row_id>/",
        followed.changing(followed.PLANS),
        name="change_plan",
    ),
    path(
        "<uuid:person_id>/insatsen/<uuid:enrolment_id>/forsorjning/",
        followed.adding(followed.INCOMES),
        name="new_income",
    ),
    path(
        "<uuid:person_id>/forsorjning/<uuid:row_id>/",
        followed.changing(followed.INCOMES),
        name="change_income",
    ),
    path("<uuid:person_id>/filer/", files.new_file, name="new_file"),
    path("<uuid:person_id>/filer/<uuid:attachment_id>/", files.person_file, name="person_file"),
    path(
        "<uuid:person_id>/filer/<uuid:attachment_id>/ta-bort/",
        files.file_removal,
        name="file_removal",
    ),
]
