"""The patterns of the scan for client details, a table of one rule a line."""

from __future__ import annotations

import re
from enum import StrEnum

from onward.wording.client_words import FAMILY, GIVEN_NAMES, NOT_PLACES, PEOPLE, PUBLIC, WORKPLACES
from onward.wording.days import MONTHS


class Detail(StrEnum):
    """What kind of detail it is."""

    NAME = "name"
    PLACE = "place"
    FACILITY = "facility"
    DATE = "date"
    AGE = "age"
    PHONE = "phone or fax number"
    EMAIL = "mail address"
    SOCIAL_SECURITY = "social security number"
    RECORD = "record number"
    ACCOUNT = "account or plan number"
    LICENSE = "license number"
    VEHICLE = "vehicle"
    DEVICE = "device number"
    LINK = "web address"
    NETWORK = "network address"
    BODY = "fingerprint or voice print"
    PHOTO = "photo"
    CODE = "other number"
    RARE = "rare combination"


_NAME = r"[A-Z][a-zà-öø-ÿ]+(?:[-'][A-Z][a-zà-öø-ÿ]+)?"
_MONTH = rf"(?:{'|'.join(MONTHS)}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
_SURE_MONTH = rf"(?:{'|'.join(m for m in MONTHS if m not in ('March', 'May', 'August'))})"
_KEEP = rf"(?!(?:{'|'.join(NOT_PLACES)})\b)"


# Spaces are counted ({0,3}, not *): three open-ended ones in a row would make a page of blanks cubic.
def _rule(detail: Detail, pattern: str, *, cased: bool = False) -> tuple[Detail, re.Pattern[str]]:
    return detail, re.compile(pattern, 0 if cased else re.IGNORECASE)


