"""Every box a person can write in, found by walking the pages: both looks go over it, and nothing is kept before.

A box that no page here shows, a form that isn't a `LookedAtForm`, and a page that keeps what it was sent all fail.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from benchmarks.addresses import address_with_rows as at
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node
from tests.filled import SOUND, fill, on_the_morning
from tests.people import door
from tests.sealed import sealed
from tests.web.test_every_address import EVERY, differing, tables

from onward.debrief.screens import KEYS
from onward.wording.crisis import FIXED_TEXTS, QUIET_LINE, Concern
from onward.wording.help_lines import find_help_country
from onward_app import clock, rooms
from onward_app.records.models import Card, Interview, Kink, Letter, Owner, Recording
from onward_app.records.writing.debrief import save_screen_answer
from onward_app.web import boxes
from onward_app.web.boxes import OTHERS, SHORT, UNREAD, LookedAtForm
from onward_app.web.sitting import sitting_name

SELF = FIXED_TEXTS[Concern.SELF]
OPENING = SELF.opening

HEAVY = "They said no. I want to kill myself."
DETAIL = "My client Maria Lopez, 34, from Fairfield cried."
BOXES = "textarea, input[type=text], input[type=search], input[type=email], input[type=url], input:not([type])"
SITTING = {"sitting"}  # how long a replay is open: no words
PAGES = [
    "/values/gate/{job}/?action=sign", "/ask/new/{job}/?sort=thanks", "/kinks/{strength}/edit/", "/debrief/{heard}/change/",
    "/debrief/{heard}/know/", "/debrief/{heard}/plan/", "/jobs/?search=1", "/jobs/?edit={job}", "/practice/card/{card}/?change=1", "/notice/letter/{letter}/",
    "/recover/people/{companion}/",
    *(f"/debrief/{{debrief}}/{key}/" for key in sorted(KEYS)), *(f"/debrief/{{sent}}/{key}/" for key in sorted(KEYS)),
]  # fmt: skip


@dataclass(frozen=True)
class Box:
    """One box of one form on a page, with what the rest of the form would send and one button to send it by."""

    page: str
    action: str
    method: str
    name: str
    others: dict[str, str]

    def send(self, client: Client, words: str, **more: str) -> HttpResponse:
        """The form with these words in the box."""
        given = self.others | {self.name: words} | more
        if self.method == "get":
            return client.get(f"{self.action.split('?')[0]}?{urlencode(given)}")  # type: ignore[return-value]
        return client.post(self.action, given)  # type: ignore[return-value]

    def __str__(self) -> str:
        return f"{self.page}: {self.name} ({self.others})"


@pytest.fixture
def named(alice: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path))
    with on_the_morning():
        named = fill(alice)
        Letter.objects.filter(pk=named["letter"].pk).update(waiting="It could be a test of a walk.")
        named["strength"] = Kink.objects.of(alice).filter(strength=True).first()
        named["heard"] = _replayed_to_the_end(alice, named)
        named["sent"] = _replayed_application(alice, named)
        _one_card_of_each_way(alice)
        yield named


def _replayed_to_the_end(owner: Owner, named: dict[str, Any]) -> Any:
    """A replay in which something would be changed, so that the screens about it are there too."""
    from onward_app.records.writing.debrief import start_debrief

    other = Interview.objects.create(owner=owner, opportunity=named["job"], on=clock.today().replace(day=10))
    row = start_debrief(owner, named["job"], other, script="good")
    for key, told in {
        "asked": {"text": "Why us?"}, "said": {"text": "I said why."}, "worked": {"text": "I listened", "chip": ""},
        "change": {"change_1": "I rushed", "kind_1": "length", "none": ""}, "know": {"chip_1": "just a feeling", "who_1": ""},
    }.items():  # fmt: skip
        save_screen_answer(row, key, told)
    return row


def _replayed_application(owner: Owner, named: dict[str, Any]) -> Any:
    from onward_app.records.writing.debrief import start_debrief
    from onward_app.records.writing.jobs import add_event, add_job

    job, _ = add_job(owner, employer="Stone Bridge", role="Counselor", on=clock.today().replace(day=1))
    add_event(owner, job, kind="closed", on=clock.today().replace(day=12))
    return start_debrief(owner, job, None, script="application")


def _one_card_of_each_way(owner: Owner) -> None:
    from onward.practice.ways import KINDS

    for way in KINDS:
        Card.objects.create(owner=owner, question=f"By {way.name}?", points=["one", "two", "three"], practice=way.key,
                            made_at=clock.now(), due_at=clock.now())  # fmt: skip


def _places(named: dict[str, Any]) -> Iterator[str]:
    """Every address there is, some that an address has more than one page for, and a card of each way."""
    yield from (at(name, path, named) for name, path in EVERY)
    ids = {name: getattr(row, "pk", row) for name, row in named.items()}
    yield from (place.format(**ids) for place in PAGES)
    yield from (f"/practice/card/{pk}/" for pk in Card.objects.values_list("pk", flat=True))


def _boxes(client: Client, named: dict[str, Any]) -> list[Box]:
    """Every box on every page, once for each form it stands in and each button of that form."""
    found: dict[tuple[str, ...], Box] = {}
    for place in _places(named):
        answer = client.get(place)
        if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
            continue
        for form in HTMLParser(answer.content.decode()).css("main form"):
            for box in _of_form(place, form):
                pressed = {button: box.others[button] for button in ("do", "take") if button in box.others}
                found.setdefault((box.action, box.name, *pressed.values()), box)
    return list(found.values())


def _of_form(place: str, form: Node) -> Iterator[Box]:
    action = form.attributes.get("action") or place
    method = (form.attributes.get("method") or "get").lower()
    names = [_name(box) for box in form.css(BOXES) if _can_be_written_in(box)]
    buttons = [{}, *({_name(b): str(b.attributes.get("value") or "")} for b in form.css("button[name]"))]
    for name in names:
        for pressed in buttons[1:] or buttons:
            yield Box(place, action, method, name, _filled_in(form) | pressed)


def _can_be_written_in(box: Node) -> bool:
    return not {"hidden", "readonly", "disabled"} & box.attributes.keys()


def _name(node: Node) -> str:
    name = node.attributes.get("name")
    assert name, f"a box that is sent nowhere: {node.html}"
    return name


def _filled_in(form: Node) -> dict[str, str]:
    """What the form sends when it is filled in as far as it has to be."""
    sent: dict[str, str] = {}
    for node in form.css("input, textarea, select"):
        sort = node.attributes.get("type") or node.tag
        value = _selected(node) if node.tag == "select" else node.attributes.get("value") or ""
        if node.tag == "textarea":
            value = node.text()
        if sort in ("radio", "checkbox"):
            if "checked" in node.attributes or _name(node) not in sent:
                sent[_name(node)] = value
        elif sort != "file":
            sent[_name(node)] = value or _made_up(node, sort)
    return {name: value for name, value in sent.items() if name != "csrfmiddlewaretoken"}


def _selected(node: Node) -> str:
    options = node.css("option")
    chosen = [o for o in options if "selected" in o.attributes] or [o for o in options if o.attributes.get("value")]
    return str((chosen or options)[0].attributes.get("value") or "")


def _made_up(node: Node, sort: str) -> str:
    made_up = {"date": clock.today().isoformat(), "number": "1", "textarea": "A few words.", "text": "A few words."}
    return made_up.get(sort, "")


@dataclass
class Seen:
    """The forms that were asked whether they can be kept, since the last answer."""

    forms: list[LookedAtForm]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    told = Seen([])
    asked = LookedAtForm.is_valid

    def is_valid(form: LookedAtForm) -> bool:
        told.forms.append(form)
        return asked(form)

    monkeypatch.setattr(LookedAtForm, "is_valid", is_valid)
    return told


def _field(form: LookedAtForm, name: str) -> str | None:
    """The field behind a box's name."""
    prefix = f"{form.prefix}-" if form.prefix else ""
    bare = name.removeprefix(prefix)
    return bare if bare in form.fields and name.startswith(prefix) else None


