"""What the fields of acts and decisions are called, and what each of them means.

Each is the `Meta` of a field: `title` is its label, `description` its meaning, English
and marked for translation. Fields of one name have one meaning as a rule, so that it
is said once. A `Meta` without a title belongs to a type and says what form it expects.
"""

from msgspec import Meta

from ledger.language import N_

# ------------------------------------------------------------------- acts
REFERENCE = Meta(title=N_("reference"), description=N_("what the act is known by"))
TITLE = Meta(title=N_("title"), description=N_("what the act calls itself"))
NATURE = Meta(
    title=N_("nature of the act"),
    description=N_("by its @CTES code; left out, a deliberation"),
)
MATTER = Meta(title=N_("matter"), description=N_("by its @CTES code"))
SOURCE = Meta(title=N_("source"), description=N_("where the text of the act was found"))
NOTE = Meta(
    title=N_("remark"), description=N_("whatever else is to be said of the act")
)
CONVENED_ON = Meta(
    title=N_("date of the notice"),
    description=N_("the day the body was called to meet"),
)
ADOPTED_ON = Meta(
    title=N_("date of adoption"), description=N_("the day the act was adopted")
)
SENT_ON = Meta(
    title=N_("date sent to the State"),
    description=N_("the day the act was sent to the State's representative"),
)
RECEIVED_ON = Meta(
    title=N_("date received by the State"),
    description=N_("the day the State's representative received the act"),
)
PREFECTURE_ID = Meta(
    title=N_("@CTES identifier"),
    description=N_("the number @CTES gave to the transmission"),
)
PUBLISHED = Meta(
    title=N_("publicity"), description=N_("each way the act was made public")
)
PUBLISHED_ON = Meta(
    title=N_("date of publication"), description=N_("the day the act was made public")
)
MODE = Meta(
    title=N_("mode of publication"), description=N_("how the act was made public")
)
EXECUTORY_ON = Meta(
    title=N_("date of entry into force"),
    description=N_("the day the act is in force, where somebody answers for it"),
)
EXECUTORY_BASIS = Meta(
    title=N_("basis of that day"),
    description=N_("whether that day is certified or presumed"),
)
SESSION_OF_ACT = Meta(
    title=N_("session"), description=N_("the session at which the act was adopted")
)
DOCUMENTS = Meta(
    title=N_("documents"), description=N_("the files to be kept in the ledger")
)
IRREGULAR = Meta(
    title=N_("known irregularities"),
    description=N_("rules the act breaks, and why it is recorded all the same"),
)
EDITION = Meta(
    title=N_("edition of the rules"),
    description=N_(
        "under which edition of the rules the act was first recorded; exports say it. "
        "Default: that of the program"
    ),
)
RULE = Meta(title=N_("rule"), description=N_("the rule that the act breaks"))
REASON = Meta(title=N_("reason"), description=N_("why it is so"))

# ------------------------------------------------------------------- votes
QUESTION = Meta(
    title=N_("question"),
    description=N_("what was voted; left out, what the decisions say"),
)
APPLICANT_VOTED_ON = Meta(
    title=N_("applicant"), description=N_("the institution voted on")
)
FOR = Meta(title=N_("for"), description=N_("who voted for it, by name or by number"))
AGAINST = Meta(
    title=N_("against"), description=N_("who voted against it, by name or by number")
)
ABSTENTIONS = Meta(
    title=N_("abstentions"), description=N_("who abstained, by name or by number")
)
RECUSED = Meta(
    title=N_("recused"), description=N_("who took no part, having an interest in it")
)
RECUSED_AS_REPRESENTATIVES = Meta(
    title=N_("recused as representatives"),
    description=N_(
        "who took no part, sitting for the syndicate in the body concerned (CGCT, art. "
        "L.1111-6, II), since 23 February 2022"
    ),
)
APPLICANT_DEPARTMENT = Meta(
    title=N_("département of the applicant"),
    description=N_("how its delegates voted, where votes are counted apart"),
)
PRESIDENT = Meta(title=N_("president"), description=N_("how the president voted"))
OUTCOME = Meta(title=N_("outcome"), description=N_("whether it was adopted"))

