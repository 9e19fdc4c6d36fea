"""Days that cannot be: out of order, out of their law's time, or in no calendar."""

from __future__ import annotations

from datetime import date, timedelta

from tests.validation.falsified.record import FalsifiedRecord, NotApplicable
from tests.validation.falsified.terms import authority, years
from tests.validation.made_up import Iri, Typed

DAYS = (("cs:startDate", "cs_startDate"), ("cs:endDate", "cs_endDate"))
DATE = "^^<http://www.w3.org/2001/XMLSchema#date>"


def framework_that_had_ended(record: FalsifiedRecord) -> None:
    """The framework is an older version of the same family."""
    older = {
        "ILACS": (date(2024, 1, 1), "ILACS-2018"),
        "JTAI": (date(2023, 1, 1), "JTAI-2016"),
        "AreaSEND": (date(2023, 1, 1), "AreaSEND-2016"),
    }
    since, version = older.get(record.family, (date.max, ""))
    record.only_within(first=since)
    _under(record, version)


def framework_that_had_not_begun(record: FalsifiedRecord) -> None:
    """The framework is a later version of the same family."""
    later = {
        "ILACS": (date(2025, 12, 31), "ILACS-2026"),
        "JTAI": (date(2020, 1, 1), "JTAI-2022"),
    }
    before, version = later.get(record.family, (date.min, ""))
    record.only_within(last=before)
    _under(record, version)


def family_years_before_its_framework(record: FalsifiedRecord) -> None:
    """All happens fifteen years earlier, by days and IRIs."""
    _moved(record, -15)


def inspection_of_the_future(record: FalsifiedRecord) -> None:
    """All happens sixty years later, by days and IRIs."""
    _moved(record, 60)


def fieldwork_of_ten_years(record: FalsifiedRecord) -> None:
    """Inspection and visit begin ten years earlier."""
    for thing in (record.inspection, record.first("cs:Visit")):
        record.put(thing, cs_startDate=years(record.day(thing, "cs:startDate"), -10))


def fieldwork_of_a_year(record: FalsifiedRecord) -> None:
    """Inspection and visit begin a year earlier."""
    for thing in (record.inspection, record.first("cs:Visit")):
        record.put(thing, cs_startDate=years(record.day(thing, "cs:startDate"), -1))


def fieldwork_of_half_a_year(record: FalsifiedRecord) -> None:
    """Inspection and visit begin 180 days earlier."""
    for thing in (record.inspection, record.first("cs:Visit")):
        record.put(thing, cs_startDate=record.day(thing, "cs:startDate") - timedelta(180))


def visit_that_ends_before_the_inspection(record: FalsifiedRecord) -> None:
    """The only visit ends a day before the inspection does."""
    visit = record.first("cs:Visit")
    before = record.day(visit, "cs:endDate") - timedelta(1)
    if len(record.things("cs:Visit")) > 1 or before < record.day(visit, "cs:startDate"):
        raise NotApplicable
    record.put(visit, cs_endDate=before)


def visit_that_ends_after_the_inspection(record: FalsifiedRecord) -> None:
    """A visit ends a week after the inspection did."""
    visit = record.last("cs:Visit")
    record.put(visit, cs_endDate=record.day(visit, "cs:endDate") + timedelta(7))


def visit_that_begins_before_the_inspection(record: FalsifiedRecord) -> None:
    """A visit begins a month before the inspection did."""
    visit = record.first("cs:Visit")
    record.put(visit, cs_startDate=record.day(visit, "cs:startDate") - timedelta(30))


def inspection_that_begins_before_its_visit(record: FalsifiedRecord) -> None:
    """The inspection begins three days before any visit."""
    start = record.day(record.inspection, "cs:startDate")
    record.put(record.inspection, cs_startDate=start - timedelta(3))


def visit_in_another_year(record: FalsifiedRecord) -> None:
    """The visit was two years before the inspection."""
    visit = record.first("cs:Visit")
    for name, keyword in DAYS:
        record.put(visit, **{keyword: years(record.day(visit, name), -2)})


def published_before_the_last_day(record: FalsifiedRecord) -> None:
    """The report was published a week before the inspection ended."""
    record.put(record.report, dcterms_issued=record.last_day - timedelta(7))


def published_ten_years_later(record: FalsifiedRecord) -> None:
    """The report was published ten years after the inspection."""
    record.put(record.report, dcterms_issued=years(record.last_day, 10))