def _every_form() -> set[type[forms.BaseForm]]:
    """Every form class that a module of the rooms makes."""
    found: set[type[forms.BaseForm]] = set()
    for module in pkgutil.walk_packages(rooms.__path__, f"{rooms.__name__}."):
        for _, one in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if issubclass(one, forms.BaseForm) and one.__module__.startswith("onward_app.rooms."):
                found.add(one)
    return found


FORMS = sorted(_every_form(), key=lambda one: one.__name__)
PLAIN = [one for one in FORMS if not issubclass(one, LookedAtForm)]


def _helps(answer: HttpResponse) -> list[str]:
    """What is wrong with the answer to words of self-harm; nothing when it is whole, first and alone."""
    text = answer.content.decode()
    page = HTMLParser(text)
    first = page.css_first("main .somebody")
    if answer.status_code != 200 or first is None:
        return [f"no help, but {answer.status_code}"]
    said = " ".join(first.text().split())
    wanted = [OPENING, SELF.checked, *(f"{way.what} {way.who}" for way in find_help_country("US").list_ways())]
    found = [f"without “{one}”" for one in wanted if one not in said]
    found += [] if text.index("data-somebody") < text.index("<h1") else ["not first"]
    filled = [node.text().strip() for node in page.css("main .first")]
    return found + ([] if filled == ["Call or text 988"] else [f"filled: {filled}"])