RULES: tuple[tuple[Detail, re.Pattern[str]], ...] = (
    _rule(Detail.EMAIL, r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"),
    _rule(Detail.LINK, r"\b(?:https?://|www\.)[^\s<>\"]+"),
    _rule(Detail.NETWORK, r"\b(?:\d{1,3}\.){3}\d{1,3}\b"),
    _rule(Detail.SOCIAL_SECURITY, r"\b\d{3}-\d{2}-\d{4}\b|\b(?:ssn|social\s{1,3}security(?:\s{1,3}number)?)\b[\s:#]*[\d-]*"),
    _rule(Detail.PHONE, r"(?<![\w-])(?:\+?\d{1,3}[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]?\d{4}\b|\+\d[\d\s-]{7,15}\d\b"),
    _rule(Detail.RECORD, r"\b(?:mrn|medical\s{1,3}record|chart|record|case|patient|client|file)\s{0,3}(?:number|no\.?|id|#)?\s{0,3}[:#]?\s{0,3}[a-z]{0,3}-?\d{3,}\b|\bmrn\b"),
    _rule(Detail.ACCOUNT, r"\b(?:account|acct|policy|member|medicaid|medicare|insurance|plan|claim)\s{0,3}(?:number|no\.?|id|#)?\s{0,3}[:#]?\s{0,3}[a-z]{0,4}-?\d{4,}\w*"),
    _rule(Detail.LICENSE, r"\b(?:driver'?s?\s{1,3}licen[sc]e|licen[sc]e|certificate|passport|dea|npi)\s{0,3}(?:number|no\.?|#)?\s{0,3}[:#]?\s{0,3}[a-z]{0,3}-?\d{4,}\b"),
    _rule(Detail.VEHICLE, r"\b(?:license\s{1,3}plate|number\s{1,3}plate|vin)\b(?:\s{0,3}(?:number|no\.?|#)?\s{0,3}[:#]?\s{0,3}[a-z0-9-]{4,17})?"),
    _rule(Detail.DEVICE, r"\b(?:serial|device|implant|pump|monitor)\s{0,3}(?:number|no\.?|id|#)\s{0,3}[:#]?\s{0,3}[\w-]{3,}"),
    _rule(Detail.BODY, r"\b(?:finger\s?prints?|voice\s?prints?|retina(?:l)?\s{1,3}scans?|palm\s{1,3}prints?)\b"),
    _rule(Detail.PHOTO, r"\b(?:photos?|pictures?|selfies?|videos?|images?)\s{1,3}of\s{1,3}(?:her|him|them|(?:my|the|a|our|her|his|their)\s{1,3}(?:client|patient|resident|student|face|kid|child)s?)\b"),
    _rule(Detail.AGE, r"\b\d{1,3}[\s-]?(?:years?|yrs?|months?|weeks?|days?)[\s-]old\b|\b\d{1,3}\s?y[/.]?o\b|\baged?\s{1,3}(?:of\s{1,3})?\d{1,3}\b|\b(?:he|she|who|client|patient)\s{1,3}(?:is|was|turned|just\s{1,3}turned)\s{1,3}\d{1,3}\b(?!\s{0,3}(?:%|percent|minutes|hours|days|weeks|sessions|pounds))"),
    _rule(Detail.AGE, r"\b(?:my|an?|the|our|that)\s{1,3}(?P<it>\d{1,2})\s{1,3}(?=(?:boy|girl|male|female|man|woman)\b)"),
    _rule(Detail.DATE, rf"\b{_MONTH}\s{{1,3}}\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s{{1,3}}\d{{4}}\b)?|\b\d{{1,2}}(?:st|nd|rd|th)?\s{{1,3}}(?:of\s{{1,3}})?{_MONTH}(?!\w)(?:\s{{1,3}}\d{{4}}\b)?", cased=True),
    _rule(Detail.DATE, rf"\b(?:in|on|since|last|this|until|by|of)\s{{1,3}}(?P<it>(?:early\s{{1,3}}|late\s{{1,3}}|mid-?\s?)?(?:{_SURE_MONTH}|March|May|August))\b", cased=True),
    _rule(Detail.DATE, r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{1,2}/\d{1,2}\b(?!\s{0,3}(?:stars?|points?))|\b(?:dob|date\s{1,3}of\s{1,3}birth|birthday)\b"),
    _rule(Detail.FACILITY, rf"\b(?:{_NAME}\s{{1,3}}){{1,4}}(?:of\s{{1,3}})?(?:{'|'.join(WORKPLACES)})\b", cased=True),
    _rule(Detail.FACILITY, rf"\b(?:St\.?|Saint|Mount|Mt\.)\s{{1,3}}{_NAME}(?:'s)?\b", cased=True),
    _rule(Detail.PLACE, rf"\b\d{{1,5}}\s{{1,3}}(?:[NSEW]\.?\s{{1,3}})?(?:{_NAME}\s{{1,3}}){{1,3}}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place)\b", cased=True),
    _rule(Detail.PLACE, r"\b(?:zip(?:\s{1,3}code)?|postcode)\b[\s:]*\d{0,5}|\b[A-Z]{2}\s{1,3}\d{5}(?:-\d{4})?\b"),
    _rule(Detail.PLACE, rf"\b(?:in|from|near|outside|around|downtown)\s{{1,3}}(?P<it>{_KEEP}{_NAME}(?:\s{{1,3}}{_NAME})?(?:,\s{{1,3}}[A-Z]{{2}}\b)?|\b{_NAME}\s{{1,3}}(?:County|Township|Heights|Village))", cased=True),
    _rule(Detail.NAME, rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b\.?\s{{1,3}}{_NAME}(?:\s{{1,3}}{_NAME})?", cased=True),
    _rule(Detail.NAME, rf"\b(?i:named|called|name\s{{1,3}}(?:is|was))\s{{1,3}}(?P<it>{_NAME}(?:\s{{1,3}}{_NAME})?)", cased=True),
    _rule(Detail.NAME, rf"\b(?i:{'|'.join((*PEOPLE, *FAMILY))}),?\s{{1,3}}(?P<it>{_NAME}(?:\s{{1,3}}(?:{_NAME}|[A-Z]\.))?)", cased=True),
    _rule(Detail.NAME, rf"\b(?i:{'|'.join(PEOPLE)})\s{{1,3}}(?P<it>[A-Z]\.(?:\s?[A-Z]\.)?|[A-Z]{{1,3}}\b)", cased=True),
    _rule(Detail.NAME, rf"\b(?:{'|'.join(GIVEN_NAMES)})\b(?:\s{{1,3}}(?:{_NAME}|[A-Z]\.))?", cased=True),
    _rule(Detail.RARE, rf"\b(?:the|our|a|my|town'?s?|city'?s?)\s{{1,3}}(?:\w+\s{{1,3}})?(?:{'|'.join(PUBLIC)})'?s?\s{{1,3}}(?:{'|'.join(FAMILY)})\b"),
    _rule(Detail.RARE, rf"\b(?:the|our|my)\s{{1,3}}(?:only|first|last|youngest|oldest)\s{{1,3}}(?:\w+\s{{1,3}})?(?:{'|'.join((*PEOPLE, *FAMILY))}|person|case|man|woman|boy|girl|teen|veteran|one\s{{1,3}}(?:in|on|at|with))\b"),
    _rule(Detail.RARE, r"\b(?:is|was|were|are|being)\s{1,3}the\s{1,3}only\b|\b(?:was|were|been)\s{1,3}(?:in|on)\s{1,3}the\s{1,3}(?:news|paper|papers|tv)\b|\b(?:famous|well-known|celebrity|locally\s{1,3}known)\s{1,3}\w+"),
    _rule(Detail.CODE, r"\b(?:id|identifier|badge|room|bed|unit|docket)\s{0,3}(?:number|no\.?|#)?\s{0,3}[:#]?\s{0,3}\d{2,}\w*|(?<![\d.,$€£])\b\d{6,}\b"),
)  # fmt: skip
