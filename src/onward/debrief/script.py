"""The next-day script: which screen comes next, what an answer still needs, and what it all adds up to.

Answers are plain data that can be stored and resumed: `{screen key: {field name: text}}`. A screen without a
required field is passed by storing it, empty or not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onward.debrief import screens as say
from onward.debrief.chances import ChanceAnswer, WorkedOn
from onward.debrief.chips import Chip
from onward.debrief.screens import Entry, Field, Screen, Script

Answers = Mapping[str, Mapping[str, str]]

MOST_CHANGES = 2


@dataclass(frozen=True, slots=True)
class DebriefSetting:
    """What the script needs to know: which script, the kinks being worked on, and the (key, name) of kinds."""

    script: Script = Script.NO
    worked_on: tuple[WorkedOn, ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedChange:
    """One thing the person would change: the hunch, its kind if named, how they know, whose word, and the plan."""

    text: str
    kind: str = ""
    chip: Chip = Chip.FEELING
    who: str = ""
    if_they: str = ""
    then_i: str = ""


@dataclass(frozen=True, slots=True)
class DebriefLesson:
    """What a debrief adds up to. `none` is “nothing to fix” or “not mine”, or empty.

    `chances` are by kink id; `occasions` has one entry for each chance there was, True where it happened.
    """

    asked: tuple[str, ...] = ()
    said: str = ""
    worked: str = ""
    worked_chip: Chip = Chip.FEELING
    changes: tuple[ProposedChange, ...] = ()
    none: str = ""
    chances: dict[int, ChanceAnswer] = field(default_factory=dict)
    occasions: dict[int, tuple[bool, ...]] = field(default_factory=dict)
    said_real: int | None = None
    could_be: int | None = None
    rather: str = ""  # the true sentence that somebody would rather have said


_SCALE = frozenset("12345")  # the steps of a scale, as a form sends them


def list_screens(answers: Answers, setting: DebriefSetting) -> tuple[Screen, ...]:
    """Every screen of this debrief in order, given what has been answered so far."""
    changes = list_proposed_changes(answers)
    follow = (say.know_screen(changes), say.plan_screen(changes)) if changes else ()
    know, plan = follow[:1], follow[1:]
    change = say.change_screen(setting.script, setting.kinds)
    if setting.script is Script.APPLICATION:
        return (say.SENT_SCREEN, say.DOOR_SCREEN, say.WORKED_SCREEN, change, *know, *plan, say.DONE_SCREEN)
    chances = (say.chance_screen(setting.worked_on),) if setting.worked_on else ()
    first = (say.ASKED_SCREEN, say.SAID_SCREEN, say.WORKED_SCREEN)
    return (*first, change, *know, *chances, *plan, say.MYSELF_SCREEN, say.DONE_SCREEN)


def find_next_screen(answers: Answers, setting: DebriefSetting) -> Screen:
    """The first screen that still waits for an answer; the last one, “Done”, when none does."""
    every = list_screens(answers, setting)
    return next((screen for screen in every[:-1] if not is_answered(screen, answers)), every[-1])


def find_screen_before(key: str, answers: Answers, setting: DebriefSetting) -> Screen | None:
    """The screen before this one, to go back to; None at the first."""
    every = list_screens(answers, setting)
    at = next((n for n, screen in enumerate(every) if screen.key == key), 0)
    return every[at - 1] if at else None


def find_place(key: str, answers: Answers, setting: DebriefSetting) -> tuple[int, int]:
    """Which screen this is, and of how many: (2, 9)."""
    keys = [screen.key for screen in list_screens(answers, setting)]
    return (keys.index(key) + 1 if key in keys else 1, len(keys))


def is_answered(screen: Screen, answers: Answers) -> bool:
    """Whether it was stored and needs nothing more."""
    return screen.key in answers and not find_screen_troubles(screen, answers[screen.key])


def is_done(answers: Answers, setting: DebriefSetting) -> bool:
    """Whether only “Done” is left."""
    return find_next_screen(answers, setting).key == say.DONE_SCREEN.key


def find_screen_troubles(screen: Screen, given: Mapping[str, str]) -> dict[str, str]:
    """What these answers still need, as a sentence for each field; empty when nothing does."""
    found = {f.name: sentence for f in screen.fields if (sentence := _find_trouble(f, given.get(f.name, "").strip()))}
    return _change_troubles(given, found) if screen.key == "change" else found


def _find_trouble(asked: Field, given: str) -> str:
    if not given:
        return asked.missing
    if asked.entry is Entry.CHOICE and given not in {choice.value for choice in asked.choices}:
        return f"“{given}” isn’t one of the choices."
    if asked.entry is Entry.SCALE and given not in _SCALE:
        return "Choose a number from 1 to 5."
    return ""


def _change_troubles(given: Mapping[str, str], found: dict[str, str]) -> dict[str, str]:
    """Two full answers need no change; a change beside one of them needs a choice between the two."""
    none, changes = given.get("none", "").strip(), _changes_in(given)
    if none and changes and "none" not in found:
        return {**found, "none": "You wrote something to change as well. Keep one of the two."}
    if none or changes:
        found = {name: sentence for name, sentence in found.items() if name != "change_1"}
    return found


def _changes_in(given: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(text for n in _number_changes() if (text := given.get(f"change_{n}", "").strip()))


def _number_changes() -> range:
    return range(1, MOST_CHANGES + 1)


def list_proposed_changes(answers: Answers) -> tuple[str, ...]:
    """The changes that were written down, none when a full answer stands instead."""
    given = answers.get("change", {})
    return () if given.get("none", "").strip() else _changes_in(given)


def carry_answers(answers: Answers, given: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The answers with other changes in place: what was said of a change goes with its words, not with its place."""
    before, after = list_proposed_changes(answers), list_proposed_changes({"change": given})
    kept = {key: dict(told) for key, told in answers.items()} | {"change": dict(given)}
    for key, names in _OF_A_CHANGE.items():
        if key in kept and before != after:
            told = kept[key]
            kept[key] = {
                f"{name}{at}": told.get(f"{name}{before.index(text) + 1}", "")
                for at, text in enumerate(after, 1) if text in before for name in names
            }  # fmt: skip
    return kept