def _keeps_words(answer: HttpResponse, words: str) -> bool:
    """Whether what was typed is still in a box."""
    page = HTMLParser(answer.content.decode())
    typed = [box.attributes.get("value") or "" for box in page.css("main input")] + [
        b.text() for b in page.css("main textarea")
    ]
    return any(words in one for one in typed)


# -- what is where --


def test_every_form_of_every_room_is_looked_at() -> None:
    assert PLAIN == []
    assert len(FORMS) > 40


def test_the_table_of_short_fields_names_fields_that_are_there() -> None:
    fields = {f"{form.__name__}.{name}" for form in FORMS for name in form.base_fields} | {"ScreenForm.who"}
    bare = {field.split(".")[1] for field in fields}
    assert [key for key in (*SHORT, *OTHERS, *UNREAD) if key not in fields and key not in bare] == ["AnswerForm.sound"]
    assert [key for key in SHORT if key in OTHERS] == []


def test_a_new_box_is_prose_until_the_table_says_otherwise() -> None:
    class NewForm(LookedAtForm):
        story = forms.CharField()

    assert NewForm().is_prose("story")
    assert not NewForm({"story": DETAIL}).is_valid()


# -- the walk --


def test_words_of_self_harm_in_any_box_of_any_page_bring_somebody_to_call_and_nothing_is_saved(
    named: dict[str, Any], alice: Owner, seen: Seen
) -> None:
    client, wrong = door(alice), []
    visited: dict[type[LookedAtForm], set[str]] = {}
    shown: dict[type[LookedAtForm], set[str]] = {}
    every = _boxes(client, named)
    before = tables()
    for box in every:
        seen.forms.clear()
        answer = box.send(client, HEAVY)
        after = tables()
        wrong += [f"{box}: {trouble}" for trouble in _helps(answer)]
        wrong += [] if _keeps_words(answer, HEAVY) else [f"{box}: what was typed is gone"]
        wrong += [f"{box}: saved {name}" for name in differing(before, after) - SITTING]
        before = after
        for form in seen.forms:
            visited.setdefault(type(form), set()).update(boxes.stem(name) for name in [_field(form, box.name)] if name)
            shown.setdefault(type(form), set()).update(_stems(form.fields))
    assert wrong == []
    missed = {form: shown[form] - names for form, names in visited.items() if shown[form] - names}
    assert missed == {}, "boxes of these forms are on no page of this walk"
    alone = [form for form in FORMS if form not in visited and not form.__subclasses__()]
    assert [form for form in alone if _stems(form.base_fields)] == [], "no page of this walk has these forms"
    assert len(every) > 80


def _stems(fields: dict[str, forms.Field]) -> set[str]:
    """The fields that are boxes to write in: a password is no words."""
    written = (name for name, field in fields.items() if isinstance(field, forms.CharField))
    unwritten = (forms.HiddenInput, forms.PasswordInput)
    return {boxes.stem(name) for name in written if not isinstance(fields[name].widget, unwritten)}


def test_a_client_detail_in_any_box_for_prose_is_shown_and_nothing_is_saved_before_it_is_meant(
    named: dict[str, Any], alice: Owner, seen: Seen
) -> None:
    client, wrong, prose = door(alice), [], 0
    every = _boxes(client, named)
    before = tables()
    for box in every:
        seen.forms.clear()
        box.send(client, HEAVY)  # keeps nothing, and tells which form it is
        form, name = next((form, name) for form in seen.forms if (name := _field(form, box.name)))
        if not form.is_prose(name) or not form.wants_details():
            continue
        prose += 1
        answer = box.send(client, DETAIL)
        text = answer.content.decode() if answer.status_code == 200 else ""
        after = tables()
        wrong += [] if "Maria Lopez" in text.partition('role="alert"')[2][:1500] else [f"{box}: {answer.status_code}"]
        wrong += [f"{box}: saved {name}" for name in differing(before, after) - SITTING]
        wrong += [] if _keeps_words(answer, DETAIL) else [f"{box}: what was typed is gone"]
        before = after
    assert wrong == []
    assert prose > 35


