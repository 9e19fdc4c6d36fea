"""Made-up names of places, people and bodies."""

from __future__ import annotations

from random import Random

STEMS = (
    "Alder", "Amber", "Brack", "Bram", "Cald", "Cinder", "Dun", "Elder", "Fallow", "Fern", "Gar",
    "Gorse", "Hal", "Hazel", "Ivel", "Kest", "Lark", "Lin", "Mallow", "Marl", "Nettle", "Oaken",
    "Orm", "Pen", "Quarr", "Rush", "Sallow", "Sedge", "Sker", "Tarn", "Thistle", "Ulver", "Wend",
    "Whin", "Withy", "Yarrow",
)  # fmt: skip
ENDINGS = (
    "beck", "combe", "dale", "drift", "fell", "garth", "haven", "holme", "hythe", "lock", "marsh",
    "mead", "mere", "moor", "ness", "reach", "rigg", "shaw", "stead", "thorpe", "tide", "wath",
    "wick", "wold",
)  # fmt: skip
SECOND = ("Vale", "the Fells", "Levels", "Seaward", "Holt", "Downland", "Ridings Edge", "Wharfside")
GIVEN = (
    "Ada", "Anton", "Aron", "Bea", "Carys", "Dilys", "Edwin", "Effie", "Flora", "Gareth", "Greta",
    "Hugh", "Imogen", "Ines", "Ivo", "Jonas", "Kezia", "Lena", "Maud", "Milo", "Nell", "Noel",
    "Odile", "Otto", "Owen", "Petra", "Piers", "Rhona", "Rowan", "Sylvie", "Tomas", "Una",
    "Verity", "Wilma", "Winston", "Ysolde",
)  # fmt: skip
FAMILY = (
    "Ashby", "Birch", "Brook", "Carr", "Coombes", "Dene", "Draycott", "Ellerby", "Fane", "Farrow",
    "Finch", "Garland", "Hale", "Holt", "Ingram", "Keld", "Kerr", "Lund", "Marr", "Marsh", "Nye",
    "O\u2019Dell", "Penn", "Pryor", "Quill", "Reeve", "Rook", "Sands", "Stead", "Tate", "Thorne",
    "Umfreville", "Venn", "Wren", "Yates", "Hart-Lowe", "Penn-Ashby", "McRook",
)  # fmt: skip


def place(rng: Random) -> str:
    """The name of a place: most of one word, some of two or more."""
    stem = rng.choice(STEMS) + rng.choice(ENDINGS)
    form = rng.random()
    if form < 0.6:
        return stem
    if form < 0.75:
        return f"{rng.choice(('North', 'South', 'East', 'West'))} {stem}"
    if form < 0.87:
        return f"{stem} and {rng.choice(SECOND)}"
    if form < 0.95:
        return f"{stem} {rng.choice(('upon', 'with'))} {rng.choice(STEMS)}{rng.choice(ENDINGS)}"
    return f"St {rng.choice(GIVEN)}{rng.choice(('thorpe', 'combe', 'stow'))}"


def person(rng: Random) -> str:
    """The name of a person, now and then with a third name."""
    if rng.random() < 0.06:
        return f"{rng.choice(GIVEN)} {rng.choice(GIVEN)} {rng.choice(FAMILY)}"
    return f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}"


def people(rng: Random, count: int) -> tuple[str, ...]:
    """People with different names."""
    found: dict[str, None] = {}
    while len(found) < count:
        found[person(rng)] = None
    return tuple(found)
