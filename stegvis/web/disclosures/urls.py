from django.urls import path

from stegvis.web.consents import exceptions
from stegvis.web.disclosures import extracts, masking, papers, receiving, telling

RECEIVED = "mottaget/<uuid:disclosure_id>/"
TOLD = "personer/<uuid:person_id>/utlamnat/"

urlpatterns = [
    path(TOLD, telling.disclose, name="disclose"),
    path(f"{TOLD}<uuid:disclosure_id>/", telling.disclosure, name="disclosure"),
    path(
        f"{TOLD}<uuid:disclosure_id>/kvitto/", telling.disclosure_receipt, name="disclosure_receipt"
    ),
    path(f"{TOLD}<uuid:disclosure_id>/kvitto.pdf", papers.receipt_file, name="receipt_file"),
    path(f"{TOLD}<uuid:disclosure_id>/kopia.pdf", papers.copy_file, name="copy_file"),
    path(f"{TOLD}<uuid:disclosure_id>/fil/<int:number>/", papers.told_file, name="told_file"),
    path("personer/<uuid:person_id>/loggutdrag.pdf", extracts.log_extract, name="log_extract"),
    path(
        "personer/<uuid:person_id>/loggutdrag-med-namn.pdf",
        extracts.log_extract_named,
        name="log_extract_named",
    ),
    path("onskemal/", exceptions.wishes, name="wishes"),
    path("personer/<uuid:person_id>/maskad-kopia/", masking.masked_copy, name="masked_copy"),
    path(
        f"{TOLD}<uuid:disclosure_id>/maskad-kopia.pdf",
        masking.masked_copy_file,
        name="masked_copy_file",
    ),
    path("mottaget/", receiving.received_list, name="received"),
    path(RECEIVED, receiving.received_copy, name="received_copy"),
    path(f"{RECEIVED}fil/<int:number>/", papers.received_file, name="received_file"),
    path(f"{RECEIVED}kvitto.pdf", papers.received_receipt, name="received_receipt"),
    path(f"{RECEIVED}kopia.pdf", papers.received_copy_file, name="received_copy_file"),
    path(f"{RECEIVED}kvittera/", receiving.mark_received, name="mark_received"),
]