def test_the_very_words_can_be_kept_and_others_are_looked_at_again(named: dict[str, Any], alice: Owner) -> None:
    client, wrong = door(alice), []
    for box in [
        b
        for b in _boxes(client, named)
        if b.method == "post" and b.page.startswith(("/jobs/", "/values/", "/recover/"))
    ]:
        client.cookies.pop(sitting_name(), None)  # another sitting: in this one it may have been put away
        answer = box.send(client, f"{HEAVY} {DETAIL}"[:200])
        if answer.status_code != 200:
            wrong.append(f"{box}: {answer.status_code}")
            continue
        seal = sealed(answer)
        other = box.send(client, f"Once more: {HEAVY}"[:200], **seal)
        wrong += [f"{box}: other words: {trouble}" for trouble in _helps(other)]
        again = box.send(client, f"{HEAVY} {DETAIL}"[:200], **seal)
        page = "" if again.status_code == 302 else again.content.decode()
        wrong += [f"{box}: asked again"] if OPENING in page else []
    assert wrong == []


# -- files of text --

ROWS = "employer,role,status,date\n{},Counselor,applied,2026-10-01\n"
PACK = (
    'key = "mine"\nname = "Mine"\n\n[[family]]\nkey = "a"\nname = "A"\n\n[[family.question]]\nask = "{}"\n'
    'points = ["One.", "Two.", "Three."]\n'
)
TALK = "Dana: How was your week?\nRobin: {}\n"
FILES = {
    "SheetForm.file": ("/jobs/import/", "rows.csv", ROWS),
    "PackFileForm.file": ("/practice/packs/add/", "mine.toml", PACK),
    "TranscriptForm.file": ("/debrief/interview/{interview}/transcript/add/", "talk.txt", TALK),
}


def test_every_file_is_read_by_both_looks_or_the_table_says_why_not() -> None:
    found = [
        f"{form.__name__}.{name}"
        for form in FORMS
        for name, field in form.base_fields.items()
        if isinstance(field, forms.FileField)
    ]
    assert sorted({*found, "AnswerForm.sound"}) == sorted({*FILES, *UNREAD})


@pytest.mark.parametrize("which", FILES)
@pytest.mark.parametrize("words", [HEAVY, DETAIL])
def test_the_words_of_a_file_are_looked_at_and_can_be_kept(
    named: dict[str, Any], alice: Owner, which: str, words: str
) -> None:
    place, name, text = FILES[which]
    where, client, before = place.format(interview=named["interview"].pk), door(alice), tables()
    answer = client.post(where, {"file": SimpleUploadedFile(name, text.format(words).encode())})
    said = answer.content.decode()
    assert (OPENING in said) == (words == HEAVY)
    assert "Maria Lopez" in said.partition('role="alert"')[2] or words == HEAVY
    assert differing(before, tables()) == set()
    kept = client.post(where, _filled_in(HTMLParser(said).css("main form")[-1]))
    assert kept.status_code == 302 or "Before anything is added" in kept.content.decode()


# -- in doubt, and put away --

DOUBTED = "I keep looking at the bridge on my way home, and I don’t know why I go on."


@pytest.fixture
def doubted(monkeypatch: pytest.MonkeyPatch) -> str:
    """Words that are in doubt, whatever the model of the day says of them."""
    find = boxes.find_concern
    monkeypatch.setattr(boxes, "find_concern", lambda text: Concern.DOUBT if text == DOUBTED else find(text))
    return DOUBTED


def test_in_doubt_the_words_are_kept_and_the_next_page_has_one_quiet_line(
    named: dict[str, Any], alice: Owner, doubted: str
) -> None:
    client = door(alice)
    kept = client.post("/recover/kind-words/", {"text": doubted}, follow=True).content.decode()
    assert QUIET_LINE in kept
    assert OPENING not in kept
    assert QUIET_LINE not in client.get("/recover/kind-words/").content.decode()


