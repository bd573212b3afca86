"""Invented people: first names of the calendar, surnames that nobody bears in politics.

Each is asked for once and gets a name of their own; no clock and no dice.
"""

_FIRST_NAMES = (
    *("Adèle", "Basile", "Clémence", "Anatole", "Blandine", "Cyprien"),
    *("Apolline", "Célestin", "Daphné", "Armand", "Colombe", "Delphin"),
    *("Bérénice", "Élie", "Éléonore", "Aurèle", "Faustine", "Firmin", "Éloïse"),
    *("Gaspard", "Félicie", "Émile", "Flavie", "Gustave", "Geneviève", "Irénée"),
    *("Honorine", "Joachim", "Hortense", "Léandre", "Isaure", "Mathurin"),
    *("Joséphine", "Octave", "Léonie", "Philibert", "Ludivine", "Théodore"),
    *("Mélisande", "Amaury", "Odile", "Ambroise", "Ombeline", "Casimir"),
    *("Rosalie", "Fulbert", "Sidonie"),
)

_SURNAMES = (
    *("Aubelune", "Boisdormant", "Brisebrume", "Campanule", "Chantemoulin"),
    *("Chardonbleu", "Clairvallon", "Colchique", "Coquelune", "Courtevague"),
    *("Ducarillon", "Duclocheton", "Dufanal", "Dugrelot", "Dulampion"),
    *("Embrunel", "Feuillaume", "Fontebelle", "Fougeray", "Froidecombe"),
    *("Galipette", "Gentianel", "Giboulet", "Girouette", "Grandlarge"),
    *("Hautebise", "Houblonnier", "Jolivent", "Jonquillet", "Lafeuillée"),
    *("Laverdure", "Lebeffroi", "Lunaison", "Marjolain", "Myosotis", "Nuageval"),
    *("Ormebrune", "Pimprenel", "Printanelle", "Quatrevents", "Ritournel"),
    *("Rivebelle", "Sabliernoir", "Serpolin", "Soirdété", "Tournesolle"),
    *("Trèflevert", "Troisponts", "Valombreuse", "Vertevoie", "Vireloup"),
    *("Volubile", "Zéphirin"),
)


class People:
    """Gives out names, never one twice."""

    def __init__(self) -> None:
        """Begin the list anew."""
        self._given = 0

    def somebody(self) -> str:
        """Invent the next person."""
        place, self._given = self._given, self._given + 1
        assert place < len(_FIRST_NAMES) * len(_SURNAMES), "then names come again"
        first = _FIRST_NAMES[place % len(_FIRST_NAMES)]
        return f"{first} {_SURNAMES[place % len(_SURNAMES)]}"