# -------------------------------------------------- institutions and persons
ID = Meta(
    title=N_("identifier"),
    description=N_("what the ledger knows it by; left out, the author of the act"),
)
NAME = Meta(title=N_("name"), description=N_("what the institution is called"))
KIND = Meta(title=N_("kind"), description=N_("what kind of institution it is"))
DEPARTMENT = Meta(title=N_("département"), description=N_("the département it lies in"))
INSEE = Meta(title=N_("INSEE code"), description=N_("the code of the commune"))
SIREN = Meta(title="SIREN", description=N_("the number of the institution"))
SIRET = Meta(title="SIRET", description=N_("the number of its main establishment"))
POPULATION = Meta(title=N_("population"), description=N_("the number of inhabitants"))
EPCI = Meta(title=N_("EPCI"), description=N_("the EPCI it belongs to, by id or SIREN"))
EPCI_KIND = Meta(
    title=N_("kind of EPCI"),
    description=N_("communauté de communes, d'agglomération, urbaine, or métropole"),
)
PERSON = Meta(title=N_("person"), description=N_("the person concerned"))
REPLACES = Meta(title=N_("predecessor"), description=N_("whose place the person takes"))

# -------------------------------------------------- what many decisions name
MEMBER = Meta(
    title=N_("member concerned"),
    description=N_("the institution the decision is about"),
)
MEMBER_OR_AUTHOR = Meta(
    title=N_("member concerned"),
    description=N_(
        "the institution the decision is about; left out, the author of the act"
    ),
)
COMPETENCE = Meta(title=N_("competence"), description=N_("the competence concerned"))
COMPETENCES = Meta(title=N_("competences"), description=N_("the competences concerned"))
EFFECT = Meta(
    title=N_("date of effect"),
    description=N_("from when its author wants it to have effect"),
)
FROM = Meta(title=N_("date of effect"), description=N_("the first day it has effect"))
YEAR = Meta(title=N_("year"), description=N_("the calendar year concerned"))
FROM_YEAR = Meta(title=N_("first year"), description=N_("the first year it holds for"))
LINE = Meta(
    title=N_("line of the tariff"), description=N_("the code of a line of the tariff")
)
SESSION = Meta(title=N_("session"), description=N_("the session concerned"))
SUBJECT = Meta(title=N_("subject"), description=N_("what it is about"))
VERSION = Meta(title=N_("version"), description=N_("what this version is called"))

# ------------------------------------------------------------------- constitution
BRAND = Meta(title=N_("brand"), description=N_("what the public knows it by"))
FOUNDERS = Meta(
    title=N_("founding members"),
    description=N_("each with the competences it transferred, if an act names them"),
)
FOUNDER = Meta(title=N_("founding member"), description=N_("who founds the syndicate"))
COMPETENCES_OF_FOUNDER = Meta(
    title=N_("competences"),
    description=N_("those it transferred, if an act names them"),
)
RULES = Meta(
    title=N_("rules of the statutes"),
    description=N_("what this version changes; the other rules go on"),
)
ARTICLES = Meta(
    title=N_("articles of the clauses"),
    description=N_("in which article each clause of this version stands"),
)
HOLDER_OF_POWERS = Meta(
    title=N_("holder of the powers"),
    description=N_("who decides in the committee's stead"),
)
MATTERS = Meta(title=N_("matters"), description=N_("what may so be decided"))
DISSOLVED_ON = Meta(
    title=N_("date of dissolution"), description=N_("the day the syndicate ends")
)

