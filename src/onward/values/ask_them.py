"""One drafted sentence that asks an employer for what a line needs, made from the line's own wording."""

from __future__ import annotations

from onward.notice.kind.language import detect_language, is_foreign
from onward.values.lines import Line

_IN_WRITING = ("in writing", "written", "in the letter", "in the contract", "por escrito", "schriftlich", "par écrit",
               "per iscritto", "schriftelijk")  # fmt: skip
_NEGATIVE = ("no ", "never ", "not ", "without ")
_SUBJECTS = frozenset({"i", "i’m", "i'm", "we", "they", "you", "my", "there", "it", "nobody", "everybody", "must"})
_VERBS = frozenset({"is", "are", "must", "will", "has", "have", "can", "should", "gets", "pays"})
# For a line that is a sentence, for one that says what there is not to be, and for a thing
_ASKS = {
    "accept": (
        "Before I say yes, could this be in the letter: “{line}”?",
        "Before I say yes, could you confirm in writing that there will be {line}?",
        "Before I say yes, could {line} be in the letter?",
    ),
    "sign": (
        "Before I sign, could this be in the letter: “{line}”?",
        "Before I sign, could you confirm in writing that there will be {line}?",
        "Before I sign, could {line} be in the letter?",
    ),
}
_ASKS_ELSE = (
    "Before I decide, could this be in the letter: “{line}”?",
    "Before I decide, could you confirm in writing that there will be {line}?",
    "Before I decide, could {line} be in the letter?",
)
# What a line in another language is asked with, so that they can read it: before a yes, before signing, before
# deciding, and as a question in an interview.
_IN_ITS_LANGUAGE = {
    "de": ("Bevor ich zusage", "Bevor ich unterschreibe", "Bevor ich mich entscheide",
           "{before}: Könnte das im Vertrag stehen: „{line}“?", "Wie ist das hier geregelt: „{line}“?"),
    "es": ("Antes de decir que sí", "Antes de firmar", "Antes de decidirme",
           "{before}: ¿podría constar esto por escrito: «{line}»?", "¿Cómo se lleva esto aquí: «{line}»?"),
    "fr": ("Avant de dire oui", "Avant de signer", "Avant de me décider",
           "{before} : est-ce que ceci pourrait figurer par écrit : « {line} » ?",
           "Comment cela se passe-t-il ici : « {line} » ?"),
    "it": ("Prima di dire di sì", "Prima di firmare", "Prima di decidere",
           "{before}: si potrebbe mettere per iscritto questo: «{line}»?", "Come funziona qui: «{line}»?"),
    "nl": ("Voordat ik ja zeg", "Voordat ik teken", "Voordat ik beslis",
           "{before}: kan dit op papier komen: “{line}”?", "Hoe is dit hier geregeld: “{line}”?"),
    "pt": ("Antes de dizer que sim", "Antes de assinar", "Antes de decidir",
           "{before}: isto pode ficar por escrito: «{line}»?", "Como é isto aqui: «{line}»?"),
}  # fmt: skip
_MOMENTS = ("accept", "sign")


def write_ask_them(line: Line, *, before: str = "sign") -> str:
    """“Before I sign, could weekly supervision be in the letter?”, in the language of the line, to be edited by the
    person.
    """
    sentence, absence, thing = _ASKS.get(before, _ASKS_ELSE)
    text = _bare_line(line.text)
    if own := _IN_ITS_LANGUAGE.get(detect_language(line.text) or ""):
        return own[3].format(before=own[_MOMENTS.index(before) if before in _MOMENTS else 2], line=text)
    if _is_a_sentence(text) or is_foreign(text):
        return sentence.format(line=text)
    if text.casefold().startswith(_NEGATIVE):
        first, _, rest = text.partition(" ")
        positive = f"no {rest}" if first.casefold() in ("never", "not", "without") else text
        return absence.format(line=_lower_first(positive))
    return thing.format(line=_lower_first(text))


def write_interview_question(line: Line) -> str:
    """The same as a question to ask back in an interview, before there is an offer."""
    text = _bare_line(line.text)
    if own := _IN_ITS_LANGUAGE.get(detect_language(line.text) or ""):
        return own[4].format(line=text)
    return f"How is it handled here: {f'“{text}”' if _is_a_sentence(text) or is_foreign(text) else _lower_first(text)}?"


def _is_a_sentence(text: str) -> bool:
    """“I get paid overtime”, “they pay for supervision”: it can be quoted, not asked for as a thing."""
    words = text.casefold().split()
    return bool(words) and (words[0] in _SUBJECTS or bool(_VERBS & set(words[1:5])))


def _bare_line(text: str) -> str:
    """The line without its “in writing” and its full stop: the letter is the writing."""
    bare = " ".join(text.replace("?", "").split()).rstrip(" .!;,")
    for ending in _IN_WRITING:
        if bare.casefold().endswith(f" {ending}"):
            bare = bare[: -len(ending)].rstrip(" ,")
    return bare.rstrip(" ,;") or "this"


def _lower_first(text: str) -> str:
    """A small first letter, unless the word is a name of capitals (HIPAA, EMDR)."""
    word = text.split(" ", 1)[0]
    return text if len(word) > 1 and word.isupper() else text[:1].lower() + text[1:]
