"""Whatever a form can't take is answered beside the field, in our words and not in the framework's."""

from __future__ import annotations

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver
from tests.people import door

from onward_app import clock
from onward_app.records.models import Owner
from onward_app.records.writing.jobs import add_job

FRAMEWORKS = (
    "this field",
    "ensure",
    "enter a",
    "select a valid",
    "no file was submitted",
    "submitted file",
    "null char",
)
SENT_EMPTY = (
    "/jobs/add/", "/start/interview/", "/start/quiet/", "/start/offer/", "/notice/paste/", "/notice/bring/",
    "/jobs/import/", "/debrief/interview/add/", "/debrief/interview/calendar/", "/kinks/add/", "/kinks/kinds/add/",
    "/practice/cards/add/", "/recover/kind-words/", "/recover/people/add/", "/values/line/", "/values/value/",
)  # fmt: skip


WRONG = [
    {},
    {"words": "far too long", "number": "12", "day": "31 June", "at": "noon", "one": "z", "some": ["z"], "typed": "9", "mail": "nobody"},
    {"words": "\0", "number": "0", "day": "2026-02-30", "at": "25:00"},
    {"number": "many"},
]  # fmt: skip


def everything(given: dict[str, object]) -> forms.Form:
    """One field of each sort that is used, filled in; fields take their sentences when they are made."""
    get_resolver().url_patterns  # noqa: B018 - the sentences come with the addresses

    class Everything(forms.Form):
        words = forms.CharField(max_length=3)
        number = forms.IntegerField(min_value=1, max_value=9)
        day = forms.DateField()
        at = forms.TimeField()
        one = forms.ChoiceField(choices=[("a", "A")])
        some = forms.MultipleChoiceField(choices=[("a", "A")])
        typed = forms.TypedChoiceField(choices=[("1", "A")], coerce=int)
        mail = forms.EmailField()
        file = forms.FileField()

    return Everything(given, {"file": SimpleUploadedFile("a.txt", b"")})


def _complaints(form: forms.Form) -> list[str]:
    return [sentence for sentences in form.errors.values() for sentence in sentences]


@pytest.mark.parametrize("given", WRONG, ids=["empty", "too much", "too little", "no number"])
def test_every_sort_of_field_speaks_plainly(given: dict[str, object]) -> None:
    told = _complaints(everything(given))
    assert told
    assert [one for one in told if any(words in one.casefold() for words in FRAMEWORKS)] == []


def test_the_limits_are_said_in_figures() -> None:
    told = " ".join(_complaints(everything({"words": "four", "number": "12"})))
    assert "At most 3 characters fit here, and it has 4." in told
    assert "It can’t be more than 9." in told


@pytest.mark.parametrize("page", SENT_EMPTY)
def test_a_form_sent_empty_says_beside_the_field_what_to_do(alice: Owner, page: str) -> None:
    text = door(alice).post(page, {"sent": "as it was"}).content.decode()
    assert 'class="error"' in text
    assert "This field is required" not in text


def test_a_box_to_tick_points_to_its_own_hint(alice: Owner) -> None:
    door(alice).post(
        "/values/line/", {"line-text": "weekly supervision, in writing"}
    )  # with a line, the box is offered
    row, _ = add_job(alice, employer="Harbor Light", role="", on=clock.today(), kind="written offer")
    text = door(alice).get(f"/jobs/{row.pk}/").content.decode()
    assert 'aria-describedby="id_recorded_helptext"' in text
    assert 'id="id_recorded_helptext"' in text
