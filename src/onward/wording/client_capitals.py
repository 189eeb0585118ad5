"""Capitals that are nobody: tools, methods, tests, bodies, days, languages; and people of the field known by name."""

from __future__ import annotations

from onward.wording.days import MONTHS, WEEKDAYS

# By a whole name, or (where that is all that stands there) by the last.
THINKERS = frozenset(
    """
    Aaron_Beck Judith_Beck Carl_Rogers Marsha_Linehan Albert_Ellis Steven_Hayes William_Miller Stephen_Rollnick
    Irvin_Yalom Viktor_Frankl Victor_Frankl Sigmund_Freud Anna_Freud Erik_Erikson Jean_Piaget John_Bowlby
    Mary_Ainsworth Abraham_Maslow Virginia_Satir Salvador_Minuchin Murray_Bowen Alfred_Adler Carl_Jung
    Albert_Bandura Lev_Vygotsky Maria_Montessori John_Gottman Stephen_Porges Dan_Siegel Martin_Seligman
    Florence_Nightingale Edwards_Deming Patrick_Lencioni Steve_Jobs John_Dewey
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
KNOWN_CAPITALS = frozenset(
    (
        *MONTHS,
        *WEEKDAYS,
        *"""
        Access Acceptance Adobe Agile Amazon Android Angular Ansible Apple Applied Asana Azure Bachelor Basecamp
        Behavioral Board Canva Chapter Chrome Code Cognitive College Commission Commitment Council Coursera
        Dialectical Django Docker Doctor Dropbox English Epic Cerner Excel Exposure Facebook Figma Figure French
        Gantt German Git Github Gitlab Gmail Google Greek Hebrew Hindi Hipaa Human Illustrator Indeed Instagram
        Internal Italian Java Javascript Jenkins Jira Joint Kanban Kotlin Kubernetes Latin Level Linkedin Linux
        Mac Mandarin Master Medicaid Medicare Microsoft Mindfulness Motivational Netsmart Node Notion Office
        Oracle Outlook Perl Phase Photoshop Php Portuguese Postgres Power Powerpoint Project Prolonged Python
        Quickbooks React Resources Ruby Rust Sage Salesforce Sap Scrum Section Selenium Sharepoint Shopify Slack
        Social Somatic Spanish Spark Step Stripe Swift Tableau Tagalog Teams Terraform Therapy Trauma Trello
        Twilio Twitter Typescript Ubuntu Unix Vietnamese Whatsapp Windows Word Wordpress Workday Xcode Youtube
        Zendesk Zoom American Americans African Asian Black Christian Catholic Muslim Jewish Hispanic Latino
        Latina Latinx Native White European Indian Chinese Mexican Canadian Irish British Internet Federal State
        Senate Congress Medicare Supreme Court Army Navy Marines Force Guard Veterans Affairs Section Title Act
        Star Association Society University Department Ministry Bureau Agency Institute Foundation God Christmas
        Easter Thanksgiving Halloween Ramadan Hanukkah The This That These Those There Then They When Where What
        Which Who Why How And But For Not Yes No So It He She We You My Your His Her Our Their Its If In On At
        To From By As Is Are Was Were Do Did Does Can Could Would Should May Might Must Will Shall Also Next Now
        Maybe One Two Three Four Five Mr Mrs Ms Miss Dr Prof Alabama Alaska Arizona Arkansas California Colorado
        Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland
        Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon
        Pennsylvania Tennessee Texas Utah Vermont Washington Wisconsin Wyoming Canada Mexico Germany France
        Spain Italy India China England America Europe Africa Asia Ireland Scotland Credible Valant
        Simplepractice SimplePractice Therapynotes TherapyNotes Theranest TheraNest Avatar Carelogic CareLogic
        Qualifacts Welligent Procentive Kipu Athena Nextgen NextGen Kareo Practice Each Every Some Any Most
        Another Rural Urban Neighboring Local Rubric Strength Question Answer Plan Interview Director Manager
        Supervisor Narcan Naloxone Suboxone Subutex Methadone Zoloft Prozac Lexapro Celexa Paxil Abilify Seroquel
        Risperdal Zyprexa Haldol Ativan Xanax Klonopin Valium Adderall Ritalin Vivitrol Lithium Depakote Lamictal
        Wellbutrin Trazodone Tylenol Insulin Morphine Vistaril Clozaril Geodon Invega Effexor Cymbalta Buspar
        Columbia Braden Morse Montreal Beers Nobody Somebody Someone Everyone Everybody Anyone Supervision Nursing
        Nurses Staff Parents Teachers Kids Children Clients Patients Residents Students Families People Group
        Matter Brothers Sisters Mom Dad Mother Father Gestalt Narrative Gabapentin Meditech Lives
        """.split(),  # noqa: SIM905 - as above
    )
)