# ------------------------------------------------------------------- membership
APPLICANT = Meta(
    title=N_("applicant"), description=N_("the institution that asks to join")
)
APPROVES_STATUTES = Meta(
    title=N_("statutes approved"),
    description=N_("the version of the statutes its assembly approves"),
)
APPROVES_CONDITIONS = Meta(
    title=N_("conditions approved"),
    description=N_("the version of the conditions its assembly approves"),
)
CITES_CONDITIONS = Meta(
    title=N_("conditions cited"),
    description=N_("the version of the conditions that is cited, not approved"),
)
WORDING = Meta(
    title=N_("wording"),
    description=N_("how the act names the competence, where in other words"),
)
TERMS = Meta(title=N_("terms"), description=N_("on what terms the member leaves"))
MERGED = Meta(
    title=N_("merged members"), description=N_("the institutions that become one")
)
INTO = Meta(title=N_("heir"), description=N_("the institution that succeeds them"))
SUBSTITUTED = Meta(
    title=N_("communes replaced"),
    description=N_("the communes whose place the EPCI takes"),
)
SUBSTITUTE = Meta(
    title=N_("substitute"), description=N_("the EPCI that takes their place")
)
ENDED_ON = Meta(
    title=N_("date of its end"), description=N_("the first day without the institution")
)
KNOWN = Meta(title=N_("institution"), description=N_("who is made known"))
ORDERED = Meta(
    title=N_("date of effect"),
    description=N_("of a prefect's order: its first day; left out, its adoption"),
)
ASSOCIATE = Meta(
    title=N_("associate"), description=N_("the institution that attends without voting")
)

# -------------------------------------------------- delegates and committee
SEAT = Meta(title=N_("seat"), description=N_("which seat is left"))
REASON_TO_LEAVE = Meta(title=N_("reason"), description=N_("why the seat is left"))
LEFT_ON = Meta(
    title=N_("date of departure"), description=N_("the day the seat is left")
)
RENEWED_ON = Meta(
    title=N_("date of renewal"), description=N_("the day the assembly was elected anew")
)
BODY = Meta(title=N_("body"), description=N_("the body called to meet"))
HELD_ON = Meta(
    title=N_("date of the session"), description=N_("the day the body meets")
)
AGENDA = Meta(
    title=N_("agenda"), description=N_("the matters to be dealt with, in order")
)
SECOND_CALL_OF = Meta(
    title=N_("second call of"), description=N_("the session that met without quorum")
)
PRESENT = Meta(title=N_("present"), description=N_("who was there"))
PROXIES = Meta(title=N_("proxies"), description=N_("whoever gave one, and who held it"))
PRESIDED_BY = Meta(title=N_("chair"), description=N_("who presided over the session"))
ARRIVED = Meta(
    title=N_("arrived"),
    description=N_("who came later, and the first act they were there for"),
)
LEFT = Meta(
    title=N_("left"),
    description=N_("who went earlier, and the last act they were there for"),
)
ORDER = Meta(
    title=N_("order"),
    description=N_("the acts of the session, in the order they were voted"),
)
OFFICE = Meta(title=N_("office"), description=N_("what the person is elected to be"))

