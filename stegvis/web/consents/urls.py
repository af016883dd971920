from django.urls import path

from stegvis.web.consents import exceptions, own_pages, signing

urlpatterns = [
    path("samtycke/", signing.take_consent, name="take_consent"),
    path("samtycke/ta-tillbaka/", signing.withdraw_consents, name="withdraw_consents"),
    path("undantag/", exceptions.new_exception, name="new_exception"),
    path("undantag/<uuid:exception_id>/avsluta/", exceptions.exception_end, name="exception_end"),
    path("onskemal/<uuid:wish_id>/", exceptions.answer_wish, name="answer_wish"),
    path("egen-sida/", own_pages.own_page, name="own_page"),
    path("egen-sida/nytt-brev/", own_pages.own_page_letter, name="own_page_letter"),
]