_OF_A_CHANGE = {"know": ("chip_", "who_"), "plan": ("if_", "then_")}


def draw_lesson(answers: Answers, setting: DebriefSetting) -> DebriefLesson:
    """What the answers so far add up to; an unfinished debrief gives what it has."""
    worked, myself = answers.get("worked", {}), answers.get("myself", {})
    asked = answers.get("asked", answers.get("sent", {})).get("text", "").splitlines()
    given = answers.get("chances", {})
    told = {kink.id: given.get(f"kink_{kink.id}", "") for kink in setting.worked_on}
    chances = {kink: ChanceAnswer(value) for kink, value in told.items() if value in set(ChanceAnswer)}
    return DebriefLesson(
        asked=tuple(bare for line in asked if (bare := line.strip(" -•\t"))),
        said=answers.get("said", {}).get("text", "").strip(),
        worked=worked.get("text", "").strip(),
        worked_chip=_read_chip(worked.get("chip", "")),
        changes=_read_changes(answers),
        none=answers.get("change", {}).get("none", "").strip(),
        chances=chances,
        occasions={kink: _read_occasions(came, given.get(f"times_{kink}", "")) for kink, came in chances.items()},
        said_real=_read_scale(myself.get("said_real", "")),
        could_be=_read_scale(myself.get("could_be", "")),
        rather=myself.get("rather", "").strip(),
    )


def _read_changes(answers: Answers) -> tuple[ProposedChange, ...]:
    """Kinds are stored by their place on the page, chips and plans by the place among what was written."""
    given, know, plan = (answers.get(key, {}) for key in ("change", "know", "plan"))
    written = [n for n in _number_changes() if given.get(f"change_{n}", "").strip()]
    if given.get("none", "").strip():
        return ()
    return tuple(
        ProposedChange(
            text=given[f"change_{n}"].strip(),
            kind=given.get(f"kind_{n}", "").strip(),
            chip=_read_chip(know.get(f"chip_{at}", "")),
            who=know.get(f"who_{at}", "").strip(),
            if_they=plan.get(f"if_{at}", "").strip(),
            then_i=plan.get(f"then_{at}", "").strip(),
        )
        for at, n in enumerate(written, 1)
    )


def _read_chip(value: str) -> Chip:
    """What nobody said is a feeling: the weakest."""
    return Chip(value) if value in set(Chip) else Chip.FEELING


def _read_occasions(told: ChanceAnswer, times: str) -> tuple[bool, ...]:
    """One entry for each chance. When it happened it happened once; the other chances of that interview were clean."""
    if told is ChanceAnswer.NONE:
        return ()
    clean = (False,) * (int(times) - 1 if times in {"2", "3"} else 0)
    return (*clean, told is ChanceAnswer.HAPPENED)


def _read_scale(value: str) -> int | None:
    return int(value) if value in _SCALE else None
