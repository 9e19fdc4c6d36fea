"""A little of what may happen to files; `make faults` tries as much as there is time for."""

from __future__ import annotations

from tests.faults import long_life, mutants, names, trouble
from tests.faults.mutations import MUTATIONS
from tests.faults.tally import Harm

#: Mutants of each kind.
FEW = 4


def test_mutants_of_each_kind_beside_a_good_file(shop, tally):
    made = [mutants.mutant(kind, 1, n, shop.most) for kind in MUTATIONS for n in range(FEW)]
    mutants.try_files(shop, "mutants", [*{each.name: each for each in made}.values()], "")


def test_a_mutant_is_the_same_each_time():
    for kind in MUTATIONS:
        first, second = (mutants.mutant(kind, 1, 2, 100) for _ in range(2))
        assert first == second != mutants.mutant(kind, 2, 2, 100)


def test_files_that_change_while_they_are_read(shop, tally):
    trouble.try_changing(shop, "change", 1, 1)
    assert tally.notes["change: changed"]


def test_odd_names(shop, tally):
    names.try_names(shop, "names", 1)


def test_a_long_life_keeps_no_descriptors(shop, tally):
    long_life.try_long_life(shop, "life", 1, 3)


def test_words_that_do_not_stand_in_the_file_are_found(shop):
    place = shop.place()
    (place / "in").mkdir()
    (place / "in" / mutants.GOOD).write_bytes(mutants.good())
    shop.nursery.run("build", "in", "--store", "store", folder=place)
    said = mutants.good().replace(b"Plans are clear.", b"Plans are not.")
    (place / "in" / mutants.GOOD).write_bytes(said)
    looked = shop.nursery.run("store", folder=place, function="tests.faults.states:print_audit")
    assert {harm for harm, _ in looked.answer()["harms"]} == {Harm.INVENTED}
    shop.clear(place)
