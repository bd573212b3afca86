"""What may be asked `why` and `history`: one struct for each kind of answer."""

from typing import TypeAlias

import msgspec

from ledger.errors import UnknownNameError
from ledger.language import N_
from ledger.names import nearest, slug
from projections.register.portrait import institution_named
from projections.register.rosters import body_named
from projections.timelines.world import World


class AboutMember(msgspec.Struct, frozen=True):
    """Is an institution a member; does it hold a competence, where one is named?"""

    member: str
    competence: str | None = None

    @property
    def asked(self) -> str:
        """Write it as it is asked, with the ids that were found."""
        return (
            f"member {self.member}"
            if self.competence is None
            else f"competence {self.member} {self.competence}"
        )


class AboutSeat(msgspec.Struct, frozen=True):
    """Who sits in a body; does a person, where one is named?"""

    body: str
    person: str | None = None

    @property
    def asked(self) -> str:
        """Write it as it is asked, with the ids that were found."""
        return f"seat {self.body}" + (f" {self.person}" if self.person else "")


class AboutVacancy(msgspec.Struct, frozen=True):
    """Which seats of a member's delegates are empty?"""

    member: str

    @property
    def asked(self) -> str:
        """Write it as it is asked, with the ids that were found."""
        return f"vacancy {self.member}"


class AboutRegime(msgspec.Struct, frozen=True):
    """How is the communal block represented?"""

    @property
    def asked(self) -> str:
        """Write it as it is asked, with the ids that were found."""
        return "regime"


class AboutForce(msgspec.Struct, frozen=True):
    """Since when is an act in force?"""

    act: str

    @property
    def asked(self) -> str:
        """Write it as it is asked, with the ids that were found."""
        return f"executory {self.act}"


class AboutContribution(msgspec.Struct, frozen=True):
    """What does a member owe for a year?"""

    year: int
    member: str

    @property
    def asked(self) -> str:
        """Write it as it is asked, with the ids that were found."""
        return f"contribution {self.year} {self.member}"


class AboutPending(msgspec.Struct, frozen=True):
    """What does an institution wait for?"""

    member: str

    @property
    def asked(self) -> str:
        """Write it as it is asked, with the ids that were found."""
        return f"pending {self.member}"


class AboutVote(msgspec.Struct, frozen=True):
    """What vote is on record for an act?"""

    act: str

    @property
    def asked(self) -> str:
        """Write it as it is asked, with the ids that were found."""
        return f"vote {self.act}"


Question: TypeAlias = (
    AboutMember
    | AboutSeat
    | AboutVacancy
    | AboutRegime
    | AboutForce
    | AboutContribution
    | AboutPending
    | AboutVote
)

KINDS = {
    "member": ("ID", 1, 1),
    "competence": ("ID COMPETENCE", 2, 2),
    "seat": ("BODY [PERSON]", 1, 2),
    "vacancy": ("ID", 1, 1),
    "regime": ("", 0, 0),
    "executory": ("REF", 1, 1),
    "contribution": ("YEAR ID", 2, 2),
    "pending": ("ID", 1, 1),
    "vote": ("REF", 1, 1),
}
"""The kinds of answer, what each is asked with, and how many words that may be."""


class UnknownActError(UnknownNameError):
    """No act has that reference; the nearest are offered, none is chosen."""

    sentence = N_("«{name}» is no act the ledger knows. Known: {known}")
    nothing_near = N_("«{name}» is no act the ledger knows. Nothing is like it")


class UnknownPersonError(UnknownNameError):
    """No act names that person; the nearest are offered, none is chosen."""

    sentence = N_("«{name}» is nobody the ledger knows. Known: {known}")
    nothing_near = N_("«{name}» is nobody the ledger knows. Nothing is like it")


class UnknownCompetenceError(UnknownNameError):
    """Neither statutes nor acts name that competence."""

    sentence = N_("«{name}» is no competence the ledger knows. Known: {known}")
    nothing_near = N_("«{name}» is no competence the ledger knows. Nothing is like it")


def question_of(  # noqa: PLR0911 -- one for each kind of question
    world: World, kind: str, words: tuple[str, ...]
) -> Question:
    """Find what the words of a question name; their number has been verified.

    Raises:
        LedgerError: something of that name is not known; the nearest are offered.
    """
    match kind:
        case "member":
            return AboutMember(institution_named(world, words[0]))
        case "competence":
            member = institution_named(world, words[0])
            return AboutMember(member, competence_named(world, words[1]))
        case "seat":
            person = person_named(world, words[1]) if len(words) > 1 else None
            return AboutSeat(body_named(world, words[0]), person)
        case "vacancy":
            return AboutVacancy(institution_named(world, words[0]))
        case "executory":
            return AboutForce(act_named(world, words[0]))
        case "contribution":
            return AboutContribution(int(words[0]), institution_named(world, words[1]))
        case "pending":
            return AboutPending(institution_named(world, words[0]))
        case "vote":
            return AboutVote(act_named(world, words[0]))
        case _:
            return AboutRegime()


def act_named(world: World, name: str) -> str:
    """Find an act by its reference.

    Raises:
        UnknownActError: there is none.
    """
    if name in world.known.acts:
        return name
    near = nearest(name, world.known.acts, most=5)
    raise UnknownActError(name=name, known=near)


def person_named(world: World, name: str) -> str:
    """Find a person by id, or by name where only one is so called.

    Raises:
        UnknownPersonError: there is none, or there are several.
    """
    if name in world.persons:
        return name
    written = slug(name)
    called = [one for one, full in world.persons.items() if slug(full) == written]
    found = called or [one for one in world.persons if one == written]
    if len(found) == 1:
        return found[0]
    near = found or nearest(written, world.persons, most=5)
    raise UnknownPersonError(name=name, known=near)


def competence_named(world: World, name: str) -> str:
    """Find a competence by its id, or by its article.

    Raises:
        UnknownCompetenceError: there is none.
    """
    articles = {
        one.article: one.id
        for version in world.statutes.versions
        for one in version.rules.competences or ()
    }
    known = {*articles.values()}
    known |= {str(one.competence) for one in world.proceedings if one.competence}
    known |= {str(tenure.competence) for tenure in world.facts.competences}
    if name in known:
        return name
    if name in articles:
        return articles[name]
    raise UnknownCompetenceError(name=name, known=sorted(known))
