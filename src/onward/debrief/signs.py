"""What one sentence of an answer is doing: situation, action, result or claim. Rules of English, and their limits.

Sources: Bangerter, Corvalan & Cavin 2014 for story against claim, and for actions and results being what is missing.
The rules are heuristics on English words; a sentence can fool each of them, and `measures.LIMITS` says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

from onward.wording.span import Span, straighten_quotes


class SentencePart(StrEnum):
    """What a sentence does in an answer."""

    SITUATION = "situation"
    ACTION = "action"
    RESULT = "result"
    CLAIM = "claim"


_IRREGULAR = (
    "went|said|told|took|made|did|got|gave|wrote|spoke|saw|sat|set|put|began|brought|built|called|came|chose|drew|felt|"
    "found|held|kept|knew|led|left|let|met|ran|read|sent|stood|taught|thought|understood|broke|caught|cut|drove|fell|"
    "grew|heard|laid|lost|paid|rewrote|rose|sought|spent|split|stuck|won|woke|redid|undid"
)
_ADVERBS = (
    r"(?:(?:also|then|first|just|immediately|quickly|quietly|personally|really|even|still|finally|always|never|\w+ly)"
    r"\s+)"
)
_PAST = rf"(?:(?!need|use)\w{{2,}}ed|{_IRREGULAR})"
_DOING = re.compile(rf"\b(?:i|we)\s+{_ADVERBS}{{0,2}}{_PAST}\b", re.IGNORECASE)
_STILL_VERBS = (
    "wanted|needed|liked|loved|enjoyed|believed|worked|supervised|noticed|inherited|realized|realised|learned|felt|"
    "knew|thought|had|graduated|joined"
)
_FEELING = re.compile(
    rf"\b(?:i|we)\s+(?:also |just |really )?(?:{_STILL_VERBS}|started (?:there|here|as|in))\b",
    re.IGNORECASE,
)
_AND_DID = re.compile(rf"\b(?:and|then)\s+{_ADVERBS}{{0,2}}(?!(?:{_STILL_VERBS})\b){_PAST}\b", re.IGNORECASE)
_DROPPED = re.compile(  # “Called nineteen landlords.”: the “I” is left out, as people do who answer in short strokes
    rf"(?:(?:and|then|so|um|uh|yeah),? )*(?!(?:{_STILL_VERBS}|came|became|fell|grew|lost|missed|based|compared|given|"
    r"supposed|"
    r"interested|excited|born|raised|trained|experienced|motivated|focused|organized|dedicated|licensed|certified)\b)"
    rf"{_PAST}\b(?!,)",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\b(?:as a result|in the end|the (?:end )?(?:result|outcome) was|which (?:meant|led|brought|cut|reduced)|led to|"
    r"resulted in|by the end of|within (?:a|an|one|two|three|four|five|six|eight|ten|the|\d+) (?:\w+ )?"
    r"(?:day|week|month|quarter|year|session)s?|ever since|since then|"
    r"(?:are|is|was|were) still (?:in use|using|there|used)|(?:is|are|was|were) now|"
    r"(?:dropped|fell|rose|went (?:up|down)|increased|decreased|improved|doubled|halved|grew|cut|reduced|shrank) "
    r"(?:\w+ ){0,4}?(?:by|from|to|in half)\b|from \w+(?: \w+)? (?:percent |days? |hours? |weeks? )?(?:down |up )?to|"
    r"\d+ ?(?:%|percent)|ended up|turned out|no (?:further|more) \w+|never happened again|hasn't happened|"
    r"(?:she|he|they|the (?:client|family|patient|team|customer|student|parents?|manager|board)) "
    r"(?:finally |now |later |still |eventually )?(?:agreed|stayed|thanked|completed|returned|came back|finished|"
    r"adopted|"
    r"accepted|signed|passed|graduated|kept (?:coming|using)|approved|renewed|calmed|use[sd]? it|went home)|"
    r"we (?:finished|delivered|launched|shipped|passed|won|reached|met) (?:\w+ ){0,3}?(?:on|by|in|the|every|all|two|"
    r"three)|"
    r"so (?:that )?nobody|got (?:better|promoted|funded|approved)|it (?:worked|held|stuck)|saved)\b",
    re.IGNORECASE,
)
_CLAIM = re.compile(
    r"\b(?:i'm|i am|i've always|i have always|i always|i never|i usually|i generally|i typically|i tend|i believe|i "
    r"think|"
    r"i feel|i would|i'd|i can|i try|i like|i love|i enjoy|i value|i pride|i consider|i work (?:well|hard|best)|"
    r"my (?:biggest |greatest |main |real )?(?:strength|weakness|approach|style|philosophy|passion)|"
    r"people (?:say|tell|describe)|you (?:have to|need to|should|want to)|it's (?:important|all about|really about)|"
    r"it is important|in general|communication is|teamwork is|whenever|if (?:someone|somebody|a client|there's))\b",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"\b(?:last (?:year|month|week|spring|summer|fall|autumn|winter|january|june)|(?:two|three|four|five|six|\d+) "
    r"(?:years|months|weeks) ago|in (?:19|20)\d\d|(?:in|at|during) my (?:last|first|previous|second|current|"
    r"internship)|"
    r"when i (?:was|worked|started|ran)|at (?:my|the) (?:last|previous|old|clinic|agency|hospital|school|company|"
    r"shelter)|"
    r"one (?:day|morning|evening|night|afternoon|time|client|family|student|patient|customer|thing that happened)|once|"
    r"there was (?:a|an|one|this)|we had (?:a|an|one|this)|i had (?:a|an|one|this)|that (?:day|week|morning|night))\b",
    re.IGNORECASE,
)
_ABBREVIATED = "|".join(
    rf"(?<=\b{word}\.)" for word in (r"[ap]\.m", "[Dd]r", "[Mm]r", "[Mm]rs", "[Mm]s", r"e\.g", r"i\.e", "vs")
)
_SENTENCE = re.compile(rf"(?>[^.!?…\n]++|\.(?:{_ABBREVIATED})(?=\s)|[.!?…](?=[^\s.!?…\"”’)]))+(?:[.!?…]+[\"”’)]*)?")
RUN_ON = 40  # words without a stop: speech that nobody put stops into
_GOES_ON = re.compile(
    r"(?<!\band)(?<!\bso)\s(?=(?:and|so|but|then|and then|so then) (?:after(?: that)?|by|the next|in the end|i|we|she|"
    r"he|they|it|you)\b)",
    re.IGNORECASE,
)


def split_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of an answer, by their stops. One that runs on for long is cut where it goes on with “and I”."""
    found = (span for m in _SENTENCE.finditer(text) if re.search(r"\w", m.group()) for span in _cut_clauses(m))
    return tuple(found)


