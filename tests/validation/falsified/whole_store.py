"""Records that are right each for itself, and not beside one another."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from tests.validation.falsified.record import FalsifiedRecord
from tests.validation.made_up import Iri, Typed

Shelf = dict[str, FalsifiedRecord]
OLDER, NEWER = "eastmere_ilacs_2019-11-15", "eastmere_ilacs_2025-11-21"
SIF, JTAI = "saltmarsh-and-vale_sif_2016-10-06", "saltmarsh-and-vale_jtai_2023-10-13"
SEND, CP = "eastmere_areasend_2024-02-16", "eastmere_cp2012_2012-09-19"
#: the records that the falsifications speak of
KEYS = (OLDER, NEWER, SIF, JTAI, SEND, CP)
INADEQUATE, GOOD = Iri("vocab:grade/inadequate"), Iri("vocab:grade/good")


def one_report_under_two_file_names(shelf: Shelf) -> None:
    """A report is stored twice, read from two files."""
    _twice(shelf, OLDER)


def one_report_twice_with_other_grades(shelf: Shelf) -> None:
    """A report is stored twice, from two files, and the two disagree about a grade."""
    again = _twice(shelf, OLDER)
    judged = again.where("cs:Judgement", cs_grade=INADEQUATE)
    again.put(judged, cs_grade=GOOD, cs_gradePrinted="Good")


def one_report_twice_with_other_advice(shelf: Shelf) -> None:
    """A report is stored twice, and one of the two lacks its last recommendation."""
    again = _twice(shelf, OLDER)
    again.remove(again.last("cs:Recommendation"))


def one_file_as_two_reports(shelf: Shelf) -> None:
    """The same file is the source of reports of two families."""
    older, newer = shelf[CP], shelf[NEWER]
    newer.rename(newer.file, older.file)
    newer.put(newer.file, cs_sha256=older.words(older.file, "cs:sha256"))


def one_text_of_two_reports(shelf: Shelf) -> None:
    """Two reports are read from the same text, by its hash."""
    older, newer = shelf[CP], shelf[NEWER]
    newer.put(newer.reading, cs_textSha256=older.words(older.reading, "cs:textSha256"))


def texts_of_two_reports_swapped(shelf: Shelf) -> None:
    """Two records have each other's clean texts beside them."""
    older, newer = shelf[OLDER], shelf[NEWER]
    older.text, newer.text = newer.text, older.text


def one_inspection_a_day_apart(shelf: Shelf) -> None:
    """An inspection is there again with fieldwork that ends on the day before."""
    again = _twice(shelf, OLDER, "eastmere_ilacs_2019-11-14")
    again.rewrite("2019-11-15", "2019-11-14")
    for thing in (again.inspection, again.first("cs:Visit")):
        again.put(thing, cs_endDate=date(2019, 11, 14))


def two_records_of_one_graph(shelf: Shelf) -> None:
    """The statements of two records stand in one graph."""
    shelf[NEWER].graph = shelf[OLDER].graph


def board_of_two_authorities(shelf: Shelf) -> None:
    """Two reports give one board to two authorities."""
    board = _board(shelf[SIF])
    place = shelf[CP].authority
    name = shelf[SIF].words(board, "skos:prefLabel")
    shelf[CP].add(board, rdf_type=Iri("cs:Board"), skos_prefLabel=name)
    shelf[CP].add(board, cs_boardKind=shelf[SIF].link(board, "cs:boardKind"))
    shelf[CP].add(board, cs_boardType="LSCB", cs_boardOf=place)


def board_of_two_kinds(shelf: Shelf) -> None:
    """Two reports say of one board that it is of two kinds."""
    board = _board(shelf[SIF])
    _also(shelf, board)
    shelf[JTAI].put(board, cs_boardKind=Iri("vocab:board-kind/scrutiny-committee"))
    shelf[JTAI].put(board, cs_boardType="ScrutinyCommittee")


def board_of_two_types(shelf: Shelf) -> None:
    """Two reports give one board two types."""
    board = _board(shelf[SIF])
    _also(shelf, board)
    shelf[JTAI].put(board, cs_boardType="ScrutinyCommittee")


def board_of_two_names(shelf: Shelf) -> None:
    """Two reports give one board two names, one of another area."""
    board = _board(shelf[SIF])
    _also(shelf, board)
    shelf[JTAI].put(board, skos_prefLabel="Harrowick Local Safeguarding Children Board")


def change_of_two_names(shelf: Shelf) -> None:
    """Two reports name one change of a board unlike."""
    change = shelf[JTAI].first("org:ChangeEvent")
    shelf[JTAI].put(change, skos_prefLabel="Saltmarsh and Vale: the end of the board")


def change_into_two_boards(shelf: Shelf) -> None:
    """One report says that a board became a partnership, the other that it became a committee."""
    record = shelf[SIF]
    other = Iri("id:board/saltmarsh-and-vale/scrutiny-committee")
    record.copy(_board(record), other)
    record.put(other, cs_boardKind=Iri("vocab:board-kind/scrutiny-committee"))
    record.put(other, cs_boardType="ScrutinyCommittee")
    record.put(other, skos_prefLabel="Saltmarsh and Vale Scrutiny Committee")
    change = record.first("org:ChangeEvent")
    record.drop(other, "org:changedBy")
    record.add(other, org_resultedFrom=change)
    record.add(change, org_resultingOrganization=other)


