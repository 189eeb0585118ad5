"""Letters that the person wrote: how to tell, and what they say they did."""

from __future__ import annotations

import re

from onward.facts import Ending, EventKind, OtherEvent, Stage
from onward.notice.message.letter import Letter

# Gmail's own label for sent mail in the languages in which it is exported.
_SENT_LABELS = frozenset(
    """sent|sent mail|gesendet|messages envoyés|envoyés|enviado|enviados|correo enviado|posta inviata|inviati|itens enviados|e-mails enviados
    |verzonden|verzonden berichten|skickat|sendt|lähetetyt|wysłane|odeslané|odoslané|elküldött üzenetek|trimise|изпратени|отправленные|надіслані
    |gönderilmiş postalar|gönderilenler|已发送|已发邮件|寄件備份|送信済みメール|送信済み|보낸편지함|المرسلة|דואר יוצא|terkirim|đã gửi|ส่งแล้ว|odoslané správy""".replace(
        "\n", ""
    )
    .replace("    ", "")
    .split("|")
)

_DEEDS: tuple[tuple[EventKind, re.Pattern[str]], ...] = (
    (
        Ending.WITHDREW,
        re.compile(
            r"\b(?:withdraw(?:ing)? (?:my|from)|(?:i['’]d|i would) like to withdraw|i have withdrawn|remove me from "
            r"(?:consideration|the process)"
            r"|ziehe (?:ich )?(?:hiermit )?meine bewerbung|bewerbung zurück(?:ziehen|zunehmen)|retire(?:r)? ma "
            r"candidature|retir(?:o|ar) mi candidatura"
            r"|ritir(?:o|are) la mia candidatura|retir(?:o|ar) a minha candidatura|mijn sollicitatie in(?:trekken)?|"
            r"trek (?:ik )?mijn sollicitatie)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Ending.DECLINED,
        re.compile(
            r"\b(?:(?:decided|have|need|going|am|like|must) (?:to )?(?:respectfully |regretfully )?declin(?:e|ed|ing) "
            r"(?:your|the|this) (?:\w+ )?offer"
            r"|declin(?:e|ing) (?:your|the) (?:kind |generous )?offer|not (?:be )?accept(?:ing)? (?:your|the) offer|"
            r"angebot (?:nicht annehmen|ablehnen|abzulehnen)"
            r"|décliner votre (?:offre|proposition)|rechazar (?:su|la|vuestra) oferta|declinare (?:la vostra|"
            r"l['’])\s?offerta|recusar a (?:vossa |sua )?(?:oferta|proposta)"
            r"|(?:uw|jullie|het) aanbod af(?: te)? ?(?:wijzen|slaan))\b",
            re.IGNORECASE,
        ),
    ),
    (
        Stage.SIGNED,
        re.compile(
            r"\b(?:(?:here is|here['’]s|attached is|attached please find|i have attached|i['’]ve attached|please find|"
            r"i['’]m (?:sending|attaching|returning)|i (?:have )?(?:returned|sent back)) (?:\w+ ){0,3}signed"
            r"|i(?:['’]ve| have)? (?:just )?signed (?:the|and|your|my)|signed (?:offer )?(?:letter|contract) (?:is "
            r")?(?:attached|enclosed)"
            r"|(?:anbei|im anhang) (?:\w+ ){0,5}unterschrieben\w*|ci-joint (?:\w+ ){0,3}signé|adjunto (?:\w+ "
            r"){0,3}firmad\w|in allegato (?:\w+ ){0,3}firmat\w|em anexo (?:\w+ ){0,4}assinad\w)\b",
            re.IGNORECASE,
        ),
    ),
    (
        OtherEvent.ACCEPTED,
        re.compile(
            r"\b(?:(?:happy|pleased|delighted|thrilled|excited|glad|like) to (?:formally |officially )?accept (?:your|"
            r"the|this)? ?(?:\w+ )?(?:offer|position|role|job)"
            r"|i (?:formally |gladly |hereby )?accept (?:your|the) (?:\w+ )?offer|nehme (?:ich )?(?:ihr|das) angebot "
            r"(?:\w+ )?an|j['’]accepte (?:votre|l['’])\s?(?:offre|proposition)"
            r"|acepto (?:su|la|vuestra) oferta|accetto (?:la vostra |l['’])\s?offerta|aceito a (?:vossa |sua "
            r")?(?:oferta|proposta)|(?:uw|het|jullie) aanbod (?:graag )?aan)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Stage.APPLIED,
        re.compile(
            r"\b(?:i(?:['’]m| am) (?:writing to |excited to |hereby )?(?:apply(?:ing)?|express (?:my|a strong) "
            r"interest)|i(?: would|['’]d) (?:also )?like to (?:apply|be considered)|please (?:accept|take|consider) "
            r"(?:my application|this (?:(?:letter|email|note) )?as my application)"
            r"|please find (?:\w+ ){0,3}(?:attached |enclosed )?(?:\w+ ){0,3}(?:résumé|resume|cv|curriculum)|"
            r"(?:attached|enclosed) (?:is|are|please find) (?:\w+ ){0,3}(?:résumé|resume|cv)"
            r"|bewerbe (?:ich )?mich|(?:anbei|im anhang) (?:\w+ ){0,4}(?:bewerbung|unterlagen|lebenslauf)|je (?:me "
            r"permets de )?(?:vous )?(?:soumet(?:s|tre)|postule|adresse)(?: \w+){0,3} candidature|je postule"
            r"|me postulo|presento mi candidatura|adjunto mi (?:cv|curr[ií]culum)|mi candido|invio la mia candidatura|"
            r"in allegato il mio (?:cv|curriculum)"
            r"|candidato-me|envio a minha candidatura|solliciteer ik|ik solliciteer|bijgevoegd mijn cv)\b",
            re.IGNORECASE,
        ),
    ),
)


def is_outgoing(letter: Letter, *, own: frozenset[str]) -> bool:
    """Whether the person wrote it: from one of their addresses (lower case), or Gmail keeps it among what was sent."""
    if letter.sender.address and letter.sender.address in own:
        return True
    return any(label.strip().strip('"').casefold() in _SENT_LABELS for label in letter.labels)


def find_deed(text: str) -> str | None:
    """What the person says they did, as an event's kind: "applied", "withdrew" …; None when nothing of it."""
    return next((str(deed) for deed, pattern in _DEEDS if pattern.search(text, 0, 6000)), None)