def _cut_clauses(match: re.Match[str]) -> Iterator[Span]:
    """A sentence without what stands around it, or the parts of one that runs on."""
    whole, at = match.group(), match.start()
    cuts = [m.start() for m in _GOES_ON.finditer(whole)] if len(whole.split()) > RUN_ON else []
    for start, end in pairwise([0, *cuts, len(whole)]):
        piece = whole[start:end]
        lead = len(piece) - len(piece.lstrip())
        if kept := piece.strip():
            yield Span(at + start + lead, at + start + lead + len(kept), kept)


def classify_sentence(sentence: str) -> SentencePart:
    """What one sentence does; a sentence that shows no sign of the other three is situation."""
    smooth = straighten_quotes(sentence)
    if _RESULT.search(smooth) and not _is_general(smooth):
        return SentencePart.RESULT
    if _is_doing(smooth):
        return SentencePart.ACTION
    return SentencePart.CLAIM if _CLAIM.search(smooth) else SentencePart.SITUATION


def _is_doing(sentence: str) -> bool:
    """Somebody did something: “I called”; wanting, noticing and having been there are not doing."""
    done = [m for m in _DOING.finditer(sentence) if not _FEELING.match(sentence, m.start())]
    begun = _FEELING.search(sentence) or _DOING.search(sentence)
    return bool(done or _DROPPED.match(sentence)) or bool(begun and _AND_DID.search(sentence, begun.end()))


def _is_general(sentence: str) -> bool:
    """“I always make sure that it worked”: a sign of a result inside a claim."""
    return bool(_CLAIM.search(sentence)) and not _is_doing(sentence)


def is_occasion(text: str) -> bool:
    """Whether words point to one time and place."""
    return bool(_ONCE.search(straighten_quotes(text)))


def classify_sentences(text: str) -> tuple[tuple[Span, SentencePart], ...]:
    """Every sentence with what it does.

    What others did, or what was, after the last thing that “I” did is how the story ended: a result by its place.
    """
    told = [(sentence, classify_sentence(sentence.text)) for sentence in split_sentences(text)]
    last = max((at for at, (_, does) in enumerate(told) if does is SentencePart.ACTION), default=len(told))
    return tuple(
        (
            span,
            SentencePart.RESULT
            if at > last and does is SentencePart.SITUATION and not _OWN.match(straighten_quotes(span.text))
            else does,
        )
        for at, (span, does) in enumerate(told)
    )


_OWN = re.compile(r"(?:and |so |but )?i(?:'m|'ve|'d)?\b", re.IGNORECASE)
