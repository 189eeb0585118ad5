"""Weights by swing, a tap at a time. What was tapped travels in the form and is kept only at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onward.packs.load import GENERAL, load_shipped_pack
from onward.values.swing import (
    FEWEST,
    FIRST,
    MOST_TAPS,
    NEXT,
    PAIR,
    REST,
    Swing,
    SwingStep,
    answer_swing,
    ask_next,
    call_rest_alike,
    describe_contradiction,
    weigh_swing,
)
from onward_app import clock
from onward_app.packs_folder import find_pack
from onward_app.records.models import Owner
from onward_app.records.reading.values import has_pending_offer, list_values, list_weighings
from onward_app.records.writing.values import keep_weights
from onward_app.web.asked import number
from onward_app.web.replies import redirect_done, request_owner

FROM_THE_FIELD = 4
NEEDS = 2  # of the six, pay and hours and who stands behind one; what a field itself asks for is a need, too
LIVE = (
    "An offer is waiting. What is weighed now leans toward it, or away, without anybody noticing. Before it came would "
    "have been better; after it is decided is, too. If you weigh now, the day and this stand beside it."
)


@dataclass(frozen=True, slots=True)
class OfferedValue:
    """Something that a job may give; a need comes before culture."""

    text: str
    need: bool


def list_options(owner: Owner) -> list[OfferedValue]:
    """The six work values, and up to four of the field’s own: needs first."""
    general = [card.text for card in load_shipped_pack(GENERAL).values]
    needs = [*general[:NEEDS], *_choose_of_the_field(owner, general)]
    return [
        *(OfferedValue(text, need=True) for text in needs),
        *(OfferedValue(text, need=False) for text in general[NEEDS:]),
    ]


def _choose_of_the_field(owner: Owner, general: Sequence[str]) -> list[str]:
    """Of the field's own, those that the person has set come first; the rest in the pack's order."""
    pack = find_pack(owner.field) if owner.field not in ("", GENERAL) else None
    texts = [card.text for card in (pack.values if pack else ()) if card.text not in general]
    chosen = set(list_values(owner, clock.today(), line=False).values_list("text", flat=True)) if texts else set()
    return sorted(texts, key=lambda text: text not in chosen)[:FROM_THE_FIELD]


def weights(request: HttpRequest) -> HttpResponse:
    """Which would you change first, and next; then two pairs once more; then what comes of it."""
    owner = request_owner(request)
    options = list_options(owner)
    said = _read_said(request)
    swing = _play_taps(len(options), said)
    points = weigh_swing(swing)
    if request.POST.get("do") == "keep" and ask_next(swing).step is SwingStep.DONE:
        weighed = [(option.text, worth) for option, worth in zip(options, points, strict=True)]
        return redirect_done(reverse("values:front"), keep_weights(owner, weighed))
    return render(
        request, "values/weights.html", _make_context(owner, options, swing, points) | {"said": " ".join(said)}
    )


def _read_said(request: HttpRequest) -> list[str]:
    """The taps so far; one back takes the last away."""
    said = request.POST.get("said", "").split()[:MOST_TAPS]
    if request.POST.get("do") == "back":
        return said[:-1]
    return [*said, *request.POST.get("choose", "").split()[:1]]


def _play_taps(options: int, said: list[str]) -> Swing:
    """What the taps come to."""
    swing = Swing(options)
    for step in said:
        swing = _take_answer(swing, step)
    return swing


def _take_answer(swing: Swing, step: str) -> Swing:
    try:
        chosen = number(step)
        return call_rest_alike(swing) if step == "rest" else swing if chosen is None else answer_swing(swing, chosen)
    except ValueError:  # of another page, or a double tap: it says nothing
        return swing


def _make_context(owner: Owner, options: list[OfferedValue], swing: Swing, points: tuple[int, ...]) -> dict[str, Any]:
    asked = ask_next(swing)
    names = [one.text for one in options]
    asks = {
        SwingStep.PICK: NEXT if swing.order else FIRST,
        SwingStep.PAIR: PAIR,
        SwingStep.CONTRADICTION: describe_contradiction(swing, names),
    }
    offered = [(place, options[place]) for place in asked.options]
    done = asked.step is SwingStep.DONE
    ranked = sorted(zip(names, points, strict=True), key=lambda one: -one[1])
    return {
        "question": asks.get(asked.step, ""),
        "needs": [one for one in offered if one[1].need],
        "culture": [one for one in offered if not one[1].need],
        "pick": asked.step is SwingStep.PICK,
        "rest": REST if asked.step is SwingStep.PICK and len(swing.order) >= FEWEST else "",
        "order": [names[place] for place in swing.order],
        "ranked": ranked if done else [],
        "live": LIVE if has_pending_offer(owner) else "",
        "versions": list_weighings(owner),
    }
