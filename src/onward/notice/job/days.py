"""A day ahead that a letter names: a slot, a deadline. In a no it must not be buried: “could you come on Thursday?”.

Cautious both ways: a day counts only in a sentence that looks ahead, and never in one that thanks for a talk or says
how long papers are kept.
"""

from __future__ import annotations

import re

from onward.notice.message.quotes import find_own_words
from onward.wording.span import Span

_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag "
    "sonntag "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica segunda-feira terça-feira quarta-feira quinta-feira "
    "sexta-feira maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
)
_MONTHS = (
    "january february march april may june july august september october november december januar februar märz mai "
    "juni "
    "juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre enero "
    "febrero "
    "marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno "
    "luglio settembre ottobre dicembre janeiro fevereiro março maio junho julho setembro outubro dezembro januari "
    "februari maart mei augustus"
)
_AHEAD = (
    "until before next coming can could would available works deadline instead free bis nächsten nächste nächster "
    "kommenden können kannst könnten hätten passt frist uhr d'ici avant prochain prochaine pouvez pourriez disponible "
    "convient antes próximo próxima puede puedes podría hasta entro prossimo prossima può puoi potrebbe disponibile "
    "até "
    "pode poderia disponível volgende kunt kun beschikbaar uiterlijk tot weten"
)
_BEHIND = (
    "last met spoke spoken talked thank thanks was were had file profile data letzten letzte vergangenen hatten war "
    "danke "
    "dank unterlagen gespeichert gelöscht daten dernier dernière merci rencontré dossier pasado pasada gracias archivo "
    "scorso scorsa grazie passado passada obrigado obrigada vorige afgelopen bedankt bewaren gegevens"
)


def _any_word(words: str) -> str:
    return "|".join(sorted({re.escape(word) for word in words.split()}, key=len, reverse=True))


_MONTH = rf"(?:{_any_word(_MONTHS)})"
_NAMED_DAY = rf"(?:{_any_word(_WEEKDAYS)})s?"
_DAY = re.compile(
    rf"\b{_NAMED_DAY},? (?:the )?\d{{1,2}}(?:st|nd|rd|th|\.|º)? (?:de |of )?{_MONTH}\b"  # mardi 17 juin
    rf"|\b{_NAMED_DAY}\b"  # Thursday
    rf"|\b\d{{1,2}}(?:st|nd|rd|th|\.|º)? (?:de |of )?(?:{_any_word(_MONTHS)})\b"  # 12 March, 12. März, 12 de marzo
    rf"|\b(?:{_any_word(_MONTHS)}) \d{{1,2}}\b",  # March 12
    re.IGNORECASE,
)
# “By” looks ahead only right before the day: “adopted by the board on April 28” doesn't.
_LOOKS_AHEAD = re.compile(
    rf"(?<!\w)(?:{_any_word(_AHEAD)})(?!\w)"
    rf"|(?<!(?i:stopping) )(?<!(?i:coming) )\bby (?:the |this |next |end of )?(?={_NAMED_DAY}\b|\d|{_MONTH}\b)",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(rf"(?<!\w)(?:{_any_word(_BEHIND)})(?!\w)", re.IGNORECASE)
_END = re.compile(r"[.!?](?=\s)|\n[ \t]*+\n")


def find_day_ahead(body: str) -> Span | None:
    """The first day to come that the sender names in their own words, with its place; None where there is none.

    >>> find_day_ahead("We chose somebody else for this one. Could you come in on Thursday for another role?").text
    'Thursday'
    """
    for start, end in find_own_words(body):
        for first, last in _cut(body, start, end):
            sentence = body[first:last].replace("’", "'")
            found = _DAY.search(sentence)
            if found and _LOOKS_AHEAD.search(sentence) and not _LOOKS_BACK.search(sentence):
                return Span(first + found.start(), first + found.end(), found.group())
    return None


def _cut(body: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences, roughly: an ordinal's point (“12. März”) is no end, for a small letter or a month may follow."""
    cuts = [start]
    for found in _END.finditer(body, start, end):
        before = body[max(start, found.start() - 2) : found.start()]
        if not (found.group() == "." and before[-1:].isdigit()):
            cuts.append(found.end())
    return list(zip(cuts, [*cuts[1:], end], strict=True))
