"""Which cards a kink is worked out with, and which questions a mock round asks. Drafts: the person keeps what helps."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from random import Random

from onward.kinks.kinds import Kind
from onward.kinks.plan import strip_opening
from onward.notice.kind.language import is_foreign
from onward.packs.pack import Family, Pack, PackQuestion
from onward.practice.ways import find_way
from onward.wording.days import capitalize_first

FROM_A_PACK = 2
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")  # shorter ones say little of what a question is about
_STORIES = frozenset({"story", "result"})


@dataclass(frozen=True, slots=True)
class CardDraft:
    """A card that could be made: its cue, its three points, the kind of practice, and where it came from."""

    question: str
    points: tuple[str, ...]
    way: str
    pack: str = ""
    family: str = ""
    item: str = ""


def make_card_drafts(
    kind: Kind,
    *,
    if_they: str = "",
    then_i: str = "",
    asked: str = "",
    packs: Sequence[Pack] = (),
    known: Collection[str] = (),
) -> tuple[CardDraft, ...]:
    """Cards for one kink: its plan, the very question that went wrong, and two from the packs, one of each in turn.

    `known` are the items of cards that exist already. A plan that wasn't written comes from the kind itself.
    """
    return (*_draft_plan_card(kind, if_they, then_i), *_draft_question_again(asked), *_from_packs(kind, packs, known))


def write_first_cue(*, asked: str, if_they: str, name: str) -> str:
    """One line: the question that was asked, else what the plan waits for, else what went wrong the last time.

    >>> write_first_cue(asked="", if_they="If they ask about a time when", name="I told no story")
    'They ask about a time when … What do you say?'
    """
    if question := " ".join(asked.split()):
        return question
    if waits := strip_opening(if_they, "if"):
        return f"{f'“{waits}”' if is_foreign(waits) else capitalize_first(waits)} … What do you say?"
    return f"The last time: “{name}”. What do you say now?"


def choose_question(asked: Sequence[str], about: str) -> str:
    """Of the questions that came, the one that some words are about: it shares the most long words with them, or it is
    the only one. Empty where nothing says which.

    >>> choose_question(["Tell me about a hard group.", "How do you handle risk?"], "The risk question: too general")
    'How do you handle risk?'
    """
    if len(asked) == 1:
        return asked[0]
    meant = _find_long_words(about)
    shared = [(len(meant & _find_long_words(question)), -place) for place, question in enumerate(asked)]
    most, place = max(shared, default=(0, 0))
    return asked[-place] if most else ""


def draft_true_sentence(rather: str, asked: Sequence[str]) -> CardDraft:
    """A card to rehearse the sentence that somebody would rather have said, at the question it belongs to."""
    question = choose_question(asked, rather) or "Say something true of yourself, as you would to a friend."
    points = (f"I said this, or what it means: {rather}", "It was true, relevant and kind", "It sounded like me")
    return CardDraft(question, points, "say_aloud")


def _find_long_words(text: str) -> frozenset[str]:
    return frozenset(_LONG_WORD.findall(text.lower()))


def _draft_plan_card(kind: Kind, if_they: str, then_i: str) -> Iterator[CardDraft]:
    cue, opening = (if_they.strip(), then_i.strip()) if if_they.strip() and then_i.strip() else kind.plan
    if cue and opening:
        way, waits, opens = find_way("if_then"), strip_opening(cue, "if"), strip_opening(opening, "then")
        foreign = is_foreign(f"{waits}\n{opens}")
        first = f"I open with: “{opens}”" if foreign else f"Then {opens}"
        yield CardDraft(f"“{waits}” …" if foreign else f"If {waits} …", (first, *way.points[1:]), way.key)


def _draft_question_again(asked: str) -> Iterator[CardDraft]:
    if asked.strip():
        way = find_way("re_answer")
        yield CardDraft(asked.strip(), way.points, way.key)


def _from_packs(kind: Kind, packs: Sequence[Pack], known: Collection[str]) -> Iterator[CardDraft]:
    """The first of each pack in turn, so that the field's own come beside those for everybody."""
    way = "story_four_beats" if kind.key in _STORIES else "say_aloud"
    piles = ([pair for pair in pack.for_kink(kind.key) if pair[1].key not in known] for pack in packs)
    piled = [[_draft_card(pack, *pair, way) for pair in pile] for pack, pile in zip(packs, piles, strict=True)]
    dealt = [draft for turn in zip_longest(*piled) for draft in turn if draft is not None]
    yield from dealt[:FROM_A_PACK]


def _draft_card(pack: Pack, family: Family, question: PackQuestion, way: str) -> CardDraft:
    return CardDraft(question.ask, question.points, way, pack.key, family.key, question.key)


def make_mock_round(
    pack: Pack, *, seed: int, families: Collection[str] = (), questions: int | None = None
) -> tuple[CardDraft, ...]:
    """The questions of one mock round, dealt family by family; the same seed gives the same round.

    Only from `families` when some are named. A family comes twice only once all have come; no question does.
    """
    chance = Random(seed)  # noqa: S311 -- which questions to practice is no secret
    offered = [family for family in pack.families if not families or family.key in families]
    piles = [(one, chance.sample(one.questions, len(one.questions))) for one in chance.sample(offered, len(offered))]
    most = max((len(pile) for _, pile in piles), default=0)
    dealt = [(family, pile[turn]) for turn in range(most) for family, pile in piles if turn < len(pile)]
    return tuple(
        _draft_card(pack, *pair, "mock_round") for pair in dealt[: questions or find_way("mock_round").questions]
    )
