"""A kink as a row of small circles: seen, practiced, clean."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from django.utils.safestring import SafeString

from onward.kinks.story import Moment, MomentSort
from onward.wording.counts import join_words, spell_times
from onward.wording.days import capitalize_first, say_day
from onward_app.web.pictures.primitives import Picture, draw, draw_circle

STEP, HIGH, LINE = 26, 30, 12  # units: from circle to circle, of a row, circles in a row
MOST = 2 * LINE  # circles; what is older is in the story below
LOOKS = {
    MomentSort.SEEN: "dot",
    MomentSort.HAPPENED: "dot",
    MomentSort.CLEAN: "clear",
    MomentSort.PRACTICE: "quiet",
}
SAID = {"dot": "seen", "quiet": "practiced", "clear": "clean", "ahead": "the next interview"}


def picture_kink(line: Sequence[Moment], *, working: bool) -> Picture | None:
    """The picture of a line of time, oldest first; while it is worked on, the next interview is an open circle."""
    told = _list_looks(line)
    if not told:
        return None
    looks = [*(look for look, _ in told[-MOST + working :]), *["ahead"] * working]
    sentence = _say_seen([look for look, _ in told])
    return Picture(
        "Does it still come up?",
        draw(
            HIGH * -(-len(looks) // LINE), [_draw_one(place, look) for place, look in enumerate(looks)], label=sentence
        ),
        sentence,
        ("When", "What"),
        [(say_day(moment.on), capitalize_first(SAID[look])) for look, moment in told[-MOST + working :]],
        key=[(look, words) for look, words in SAID.items() if look in looks],
    )


def _draw_one(place: int, look: str) -> SafeString:
    """Practice is smaller than what happened in a real interview."""
    x, y = STEP // 2 + STEP * (place % LINE), HIGH // 2 + HIGH * (place // LINE)
    return draw_circle(x, y, 4 if look == "quiet" else 8, look)


def _list_looks(line: Sequence[Moment]) -> list[tuple[str, Moment]]:
    """One look for each moment that is drawn; practice that follows on practice is one, and so is one interview's
    sighting and chance.
    """
    drawn = [(LOOKS[moment.sort], moment) for moment in line if moment.sort in LOOKS]
    told: list[tuple[str, Moment]] = []
    for (_, look), some in groupby(drawn, key=lambda one: (one[1].on if one[0] == "dot" else None, one[0])):
        told += list(some)[: None if look == "clear" else 1]
    return told


def _say_seen(looks: Sequence[str]) -> str:
    """“Seen twice, practiced and clean three times.”"""
    parts = [
        SAID[look] if look == "quiet" else f"{SAID[look]} {spell_times(looks.count(look))}"
        for look in SAID
        if look in looks
    ]
    return f"{capitalize_first(join_words(parts))}."
