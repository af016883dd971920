"""Components: each is shown in the gallery, and says what it has to say."""

from pathlib import Path

import pytest
from django.template import Context, Template
from django.template.loader import get_template

from stegvis.web.gallery.samples import refused_form
from stegvis.web.templatetags.registry import register

TEMPLATES = Path(__file__).parents[2] / "stegvis" / "web" / "templates"
OF_THE_FRAME = {"component_styles"}


def drawn(source, **values):
    return " ".join(Template(source).render(Context(values)).split())


def tags_in(nodes):
    """The names of our components among these nodes and those within them."""
    for node in nodes:
        function = getattr(node, "func", None)
        if function is not None:
            yield function.__name__
        yield from tags_in(getattr(node, "nodelist", ()))


def test_every_component_is_in_the_gallery():
    pages = [f"gallery/{page.name}" for page in (TEMPLATES / "gallery").glob("*.html")]
    shown = {
        name
        for page in [*pages, "components/form.html"]
        for name in tags_in(get_template(page).template.nodelist)
    }

    assert set(register.tags) - OF_THE_FRAME - shown == set()


def test_gallery_opens_without_signing_in(client, db):
    assert client.get("/galleri/").status_code == 200


def test_no_page_or_component_has_styles_of_its_own(client, db):
    content = client.get("/galleri/").content.decode()

    assert [word for word in (" style=", "<style", " onclick=") if word in content] == []


def test_refused_button_says_why_and_sends_nothing():
    content = drawn('{% button text="Lås" name="lock" value="1" refusal="Två rubriker saknas." %}')

    reason = content.partition('aria-describedby="')[2].partition('"')[0]
    assert content == (
        '<span class="refused"><button class="ds-button" type="button" disabled '
        f'aria-describedby="{reason}" data-variant="primary">Lås</button>'
        f'<span class="refusal" id="{reason}">Två rubriker saknas.</span></span>'
    )


def test_refused_link_leads_nowhere():
    assert "href" not in drawn('{% link_button text="Ny" href="/ny/" refusal="Inte du." %}')


@pytest.mark.parametrize(
    "source",
    [
        "{% button text=words %}",
        "{% notice title=words %}{{ words }}{% endnotice %}",
        "{% card title=words %}{{ words }}{% endcard %}",
        "{% table caption=words %}<tr><td>{{ words }}</td></tr>{% endtable %}",
        "{% page_head title=words %}{{ words }}{% endpage_head %}",
        "{% more title=words %}{{ words }}{% endmore %}",
        '{% chart drawn="<svg></svg>" title=words text=words %}',
        "{% progress words=words done=1 total=2 %}",
    ],
)
def test_words_are_escaped_once(source):
    content = drawn(source, words="<b>A & B</b>")

    assert "<b>" not in content
    assert content.count("&lt;b&gt;A &amp; B&lt;/b&gt;") >= 1
    assert "&amp;lt;" not in content


def test_progress_asks_again_until_it_has_ended():
    under_way = drawn('{% progress words="Läser" done=1 total=4 href="/jobb/1/" %}')
    ended = drawn('{% progress words="Klart" href="/jobb/1/" ended=True %}')

    assert 'hx-get="/jobb/1/"' in under_way
    assert "25 %" in under_way
    assert "hx-get" not in ended


def test_form_says_what_is_wrong_on_top_and_beside_each_field():
    content = drawn("{{ form }}", form=refused_form())

    assert '<a href="#id_starts_on">Första dag:' in content
    assert 'aria-describedby="id_starts_on_helptext id_starts_on_error"' in content
    assert '<div id="id_starts_on_error">' in content
    assert content.index("error-summary-title") < content.index("id_name")


def test_form_keeps_what_was_typed():
    content = drawn("{{ form }}", form=refused_form())

    assert 'value="Ung Framtid"' in content
    assert 'value="31 mars"' in content


def test_days_are_written_as_text():
    content = drawn("{{ field.as_field_group }}", field=refused_form()["starts_on"])

    assert '<input type="text" name="starts_on"' in content
    assert '>Första dag <span class="optional">åååå-mm-dd</span></label>' in content


def test_fields_that_may_be_left_out_say_so():
    content = drawn("{{ form }}", form=refused_form())

    assert content.count("(valfritt)") == 2
