"""The patterns of the scan for client details, a table of one rule a line."""

from __future__ import annotations

import re
from enum import StrEnum

from onward.wording.client_words import DIAGNOSES, FAMILY, HOLIDAYS, NOT_PLACES, PEOPLE, PUBLIC, WORKPLACES
from onward.wording.days import MONTHS, WEEKDAYS


class DetailKind(StrEnum):
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


# Spaces are counted ({1,3}, not *): three open-ended ones in a row would make a page of blanks cubic.
_NOT_INITIALS = (
    r"(?:U\.S|U\.K|D\.C|[AP]\.M|R\.N|M\.[ADS]|B\.[AS]|E\.R|I\.[DOQTV]|H\.R|A\.A|N\.A|L\.A|N\.[CDHJMY]|S\.[CD]|R\.I)\."
)
_GAP = r"[ \t]{1,3}"  # within a name: a name doesn't go on in the next line
_NAME = r"[A-Z][a-zà-öø-ÿ]+(?:[-'][A-Z][a-zà-öø-ÿ]+)?"
_MONTH = rf"(?:{'|'.join(MONTHS)}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
_SURE_MONTH = rf"(?:{'|'.join(m for m in MONTHS if m not in ('March', 'May', 'August'))})"
_KEEP = rf"(?!(?:{'|'.join(NOT_PLACES)})\b)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)"
_WHO = rf"(?:{'|'.join((*PEOPLE, *FAMILY))})"
_SOMEBODY = rf"(?:{_WHO}|man|woman|guy|lady|gentleman|person|somebody|someone|male|female)"
_WHOSE = r"(?:his|her|their|my|our|the|a|an|client's|patient's|resident's|student's)"
_UNITS = r"one|two|three|four|five|six|seven|eight|nine"
_TENS = r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS = r"ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_COUNT = rf"(?:\d{{1,3}}|(?:{_TENS})(?:[\s-](?:{_UNITS}))?|{_TEENS}|{_UNITS})"
_GROWN = (
    rf"(?:\d{{1,3}}|(?:{_TENS})(?:[\s-](?:{_UNITS}))?|{_TEENS}|{_UNITS.removeprefix('one|')})"  # “he was one” of them
)
# After an age a sentence pauses or goes on about the person; after a count comes what is counted.
_PAUSE = r"(?=\s{0,3}(?:[.,;:!?)\"]|$|(?:and|but|when|now|then|or|with|who|at\s{1,3}the\s{1,3}time|years?[\s-]old)\b))"
# A label and the number it announces: “chart 88-1203”, “the serial number was HA20991X”, “VIN, 1HG…”.
_SAYS = (
    r"(?:[ \t]{0,3}(?:numbers?|no\b\.?|num\b\.?|id|code|#))?"
    r"(?:[ \t]{0,3}(?:is|was|are|were|reads?|said|says|of|ending[ \t]{1,3}in)\b)?[ \t,:#]{0,4}"
)
_NUMBER = (
    r"(?=(?:[^\d\n]{0,3}\d){3})(?:[A-Za-z]{1,5}[ .-]?)?\d[\w./-]{1,22}\b(?:[ -](?=[\w-]{0,3}\d)[A-Z0-9-]{2,12}\b){0,4}"
)
_LETTERS_FIRST = r"(?:[A-Z]{2,4}[ -]?\d{2,4}|\d{1,4}[ -]?[A-Z]{2,4})(?:[ -]?[A-Z0-9]{2,4})?\b"


def _rule(detail: DetailKind, pattern: str, *, cased: bool = False) -> tuple[DetailKind, re.Pattern[str]]:
    return detail, re.compile(pattern, 0 if cased else re.IGNORECASE)


def _label(detail: DetailKind, *labels: str) -> tuple[DetailKind, re.Pattern[str]]:
    """Numbers that a label announces: the mark covers the label too."""
    return _rule(detail, rf"\b(?:{'|'.join(labels)})(?:'s)?{_SAYS}{_NUMBER}")