def published_two_years_later(record: FalsifiedRecord) -> None:
    """The report was published two years later than it says."""
    record.put(record.report, dcterms_issued=years(_issued(record), 2))


def published_in_the_next_millennium(record: FalsifiedRecord) -> None:
    """The year of publication has two of its digits mistaken: 2022 is 3022."""
    record.put(record.report, dcterms_issued=years(_issued(record), 1000))


def published_on_a_day_without_evidence(record: FalsifiedRecord) -> None:
    """A report that prints no day of publication has one."""
    if record.has(record.report, "dcterms:issued"):
        raise NotApplicable
    record.add(record.report, dcterms_issued=record.last_day + timedelta(40))


def partnership_before_its_law(record: FalsifiedRecord) -> None:
    """A safeguarding partnership is told what to do, years before the law made any."""
    record.only_within(last=date(2018, 6, 1))
    board = _board(record, "safeguarding-partnership", "SafeguardingPartnership")
    advice = record.first("cs:Recommendation")
    record.put(advice, cs_addressedTo=board, cs_addressee="partnership")


def safeguarding_board_after_its_law(record: FalsifiedRecord) -> None:
    """A local safeguarding children board is told what to do, years after the last was wound up."""
    record.only_within(first=date(2020, 1, 1))
    advice = record.first("cs:Recommendation")
    record.put(advice, cs_addressedTo=_board(record, "lscb", "LSCB"), cs_addressee="board")


def partnership_mentioned_before_its_law(record: FalsifiedRecord) -> None:
    """A finding of years before the law mentions a safeguarding partnership."""
    record.only_within(last=date(2018, 6, 1))
    board = _board(record, "safeguarding-partnership", "SafeguardingPartnership")
    record.add(record.first("cs:Finding"), cs_mentions=board)


def change_of_the_future(record: FalsifiedRecord) -> None:
    """The safeguarding board became a partnership in 2040."""
    record.add(record.first("org:ChangeEvent"), cs_changeDate=date(2040, 1, 1))


def change_before_the_board(record: FalsifiedRecord) -> None:
    """The safeguarding board became a partnership before it was made."""
    record.add(record.first("org:ChangeEvent"), cs_changeDate=date(1999, 4, 1))


def authority_that_had_ended(record: FalsifiedRecord) -> None:
    """The whole record is of a council that was no more on the day."""
    record.only_within(first=date(2010, 1, 1))
    _of(record, authority("cheshire"))


def authority_that_had_not_begun(record: FalsifiedRecord) -> None:
    """The whole record is of a council that was not yet there on the day."""
    record.only_within(last=date(2023, 1, 1))
    _of(record, authority("cumberland"))


def first_day_on_31_june(record: FalsifiedRecord) -> None:
    """The inspection began on a day that no year has."""
    record.put(record.inspection, cs_startDate=Typed(f'"{record.last_day.year}-06-31"{DATE}'))


def _issued(record: FalsifiedRecord) -> date:
    return record.day(record.report, "dcterms:issued")


def _under(record: FalsifiedRecord, version: str) -> None:
    framework = Iri(f"vocab:framework/{version}")
    record.put(record.report, cs_framework=framework)
    record.put(record.inspection, cs_underFramework=framework)


def _of(record: FalsifiedRecord, other: Iri) -> None:
    record.rewrite(f"/{record.authority.rpartition('/')[2]}", f"/{other.rpartition('/')[2]}")


def _moved(record: FalsifiedRecord, number: int) -> None:
    day = record.last_day
    for kind in ("cs:Inspection", "cs:Visit"):
        for thing in record.things(kind):
            for name, keyword in DAYS:
                record.put(thing, **{keyword: years(record.day(thing, name), number)})
    if record.has(record.report, "dcterms:issued"):
        record.put(record.report, dcterms_issued=years(_issued(record), number))
    record.rewrite(day.isoformat(), years(day, number).isoformat())


def _board(record: FalsifiedRecord, kind: str, short: str) -> Iri:
    """A board of the report's authority, described as a build describes it."""
    place = record.authority.rpartition("/")[2]
    board = Iri(Iri(f"id:board/{place}/{kind}").whole)
    label = f"{place.title()} {kind.replace('-', ' ').title()}"
    record.add(board, rdf_type=Iri("cs:Board"), skos_prefLabel=label, cs_boardType=short)
    record.add(board, cs_boardKind=Iri(f"vocab:board-kind/{kind}"), cs_boardOf=record.authority)
    return board