# ------------------------------------------------------------------- money
HEADCOUNT = Meta(
    title=N_("pupils counted"),
    description=N_("whether the school year that ends or begins in the year"),
)
PRORATA = Meta(
    title=N_("pro rata"),
    description=N_("what part of a year is owed by who joins or leaves in it"),
)
TARIFF_LINES = Meta(
    title=N_("lines of the tariff"), description=N_("the prices, one by one")
)
CODE = Meta(title=N_("code"), description=N_("what the line is known by"))
LABEL = Meta(title=N_("label"), description=N_("what people call the line"))
UNIT = Meta(title=N_("unit"), description=N_("what the price is the price of"))
PRICE = Meta(title=N_("price"), description=N_("in euros with taxes; none by quote"))
OPTIONAL = Meta(
    title=N_("optional"), description=N_("whether it is due only from who takes it")
)
QUOTED_LINES = Meta(
    title=N_("prices"), description=N_("the prices read in the act, one by one")
)
OPERATING = Meta(
    title=N_("operating costs"),
    description=N_("what operating costs in the year, in euros"),
)
PARTICIPATION = Meta(
    title=N_("participation"),
    description=N_("what participation costs in the year, in euros"),
)
STUDIES = Meta(
    title=N_("studies"), description=N_("what studies cost in the year, in euros")
)
SCHOOL_YEAR = Meta(title=N_("school year"), description=N_("the school year counted"))
PUPILS = Meta(
    title=N_("pupils"), description=N_("those of the schools served that year")
)
SCHOOLS = Meta(
    title=N_("schools"), description=N_("how many schools are served that year")
)
UNTIL_YEAR = Meta(title=N_("last year"), description=N_("the last year it holds for"))
DELIVERED_ON = Meta(
    title=N_("date of the service"), description=N_("the day the service was done")
)
QUANTITY = Meta(title=N_("quantity"), description=N_("how much of it was delivered"))
AMOUNT_QUOTED = Meta(
    title=N_("amount"), description=N_("the price of quoted work, in euros")
)
PAYER = Meta(title=N_("payer"), description=N_("who pays the subsidy"))
AMOUNT_GRANTED = Meta(title=N_("amount"), description=N_("what is granted, in euros"))
AMOUNT_CALLED = Meta(
    title=N_("amount"),
    description=N_("what is claimed, in euros; a reduction is negative"),
)
NUMBER = Meta(
    title=N_("number of the call"), description=N_("what the claim is known by")
)
AVAILABLE_ON = Meta(
    title=N_("date made available"),
    description=N_("the day the member can see the call"),
)
AMOUNT_PAID = Meta(
    title=N_("amount"), description=N_("what was paid, in euros; a refund is negative")
)
PAID_ON = Meta(
    title=N_("date of payment"), description=N_("the day the payment was received")
)

# ------------------------------------------------------------------- agreements
PARTNER = Meta(title=N_("partner"), description=N_("with whom the convention is made"))
SIGNED_ON = Meta(
    title=N_("date of signature"), description=N_("the day the convention was signed")
)
DURATION = Meta(title=N_("duration"), description=N_("how many years it runs"))
RENEWALS = Meta(
    title=N_("renewals"), description=N_("how many times it is renewed tacitly")
)

# ------------------------------------------------------------------- afterwards
TARGET = Meta(
    title=N_("act concerned"), description=N_("the act that something is said of")
)
DECISIONS = Meta(
    title=N_("decisions concerned"),
    description=N_("their numbers in the act; left out, all of them"),
)
DOCUMENT = Meta(title=N_("document"), description=N_("what bears the act out"))
DECISION = Meta(
    title=N_("decision rectified"),
    description=N_("its number in the act; left out, the act itself"),
)
CORRECTIONS = Meta(
    title=N_("corrections"), description=N_("how the fields read from now on")
)
ANNULLED_FROM = Meta(
    title=N_("date of effect"),
    description=N_("the day it ends; left out, it has never been"),
)
CHALLENGE_KIND = Meta(
    title=N_("kind of challenge"),
    description=N_("to whom it is addressed, and what it asks for"),
)
CHALLENGED_BY = Meta(title=N_("made by"), description=N_("who challenges the act"))
CHALLENGED_ON = Meta(
    title=N_("date of receipt"),
    description=N_("the day the author of the act, or the court, received it"),
)
CHALLENGE_NUMBER = Meta(
    title=N_("number of the challenge"),
    description=N_("what it is known by, where there may be several"),
)
CLOSED_ON = Meta(title=N_("date closed"), description=N_("the day it ended"))
CHALLENGE_OUTCOME = Meta(
    title=N_("outcome of the challenge"), description=N_("how it ended")
)