def earlier_report_forged_throughout(shelf: Shelf) -> None:
    """The report of 2019 is good in text, hash and all; the one of 2025 says it was inadequate."""
    older = shelf[OLDER]
    for judged in older.things("cs:Judgement"):
        if older.link(judged, "cs:grade") == INADEQUATE.whole:
            older.put(judged, cs_grade=GOOD, cs_gradePrinted="Good")
            at = older.number(judged, "cs:textEnd") - len("Inadequate")
            _forge(older, at, "Inadequate", "Good")


def earlier_grade_forged_throughout(shelf: Shelf) -> None:
    """The report of 2025 says that 2019 was good, in text, hash and all; 2019 was inadequate."""
    newer = shelf[NEWER]
    earlier = newer.first("cs:EarlierInspection")
    newer.put(earlier, cs_gradeThen=GOOD, cs_gradePrinted="good")
    at = newer.number(earlier, "cs:textStart") + newer.words(earlier).index("inadequate")
    _forge(newer, at, "inadequate", "good")


def finding_that_mentions_anothers_board(shelf: Shelf) -> None:
    """A finding mentions a board that only another record describes."""
    shelf[OLDER].add(shelf[OLDER].first("cs:Finding"), cs_mentions=_board(shelf[SIF]))


def recommendation_that_refers_to_another_report(shelf: Shelf) -> None:
    """A recommendation refers to a paragraph of another record."""
    advice = shelf[NEWER].first("cs:Recommendation")
    shelf[NEWER].add(advice, cs_refersToParagraph=shelf[OLDER].first("cs:Paragraph"))


def inspector_of_another_inspection(shelf: Shelf) -> None:
    """An inspection has an inspector of another record."""
    inspector = shelf[OLDER].first("cs:Inspector")
    shelf[NEWER].add(shelf[NEWER].inspection, cs_hasInspector=inspector)


def judgement_put_into_another_record(shelf: Shelf) -> None:
    """A record says what another report judged."""
    judged = shelf[OLDER].first("cs:Judgement")
    shelf[NEWER].add(judged, cs_grade=GOOD)


def grade_of_a_report_changed_by_another_record(shelf: Shelf) -> None:
    """A record gives another report a judgement of its own, whole."""
    older, newer = shelf[OLDER], shelf[NEWER]
    judged = newer.first("cs:Judgement")
    again = Iri(f"{older.report}/judgement/again")
    newer.copy(judged, again)
    newer.put(again, cs_partOf=older.report)


def report_about_an_authority_that_left_the_register(shelf: Shelf) -> None:
    """All records of a place are about an authority that the register does not have."""
    shelf[JTAI].rewrite("/saltmarsh-and-vale", "/saltmarsh-under-vale")
    shelf[SIF].rewrite("/saltmarsh-and-vale", "/saltmarsh-under-vale")


def link_to_a_report_that_is_not_stored(shelf: Shelf) -> None:
    """A finding is part of a report of which no record is there."""
    finding = shelf[OLDER].first("cs:Finding")
    shelf[OLDER].put(finding, cs_partOf=Iri("id:report/eastmere/ilacs/2009-01-01"))


def classifier_with_two_hashes(shelf: Shelf) -> None:
    """Two records give one classifier two hashes."""
    shelf[NEWER].put(shelf[NEWER].first("cs:Model"), cs_sha256="5a" * 32)


def program_with_two_versions(shelf: Shelf) -> None:
    """Two records give one program two versions."""
    shelf[NEWER].put(shelf[NEWER].first("prov:SoftwareAgent"), cs_softwareVersion="0.0.9")


def report_of_two_days_of_publication(shelf: Shelf) -> None:
    """Another record says of a report that it was published on another day."""
    day = Typed('"2017-01-05"^^<http://www.w3.org/2001/XMLSchema#date>')
    shelf[JTAI].add(shelf[SIF].report, dcterms_issued=day)


def _twice(shelf: Shelf, key: str, new: str = "") -> FalsifiedRecord:
    """The record again, read from another file of another name."""
    again = shelf[key].copied()
    again.rewrite(again.words(again.file, "cs:sha256"), "5a" * 32)
    again.put(again.file, cs_sha256="5a" * 32, cs_fileName="eastmere-again")
    again.put(again.report, cs_source="eastmere-again")
    shelf[new or f"{key}-2"] = again
    return again


def _forge(record: FalsifiedRecord, at: int, old: str, new: str) -> None:
    """Other words in the text, in all that stands there, and in the hash; what follows moves up."""
    assert record.text[at : at + len(old)] == old
    for thing in record.placed():
        start, end = record.number(thing, "cs:textStart"), record.number(thing, "cs:textEnd")
        if start > at:
            record.shift(thing, len(new) - len(old))
        elif end > at:
            words = record.words(thing)
            record.put(thing, cs_quote=words[: at - start] + new + words[at - start + len(old) :])
            record.put(thing, cs_textEnd=end + len(new) - len(old))
    record.text = record.text[:at] + new + record.text[at + len(old) :]
    record.put(record.reading, cs_textSha256=sha256(record.text.encode()).hexdigest())


def _board(record: FalsifiedRecord) -> Iri:
    return record.where("cs:Board", cs_boardType="LSCB")


def _also(shelf: Shelf, board: Iri) -> None:
    """The record of the joint inspection describes a board of the earlier one, and mentions it."""
    for name in ("skos:prefLabel", "cs:boardKind", "cs:boardType", "cs:boardOf"):
        values = shelf[SIF].values(board, name)
        shelf[JTAI].add(board, **{name.replace(":", "_"): values})
    shelf[JTAI].add(board, rdf_type=Iri("cs:Board"))
    shelf[JTAI].add(shelf[JTAI].first("cs:Finding"), cs_mentions=board)