def test_a_line_that_was_put_away_stays_away_for_this_sitting(
    named: dict[str, Any], alice: Owner, doubted: str
) -> None:
    client = door(alice)
    client.post("/recover/kind-words/", {"text": doubted})
    assert QUIET_LINE not in client.get("/recover/kind-words/?away=1").content.decode()
    assert QUIET_LINE not in client.post("/recover/kind-words/", {"text": doubted}, follow=True).content.decode()


def test_a_page_that_was_put_away_is_one_line_for_this_sitting_and_a_page_in_the_next(
    named: dict[str, Any], alice: Owner
) -> None:
    client = door(alice)
    first = client.post("/recover/kind-words/", {"text": HEAVY})
    client.post("/recover/kind-words/", {"text": HEAVY, **sealed(first)})
    again = client.post("/recover/kind-words/", {"text": f"Later: {HEAVY}"}, follow=True).content.decode()
    assert QUIET_LINE in again
    assert OPENING not in again
    assert OPENING in door(alice).post("/recover/kind-words/", {"text": f"Later: {HEAVY}"}).content.decode()


# -- and the rest --


def test_both_looks_are_shown_together(named: dict[str, Any], alice: Owner) -> None:
    page = door(alice).post("/recover/kind-words/", {"text": f"{HEAVY} {DETAIL}"}).content.decode()
    assert 0 < page.index(OPENING) < page.index("“Maria Lopez” could point to a client.") < page.index("<h1")


def test_help_comes_also_while_something_else_is_missing(named: dict[str, Any], alice: Owner) -> None:
    page = door(alice).post(f"/jobs/{named['job'].pk}/event/", {"kind": "", "on": "", "note": HEAVY})
    assert _helps(page) == []
    assert "Choose what happened." in page.content.decode()


def test_a_detail_that_is_an_employers_name_in_the_same_form_is_none(named: dict[str, Any], alice: Owner) -> None:
    told = {"employer": "Maria Lopez Center", "kind": "applied", "on": "2026-11-10", "notes": "Ask for Maria Lopez."}
    assert door(alice).post("/jobs/add/", told).status_code == 302


def test_names_are_asked_for_only_when_something_was_found(named: dict[str, Any], alice: Owner) -> None:
    client, job = door(alice), named["job"]
    told = {"kind": "note", "on": "2026-11-10"}
    with CaptureQueriesContext(connection) as plain:
        client.post(f"/jobs/{job.pk}/event/", told | {"note": "It went well."})
    assert not [query for query in plain if "records_transcript" in query["sql"]]


def test_an_answer_said_aloud_is_not_lost_while_its_words_wait(named: dict[str, Any], alice: Owner) -> None:
    card, kept = named["card"], Recording.objects.count()
    sound = SimpleUploadedFile("a.webm", SOUND)
    answer = door(alice).post(f"/practice/card/{card.pk}/", {"box0": DETAIL, "sound": sound})
    assert "could point to a client" in answer.content.decode()
    assert Recording.objects.count() == kept + 1


def test_beside_words_of_self_harm_what_was_said_aloud_is_not_kept_either(named: dict[str, Any], alice: Owner) -> None:
    client, before = door(alice), tables()
    for place in (f"/practice/card/{named['card'].pk}/", f"/practice/rounds/{named['round'].pk}/"):
        told = {"box0": HEAVY, "attempt": str(named["round"].attempts.filter(answered_at=None).first().pk)}
        answer = client.post(place, told | {"sound": SimpleUploadedFile("a.webm", SOUND)})
        assert _helps(answer) == []
    assert differing(before, tables()) == set()


def test_words_sent_back_after_the_one_look_are_still_due_the_other() -> None:
    class Keeping(LookedAtForm):
        text = forms.CharField()

    class Looking(Keeping):
        def wants_details(self) -> bool:
            return False

    words = f"{HEAVY} {DETAIL}"
    first = Looking({"text": words})
    assert first.looks.heavy
    again = Keeping({"text": words, "keep": first.seal})
    assert not again.looks.heavy
    assert again.looks.details


def test_what_isnt_named_of_a_long_text_is_counted() -> None:
    class Keeping(LookedAtForm):
        text = forms.CharField()

    names = ["Maria Lopez", "John Carter", "Anna Schmidt", "Peter Novak", "Lucia Rossi", "Omar Haddad", "Mei Tan"]
    looks = Keeping({"text": " ".join(f"My client {name} cried." for name in names)}).looks
    assert len(looks.details) + looks.more == len(names)