RULES: tuple[tuple[DetailKind, re.Pattern[str]], ...] = (
    _rule(DetailKind.EMAIL, r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}|"
                            r"\b[\w.+-]{1,40}\s{1,2}[(\[]?at[)\]]?\s{1,2}[\w-]{1,40}\s{1,2}[(\[]?dot[)\]]?\s{1,2}[a-z]"
                            r"{2,10}\b"),
    _rule(DetailKind.LINK, r"\b(?:https?://|www\.)[^\s<>\"]+|(?<![\w@.])@[A-Za-z]\w[\w.]{1,28}\w|(?<![\w@.-])(?!(?:ASP|"
                           r"VB|ADO)\.NET)[a-z][\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.(?:com|org|net|edu|gov|info|example|"
                           r"co\.uk)\b(?:/[^\s<>\",;)]{0,200})?|(?<![\w@.-])[a-z][\w-]{1,40}\.(?:io|me|tv|app|us|ca|uk|"
                           r"de|fm|blog|page)/[^\s<>\",;)]{1,200}"),
    _rule(DetailKind.NETWORK, r"\b(?:\d{1,3}\.){3}\d{1,3}\b(?::\d{2,5}\b)?|"
                              r"\b(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5})?|"
                              r"\b(?:[0-9a-f]{1,4}:){5,7}[0-9a-f]{1,4}\b|\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\b"),
    _rule(DetailKind.SOCIAL_SECURITY, rf"\b\d{{3}}-\d{{2}}-\d{{4}}\b|\b(?:ssn|"
                                      rf"social\s{{1,3}}security(?:\s{{1,3}}number)?){_SAYS}\d[\d -]{{2,10}}\d\b|"
                                      rf"\blast\s{{1,3}}(?:four|"
                                      rf"4)(?:\s{{1,3}}digits)?(?:\s{{1,3}}of\s{{1,3}}(?:\w{{1,6}}\s{{1,3}})?(?:ssn|"
                                      rf"social(?:\s{{1,3}}security)?(?:\s{{1,3}}number)?))?[\s,:]{{1,4}}(?:is\s|was\s|"
                                      rf"are\s)?\s{{0,2}}\d{{4}}\b|\b(?:his|her|my|their)\s{{1,3}}ssn\b"),
    _rule(DetailKind.PHONE, r"(?<![\w-])(?:\+?\d{1,3}[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]?\d{4}\b|"
                            r"\+\d[\d\s-]{7,15}\d\b|\b(?:fax|phone|cell|mobile|pager|call(?:ed)?|text(?:ed)?|"
                            r"dial(?:ed)?|reach(?:ed)?|tel)\b[^.\n\d]{0,24}\d{3}[\s.-]\d{4}\b"),
    _label(DetailKind.RECORD, r"mrn", r"medical\s{1,3}record", r"charts?", r"records?", r"case", r"patient", r"client", r"files?", r"encounter", r"intake"),
    _label(DetailKind.ACCOUNT, r"accounts?", r"acct\.?", r"policy", r"member(?:ship)?", r"medicaid", r"medicare", r"insurance(?:\s{1,3}card)?", r"health\s{1,3}plan", r"plan\s{1,3}(?:number|no\.?|id)", r"claim", r"subscriber", r"group\s{1,3}(?:number|no\.?|id)", r"beneficiary", r"invoice", r"loan", r"(?:debit\s|credit\s|his\s|her\s)card", r"iban", r"routing"),
    _label(DetailKind.LICENSE, r"(?:driver'?s?\s{1,3})?licen[sc]e", r"certificate", r"permit", r"passport", r"dea", r"npi", r"cdl", r"green\s{1,3}card", r"visa"),
    _rule(DetailKind.VEHICLE, rf"\b(?:(?:licen[sc]e|number)\s{{1,3}}plates?|plates?|tags?|registration|vin|"
                              rf"license\s{{1,3}}tag)\b{_SAYS}(?-i:{_LETTERS_FIRST})|\bvin\b{_SAYS}[a-z0-9]{{8,17}}\b|"
                              rf"\b(?:licen[sc]e|number)\s{{1,3}}plates?\b"),
    _label(DetailKind.DEVICE, r"serial", r"device", r"implant", r"pump", r"monitor", r"pacemaker", r"asset\s{1,3}tag", r"imei", r"s/?n", r"udi"),
    _rule(DetailKind.BODY, rf"\b(?:finger|thumb|palm|voice|foot)\s?prints?\b|\b(?:retina(?:l)?|iris|face|facial|"
                           rf"palm)\s{{1,3}}(?:scans?|id)\b|\bdental\s{{1,3}}records\b|\bdna\s{{1,3}}(?:sample|test|"
                           rf"profile|swab)\b|\b(?:tattoos?|birthmark|scar)\s{{1,3}}(?:of|on|across|that|"
                           rf"over)\b[^.,;\n]{{0,40}}|\brecordings?\s{{1,3}}of\s{{1,3}}(?:her|him|them|"
                           rf"{_WHOSE}\s{{1,3}}(?:voice|{_WHO}))\b(?:\s{{1,3}}voice\b)?"),
    _rule(DetailKind.PHOTO, rf"\b(?:photo(?:graph)?s?|pictures?|selfies?|videos?|images?|portraits?|headshots?|"
                            rf"snapshots?)\s{{1,3}}of\s{{1,3}}(?:(?:her|him)(?:self)?|them(?:selves)?|"
                            rf"{_WHOSE}\s{{1,3}}(?:\w+\s{{1,3}})?(?:{_WHO}|face|family))\b|\b(?:his|her|their|client's|"
                            rf"patient's)\s{{1,3}}(?:photo(?:graph)?|picture|selfie|portrait|head\s?shot|mug\s?shot|"
                            rf"snapshot)s?\b|\b(?:the|a)\s{{1,3}}(?:photo|selfie|picture|video|portrait|headshot|"
                            rf"mug\s?shot)s?\s{{1,3}}(?:that\s{{1,3}}|which\s{{1,3}})?(?:he|she|they|(?:my|"
                            rf"the)\s{{1,3}}{_WHO})\s{{1,3}}(?:sent|took|posted|gave|showed|brought|shared|"
                            rf"texted)\b(?:\s{{1,3}}me\b)?|\b(?:the\s{{1,3}})?(?:head|mug)shots?\s{{1,3}}(?:from|in|"
                            rf"on)\b"),
    _rule(DetailKind.AGE, rf"\b{_COUNT}[\s-](?:years?|yrs?|months?|weeks?|days?)[\s-]olds?\b|\b\d{{1,3}}\s?y[/.]?o\b|"
                          rf"\baged?\s{{1,3}}(?:of\s{{1,3}})?{_COUNT}\b"),
    _rule(DetailKind.AGE, rf"\b(?:(?:he|she|who|{_SOMEBODY})(?:'s|\s{{1,3}}(?:is|was|turned|turns|"
                          rf"had(?:\s{{1,3}}just)?\s{{1,3}}turned|just\s{{1,3}}turned)))\s{{1,3}}(?:(?:only|just|about|"
                          rf"around|almost|nearly|barely)\s{{1,3}})?{_GROWN}\b{_PAUSE}"),
    _rule(DetailKind.AGE, rf"\b{_SOMEBODY},\s{{1,3}}(?P<it>{_COUNT}),|\bat\s{{1,3}}(?P<he>{_GROWN}),?\s{{1,3}}(?:he|"
                          rf"she)\b|\b(?:my|an?|the|our|that)\s{{1,3}}(?P<boy>\d{{1,2}})\s{{1,3}}(?=(?:boy|girl|male|"
                          rf"female|man|woman)\b)"),
    _rule(DetailKind.DATE, rf"\b{_MONTH}\s{{1,3}}\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s{{1,3}}\d{{4}}\b)?|\b\d{{1,2}}(?:st|"
                           rf"nd|rd|th)?\s{{1,3}}(?:of\s{{1,3}})?{_MONTH}(?!\w)(?:\s{{1,3}}\d{{4}}\b)?", cased=True),
    _rule(DetailKind.DATE, rf"\b(?:in|on|since|last|this|until|by|of|before|after)\s{{1,3}}(?P<it>(?:early\s{{1,3}}|"
                           rf"late\s{{1,3}}|mid-?\s?)?(?:{_SURE_MONTH}|March|May|August))\b", cased=True),
    _rule(DetailKind.DATE, rf"\b(?:{'|'.join(WEEKDAYS)}),?\s{{1,3}}(?:the\s{{1,3}})?{_DAY}\b|\b(?:on|by|until|since|"
                           rf"before|after)\s{{1,3}}(?P<it>the\s{{1,3}}{_DAY})(?=\s{{0,3}}(?:[.,;!?)]|$|"
                           rf"of\s{{1,3}}(?:the\s{{1,3}}month|last|this)))", cased=True),
    _rule(DetailKind.DATE, rf"\b(?:on|last|since|until|before|after|over|at|around|this|"
                           rf"past)\s{{1,3}}(?P<it>(?:{'|'.join(HOLIDAYS)})(?:\s{{1,3}}(?:Eve|Day|morning|night))?)\b", cased=True),
    _rule(DetailKind.DATE, r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|"
                           r"\b\d{1,2}/\d{1,2}\b(?!\s{0,3}(?:stars?|points?))|\b(?:dob|date\s{1,3}of\s{1,3}birth|"
                           r"birthday)\b"),
    _rule(DetailKind.FACILITY, rf"\b(?:{_NAME}{_GAP}){{1,4}}(?:of{_GAP})?(?:{'|'.join(WORKPLACES)})\b(?!{_GAP}(?:Assoc"
                               rf"iation|Society|Board|Commission|Council|Act|Code|Services\s{{1,3}}Act))", cased=True),
    _rule(DetailKind.FACILITY, rf"\b(?:St\.?|Saint|Mount|Mt\.|Camp|Fort|Ft\.){_GAP}{_NAME}(?:'s)?\b", cased=True),
    _rule(DetailKind.FACILITY, rf"\b(?i:admitted|discharged|transferred|transfer|referred|released|committed|detained|"
                               rf"paroled|released|sentenced|hospitalized|placed|came|comes|moved|"
                               rf"ran\s{{1,3}}away)\s{{1,3}}(?i:to\s{{1,3}}us\s{{1,3}}|out\s{{1,3}}|"
                               rf"back\s{{1,3}})?(?i:to|from|at|"
                               rf"of)\s{{1,3}}(?P<it>{_KEEP}{_NAME}(?:{_GAP}{_NAME}){{0,3}})", cased=True),
    _rule(DetailKind.FACILITY, rf"\b(?i:station|shelter|motel|hotel|store|bar|bridge|corner|group\s{{1,3}}home|"
                               rf"halfway\s{{1,3}}house|unit|facility|school|church)\s{{1,3}}(?:on|at|called|"
                               rf"named)\s{{1,3}}(?P<it>{_KEEP}{_NAME}(?:{_GAP}{_NAME})?)", cased=True),
    _rule(DetailKind.PLACE, rf"\b\d{{1,5}}{_GAP}(?:[NSEW]\.?{_GAP})?(?:{_NAME}{_GAP}){{1,3}}(?:Street|St|Avenue|Ave|"
                            r"Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Parkway|Pkwy|Terrace|Circle|"
                            r"Square|Highway|Hwy|Trail|Alley)\b", cased=True),
    _rule(DetailKind.PLACE, rf"\b{_KEEP}(?:{_NAME}|\d{{1,3}}(?:st|nd|rd|th)){_GAP}(?:Street|Avenue|Road|Lane|Boulevard|"
                            rf"Blvd|Ave|County|Township|Parish|Heights|Village|Reservation|Falls|Springs|neighborhood|"
                            rf"neighbourhood|district|borough)\b|"
                            rf"\b(?P<it>{_KEEP}{_NAME}(?:{_GAP}{_NAME})?{_GAP}(?:reservation|county|township|parish|"
                            rf"projects))\b|\b(?:County{_GAP}Road|Route|Highway|State{_GAP}Route|"
                            rf"Interstate){_GAP}\d{{1,4}}\b", cased=True),
    _rule(DetailKind.PLACE, rf"\b(?:zip(?:\s{{1,3}}code)?|postcode){_SAYS}\d{{5}}(?:-\d{{4}})?\b|"
                            rf"\b[A-Z]{{2}}\s{{1,3}}\d{{5}}(?:-\d{{4}})?\b"),
    _rule(DetailKind.PLACE, rf"\b(?:in|from|near|outside|around|"
                            rf"downtown)\s{{1,3}}(?P<it>{_KEEP}{_NAME}(?:{_GAP}{_NAME})?(?:,\s{{1,3}}[A-Z]{{2}}\b)?)", cased=True),
    _rule(DetailKind.NAME, rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b\.?{_GAP}{_NAME}(?:{_GAP}{_NAME})?", cased=True),
    _rule(DetailKind.NAME, rf"\b(?:Mr|Mrs|Ms|Miss|Dr)\b\.?{_GAP}[A-Z]\b\.?|"
                           rf"(?<![\w.])(?!{_NOT_INITIALS})[A-Z]\.[A-Z]\.(?![A-Z]\.|\w)", cased=True),
    _rule(DetailKind.NAME, rf"\b(?i:named|called|name\s{{1,3}}(?:is|was))\s{{1,3}}(?P<it>{_NAME}(?:{_GAP}{_NAME})?)", cased=True),
    _rule(DetailKind.NAME, rf"\b(?i:{'|'.join((*PEOPLE, *FAMILY))}),?{_GAP}(?P<it>{_KEEP}{_NAME}(?:{_GAP}(?:{_NAME}|"
                           r"[A-Z]\.))?)", cased=True),
    _rule(DetailKind.NAME, rf"\b(?i:{'|'.join(PEOPLE)}){_GAP}(?!(?:I|A|CBT|DBT|ACT|IOP|PHP|IEP|ER|ICU|IT|HR|OK|US|"
                           rf"UK)\b)(?P<it>[A-Z]\.(?:\s?[A-Z]\.)?|[A-Z]{{1,3}}\b)", cased=True),
    _rule(DetailKind.RARE, rf"\b(?:the|our|a|my|town'?s?|"
                           rf"city'?s?)\s{{1,3}}(?:\w+\s{{1,3}})?(?:{'|'.join(PUBLIC)})'?s?\s{{1,3}}(?:ex-?)?(?:"
                           rf"{'|'.join(FAMILY)})\b"),
    _rule(DetailKind.RARE, rf"\b(?!my\s{{1,3}}first)(?:the|our|my)\s{{1,3}}(?:only|first|last|youngest|"
                           rf"oldest)\s{{1,3}}(?:ever\s{{1,3}})?(?:\w+\s{{1,3}})?(?:{_WHO}|person|case|man|woman|boy|"
                           rf"girl|teen|veteran|admission|survivor|one\s{{1,3}}(?:in|on|at|with))\b|"
                           rf"\bone\s{{1,3}}of\s{{1,3}}(?:only\s{{1,3}})?(?:two|three|four|five|the\s{{1,3}}(?:few|"
                           rf"only))\s{{1,3}}(?:\w+\s{{1,3}}){{1,3}}(?:in|at|on)\b"),
    _rule(DetailKind.RARE, r"\b(?:is|was|were|are|being)\s{1,3}the\s{1,3}only\b|\b(?:is|are|was|were|"
                           r"been)\s{1,3}(?:all\s{1,3})?(?:in|on|over)\s{1,3}(?:the\s{1,3})?(?:local\s{1,3}|"
                           r"national\s{1,3})?(?:news|papers?|tv|television|headlines)\b|\b(?:everybody|everyone|"
                           r"people|the\s{1,3}(?:whole\s{1,3})?town)\s{1,3}(?:had\s{1,3})?(?:read|heard|talked|knows|"
                           r"knew)\s{1,3}(?:about|of)?|\bon\s{1,3}live\s{1,3}(?:tv|television)\b|\bwent\s{1,3}viral\b|"
                           r"\b(?:famous|well-known|celebrity|locally\s{1,3}known)\s{1,3}\w+"),
    _rule(DetailKind.RARE, r"\b(?i:story|article|piece|headline|"
                           r"obituary)(?i:\s{1,3}about\s{1,3}\w{1,12})?\s{1,3}(?i:in|"
                           r"on)\s{1,3}(?i:the\s{1,3})?(?:[A-Z]\w+|(?i:paper|news|tv)\b)", cased=True),
    _rule(DetailKind.RARE, r"\b(?:town|village|island|hamlet|tribe)\s{1,3}of\s{1,3}(?:\w+\s{1,3}){1,3}(?:people|souls|"
                           r"residents|families|members)\b"),
    _rule(DetailKind.RARE, rf"\b(?:{'|'.join(FAMILY)}),?\s{{1,3}}(?:(?:who\s{{1,3}})?(?:is|was)\s{{1,3}})?(?:an?|the|"
                           rf"our)\s{{1,3}}(?:(?:local|state|county|town|city|"
                           rf"former)\s{{1,3}}){{0,2}}(?:{'|'.join(PUBLIC)})\b"),
    _rule(DetailKind.RARE, r"\bwho\s{1,3}(?:had\s{1,3})?(?:survived|escaped)\s{1,3}(?:the|a)\s{1,3}\w+(?:\s{1,3}\w+)?|"
                           r"\b(?:twins?|triplets?|quadruplets?|quintuplets?)\b|\b(?:former|ex-?|retired|pro|"
                           r"professional|olympic|nfl|nba)\s{1,3}(?:\w+\s{1,3})?(?:swimmer|athlete|player|quarterback|"
                           r"boxer|skater|gymnast|wrestler|actor|actress|singer|model|astronaut|anchor)\b"),
    _rule(DetailKind.CODE, rf"\b(?:ids?|identifier|badge|room|bed|cell|inmate|locker|docket|incident|booking|"
                           rf"evidence(?:\s{{1,3}}bag)?|probation|parole|study|student|participant|subject|ticket|unit|"
                           rf"report|bib)\b{_SAYS}(?:(?=[\w-]{{0,8}}\d{{2}})(?:[A-Z]{{1,3}}-?)?\d[\w-]{{1,14}}\b)|"
                           rf"(?<![\d.,$€£])\b\d{{6,}}\b"),
    _rule(DetailKind.CODE, r"(?<![\w.-])(?!ISO|RFC|CVE)(?=(?:[A-Z.-]{0,6}\d){4})[A-Z]{1,5}[.-]?\d[\dA-Z-]{2,20}\b|"
                           r"(?<!\w)#\s?\d[\d-]{2,12}\b", cased=True),
)  # fmt: skip
DIAGNOSIS = re.compile(rf"\b(?:{'|'.join(DIAGNOSES)})\b", re.IGNORECASE)
