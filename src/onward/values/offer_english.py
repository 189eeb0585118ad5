"""By which words a sentence of an English offer letter speaks of pay, a start, hours and the rest."""

from __future__ import annotations

from onward.values.offer_fields import OfferField, make_look

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b"
_WEEKDAY = r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_FEAST = r"\b(?:thanksgiving|christmas|new year|easter|advent|labor day)\b"
_DATE = (
    rf"(?:\b{_MONTH}\.? \d|\d(?:st|nd|rd|th)?(?: of)? {_MONTH}|\b\d\d?/\d\d?\b|\bthe \d\d?(?:st|nd|rd|th)\b"
    rf"|\d\d?\.\d\d?\.(?:20)?\d\d|\d{{4}}-\d\d-\d\d|{_WEEKDAY}|{_FEAST}|\b(?:middle|mid|end|beginning"
    rf"|week) (?:of )?{_MONTH}|\bmid-{_MONTH})"
)
_MONEY = (
    r"(?:[$£€] ?\d|\b\d[\d.,]{0,12}k? ?(?:usd|eur|gbp|sek|chf|cad|euros?|dollars|pounds|cents)\b"
    r"|\b(?:usd|eur|gbp|sek|nok|dkk|chf|cad|aud) ?\d"
    r"|\b\d\d?(?:\.\d\d)? (?:an|per) hour|\b\d{2,3}k\b|\b\d[\d.,]{2,9} (?:net|gross)\b|\b\d\d ?(?:%"
    r"|percent) of\b|\b\d\d/\d\d (?:split|on)\b"
    r"|\b(?:salary|pay|paid|wage|placed|group)\b.{0,40}\b(?:class|grade|scale|step|level|according to)\b)"
)
_PAY = (
    r"\b(?:salary|pays?|paid|wage|wages|rates?|compensat\w{0,6}|remunerat\w{0,4}|earn|stipend"
    r"|allowance|fee|base|hourly|annually|annualized|package|offer"
    r"|receive|guaranteed|placed|gross|collections|it.s)\b|(?:/ ?|\bper |\ban? |\beach )(?:hour|hr"
    r"|year|annum|month|week|day|session|visit|mile|shift)\b"
    r"|[$£€] ?\d[\d.,]{0,10}k?(?: a| per|\.?$)"
)
_CLEARED = (
    r"check|clearance|clearances|screening|report|references|transcripts?|licen[sc]es?|licensure"
    r"|certification|certificate|registration|privileges|physical|vaccinat\w{1,6}|urinalysis|visa"
    r"|permit|passport|approval"
)
ENGLISH = (
    make_look(
        OfferField.SALARY, _MONEY, _PAY,
        unless=r"\brepa(?:y|id)|\bpa(?:y|id) back|\bowed?\b|reimburs|refund|forgivable|tuition|relocation"
        r"|moving|deduct|damages|\binvoiced?\b|competition clause"
        r"|recoup|withheld|clawback|^.{0,30}\bbonus|stock|equity|options\b|housing|training cost"
        r"|subsidy|\bleave (?:us )?(?:before|within)",
    ),
    make_look(
        OfferField.START,
        r"\b(?:start|starts|starting|begins?|beginning|commenc\w{1,7}|first (?:day|shift"
        r"|contract day|exams?|week|time|sunday|monday)|reporting date"
        r"|effective date|hire date|join(?:ing)?|having you|see you|orientation|induction"
        r"|on-?boarding|kick-?off|come|taken up|take up|runs? from|is from"
        r"|as of|report|on board|ready (?:for you )?from|reserved a seat|cohort|get(?:s|ting)? going"
        r"|forward to you|free at once|opens?|too soon)\b|^from\b",
        rf"{_DATE}|as soon as|\bstart date\b|\bbe agreed\b|\bas agreed\b|\bat once\b|\bimmediate",
        unless=r"benefits|pension|coverage|insurance|accru|vacation|\bholiday|\binterview\b|starting (?:pay"
        r"|salary)|\bcheck cleared"
        r"|\bafter your (?:start|first)|before (?:your|the) (?:first|start)|position open again"
        r"|board votes|background|finalize|\bcome from\b",
    ),
    make_look(
        OfferField.HOURS,
        r"\b\d[\d.,–-]{0,6} ?(?:hours?|hrs?|h)\b|\b\d+-hour\b|\b(?:seven|eight|nine|ten"
        r"|twelve)(?: and a half)? hours\b|\bfull[- ]time\b|\bpart[- ]time\b"
        r"|\bshifts?\b|\bfte\b|\bwhole time\b|\brota(?:te|tion)?\b|\bwaking nights|\bnights\b"
        r"|\bovernights?\b|\bweekends?\b|\bevenings?\b|\bon[- ]call\b"
        r"|\bcall (?:one|every)|\bovertime\b|\bworking (?:time|hours|week)\b|\byour hours\b"
        r"|\bnormal hours|\bzero[- ]hours|\bguarantee (?:any )?hours"
        r"|\bdays a week\b|\bday week\b|\bover (?:two|three|four) days\b|\bafternoons? a week"
        r"|\bmornings? a week|\bexempt\b|\bstandard week\b|\bdays only\b"
        r"|\bcore time\b|\bnine to five\b|\b(?:mon|tue|wed|thu)\w{0,6} ?(?:-|–|to|through) ?(?:thu"
        r"|fri|sat|sun)\w{0,6}"
        r"|\b(?:between|until|from|open)\b.{0,20}\d(?::\d\d)? ?(?:[ap]\.?m|to\b)"
        r"|\b\d\d?[.:]\d\d ?(?:to|-|–) ?\d|\buntil he is asleep|\ball day on\b",
        unless=r"supervision|supervisor|intervision|billable|direct service|eligible for overtime"
        r"|differential|paid leave|\bsession of"
        r"|\bhours? of (?:leave|vacation|supervision)|background check|\bfirst shift\b|\bplus [$£€]"
        r"|\bper completed\b|within \d+ hours|24 hours|notice|\bover the weekend\b|\blpc hours",
    ),
    make_look(
        OfferField.SUPERVISION,
        r"\bsupervision\b|\bsupervised\b|\bsupervisors?\b|\bmentor\b|\bmentor(?:ed|ing)\b"
        r"|\bintervision\b|\bconsultation with\b|\blpc hours\b"
        r"|\bcollaborating (?:physician|psychiatrist)|\bsigns for your\b|\bclinical fellowship\b"
        r"|\bpreceptor\b|\bhours toward (?:your )?licens",
        unless=r"report(?:ing)? to|you (?:will|would) supervise"
        r"|\bsupervision of (?!(?:\d|an? |one |two )[\w ]{0,12}(?:min|hour|hr)|\d)"
        r"|\b(?:dispatch|shift"
        r"|store|night|warehouse|production|office) supervisor"
        r"|invoiced|position of \w+ supervisor",
    ),
    make_look(
        OfferField.PRODUCTIVITY,
        r"\bproductivity\b|\bbillable\b"
        r"|\btargets? of \d|\b\d+ (?:\w+ )?contact hours|\bw?rvus?\b|\bcaseload\b|\bquota\b|\bdirect (?:service|care"
        r"|client) hours|\bexpected volume\b|\byour panel\b.{0,30}\d|\bsales target"
        r"|\b\d+(?:(?:-| to |–)\d+)? (?:\w+ ){0,2}(?:visits|sessions|contacts|encounters|clients"
        r"|patients|units|points|residents|students|families|cases|calls)"
        r"(?:(?: per| a| each| in)? .{0,10}(?:week|day|month)|\b(?=.{0,40}\b(?:across|at a time"
        r"|on your|capped))|\.)|\bheld to \d+ a day"
        r"|\b(?:carry|follow|see|serve|manage) (?:about |up to |around )?\d+ ",
        unless=r"\bdo not enroll\b",
    ),
    make_look(
        OfferField.AT_WILL,
        r"\bat[- ]will\b|\b(?:either|both)\b.{0,40}\b(?:end|terminate|cancel|stop)"
        r"|\bwith or without (?:cause|notice)|\bno (?:specified|definite|fixed) (?:period|term"
        r"|duration)"
        r"|\bnot a contract for|\bterminate\b.{0,30}\bat any time|\bend (?:your|this"
        r"|the) employment\b.{0,30}\bat any time|\bdefinite term\b|\bemployment at will"
        r"|\bguarantee of employment|\bmay resign at any time",
    ),
    make_look(
        OfferField.CONTINGENT,
        r"\bcontingent\b|\bconditional\b|\bcondition(?:ed|s)?\b|\bsubject to\b"
        r"|\bdepends? (?:up)?on\b|\bdependent (?:up)?on\b|\bpending\b|\bprovided that\b"
        r"|\bonly if\b|\bnot take effect until\b|\bonly once\b|\bbackground (?:check|screen)"
        r"|\bhistory check|\bdrug (?:screen|test)|\bfingerprint|\be-verify\b|\bform i-9\b"
        r"|\bpre-(?:hire|employment)\b|\bbefore (?:it is final|you can begin)|\bproof of\b"
        r"|\bvoid if\b|\bon the assumption\b|\bis not binding\b|\bmay be cancelled\b"
        rf"|\b(?:require[ds]?|must|needs?|needed|need to|have to|see|show|until|cannot|until we|pass"
        rf"|hold|received?)\b.{{0,60}}\b(?:{_CLEARED})\b"
        rf"|\b(?:{_CLEARED})\b.{{0,40}}\b(?:required|needed|cleared|before (?:you|the first day))"
        rf"|\breferences\b|\bcertificate of good conduct|\bnot serve before\b"
        r"|\bneed to (?:show|see|provide)\b|\bmust pass\b|\bnot begin until\b",
        unless=r"subject to change|subject to (?:tax|withholding|overtime)|bonus (?:is|are) subject"
        r"|conditions of our|terms and conditions|sign and return",
    ),
    make_look(
        OfferField.REPAYMENT,
        r"\brepa(?:y|id|yment)\b|\bpa(?:y|id)\b.{0,20}\bback\b|\breimburse(?:d)? (?:to|by you|us"
        r"|the)\b|\bclawback\b|\bowed?\b|\bforgiv\w{2,5}\b|\brecoup\w{0,3}\b"
        r"|\brefund(?:ed)?\b|\bdeducted from your (?:final|last)|\bwithheld from\b"
        r"|\bliquidated damages|\bunearned\b|\breturned to the (?:company|employer|practice)"
        r"|\bpro[- ]?rata basis\b|\bprorated (?:portion|part|share)|\b(?:leave|go|leaves|quit"
        r"|resign)\b.{0,50}\b(?:buy|invoiced?|billed|responsib\w+|charged?|cost)\b"
        r"|\b(?:fees?|costs?|billed|invoiced)\b.{0,50}\bif you (?:leave|quit|resign|go)|\bgo earlier are invoiced",
        unless=r"pay back to you|we (?:will )?(?:reimburse|refund) you",
    ),
    make_look(
        OfferField.NON_COMPETE,
        r"\bnon-?compet\w{1,7}|\bnon-?solicit\w{0,7}|\bnon-?disclosure\b|\brestrictive covenant"
        r"|\bcompet(?:ing|itors?|ition)\b|\bsolicit\b|\bwithin \d+ miles"
        r"|\bnot take (?:them|clients|patients)|\bwork elsewhere\b|\bnot (?:\w+ ){0,3}(?:open|join"
        r"|accept|work|practice)\b.{0,80}\b(?:after|months|years?|vendor|competitor)\b",
        unless=r"competitive (?:salary|pay)",
    ),
    make_look(
        OfferField.DEADLINE,
        r"\b(?:sign|signed|countersign|return|respond|response|reply|accept\w{0,5}|answer|let (?:me"
        r"|us) know|let us have|confirm|hear from you|hear back|decision|decide"
        r"|tell (?:me|us|the)|tell something|offer|send|valid|held|hold|yes|call me|call us"
        r"|runner-up|position open|waiting|portal|agreeable)\b",
        rf"\bwithin \w+ (?:\w+ )?(?:days|hours)|\bno later than\b|\bnot (?:after|later)\b"
        rf"|\bexpires?\b|\blapses?\b|\b\d+ (?:working|business|calendar) days|\bvalid through"
        rf"|\bgood (?:until|through)\b|\bnull and void\b|\bin the next \w+ (?:days|hours)"
        rf"|\bafter \d+ days\b|\bdies after\b|\bopen again on\b|\bcall me on\b"
        rf"|\b(?:by|before|until|till|past)\b.{{0,30}}(?:{_DATE}|noon|close of|cob\b|end of|week|break)",
        unless=r"background|will call you|you will hear|deposit|\bstart date|orientation|benefit"
        r"|\binterview(?:s|ed)?\b|board votes|must be returned|withheld|works council",
    ),
)  # fmt: skip
