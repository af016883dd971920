"""A page as a person without JavaScript has it: its forms, filled in as they were sent."""

from html.parser import HTMLParser

NOT_SENT = {"file", "image", "reset", "button"}


class FormsOfPage(HTMLParser):
    """`forms` are the fields of each form, as a browser would send them; `text` is what is read."""

    def __init__(self):
        super().__init__()
        self.forms, self.text = [], []
        self.select = self.area = None

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "form":
            self.forms.append({})
        elif self.forms and tag == "input" and said.get("name"):
            self._input(said)
        elif self.forms and tag == "textarea":
            self.area = said["name"]
            self.forms[-1][self.area] = ""
        elif tag == "select":
            self.select = said["name"]
        elif tag == "option" and self.select:
            self._option(said)

    def _input(self, said):
        kind, value = said.get("type", "text"), said.get("value", "")
        if kind in NOT_SENT:
            return
        if kind in {"checkbox", "radio"}:
            if "checked" in said:
                self.forms[-1].setdefault(said["name"], []).append(value or "on")
        else:
            self.forms[-1][said["name"]] = value

    def _option(self, said):
        if "selected" in said or self.select not in self.forms[-1]:
            self.forms[-1][self.select] = said.get("value", "")

    def handle_endtag(self, tag):
        if tag == "textarea":
            # the first line break after the tag is not part of the value
            self.forms[-1][self.area] = self.forms[-1][self.area].removeprefix("\n")
            self.area = None
        elif tag == "select":
            self.select = None

    def handle_data(self, data):
        if self.area:
            self.forms[-1][self.area] += data
        elif data.strip():
            self.text.append(data.strip())


def read_page(response):
    page = FormsOfPage()
    page.feed(response.content.decode())
    return page


def form_with(response, field):
    """The form of the page that has a field by that name."""
    return next(form for form in read_page(response).forms if field in form)


def words_of(response):
    return " ".join(read_page(response).text)
