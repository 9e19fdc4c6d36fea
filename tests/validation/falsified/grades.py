"""Grades that are not those of the printed words, of their strand or of their scale."""

from __future__ import annotations

from tests.validation.falsified.record import FalsifiedRecord, NotApplicable
from tests.validation.made_up import Iri

#: of each scale, the best grade and the worst, and how they are printed
ENDS = {
    "outstanding": ("outstanding", "inadequate"),
    "good": ("outstanding", "inadequate"),
    "requires-improvement": ("outstanding", "inadequate"),
    "adequate": ("outstanding", "inadequate"),
    "inadequate": ("outstanding", "inadequate"),
    "positive": ("positive", "systemic-failings"),
    "inconsistent": ("positive", "systemic-failings"),
    "systemic-failings": ("positive", "systemic-failings"),
}
PRINTED = {
    "outstanding": "Outstanding",
    "inadequate": "Inadequate",
    "positive": "typically lead to positive experiences and outcomes",
    "systemic-failings": "widespread and/or systemic failings",
}


def grade_better_than_printed(record: FalsifiedRecord) -> None:
    """The grade is the best of its scale; the printed one stays."""
    judged = _not_yet(record, 0)
    record.put(judged, cs_grade=_end(record, judged, 0))


def grade_worse_than_printed(record: FalsifiedRecord) -> None:
    """The grade is the worst of its scale; the printed one stays."""
    judged = _not_yet(record, 1)
    record.put(judged, cs_grade=_end(record, judged, 1))


def printed_grade_better_than_the_grade(record: FalsifiedRecord) -> None:
    """The grade as printed is the best of its scale; the grade and the words stay."""
    judged = _not_yet(record, 0)
    record.put(judged, cs_gradePrinted=PRINTED[_code(_end(record, judged, 0))])


def both_grades_better_than_the_words(record: FalsifiedRecord) -> None:
    """Grade and printed grade are the best of the scale; the words stay."""
    judged = _not_yet(record, 0)
    best = _end(record, judged, 0)
    record.put(judged, cs_grade=best, cs_gradePrinted=PRINTED[_code(best)])


def grades_and_words_better_than_the_text(record: FalsifiedRecord) -> None:
    """Grade, printed grade and words are the best of the scale; the text is as it was."""
    judged = _not_yet(record, 0)
    best = _end(record, judged, 0)
    printed, new = record.words(judged, "cs:gradePrinted"), PRINTED[_code(best)]
    words = record.words(judged).replace(printed, new)
    end = record.number(judged, "cs:textStart") + len(words)
    record.put(judged, cs_grade=best, cs_gradePrinted=new, cs_quote=words, cs_textEnd=end)


def every_grade_the_best(record: FalsifiedRecord) -> None:
    """All grades are the best of their scale, as printed too."""
    _not_yet(record, 0)
    for judged in record.some("cs:Judgement", 1, "cs:gradePrinted"):
        best = _end(record, judged, 0)
        record.put(judged, cs_grade=best, cs_gradePrinted=PRINTED[_code(best)])


def grade_of_an_older_scale(record: FalsifiedRecord) -> None:
    """A grade is 'adequate', which the scale has no more."""
    record.only("ILACS", "SIF")
    record.put(record.first("cs:Judgement"), cs_grade=Iri("vocab:grade/adequate"))


def grade_of_a_later_scale(record: FalsifiedRecord) -> None:
    """A grade of 2012 is 'requires improvement', which the scale did not have yet."""
    record.only("CP2012")
    record.put(record.first("cs:Judgement"), cs_grade=Iri("vocab:grade/requires-improvement"))


def outcome_of_another_family(record: FalsifiedRecord) -> None:
    """A grade is an outcome of Area SEND inspections."""
    record.only("ILACS", "SIF", "CP2012", "LAC")
    record.put(record.first("cs:Judgement"), cs_grade=Iri("vocab:grade/positive"))


def grade_in_place_of_an_outcome(record: FalsifiedRecord) -> None:
    """The outcome of an Area SEND inspection is a grade."""
    record.only("AreaSEND")
    record.put(record.first("cs:Judgement"), cs_grade=Iri("vocab:grade/good"))


def strands_of_two_judgements_swapped(record: FalsifiedRecord) -> None:
    """Two judgements have each other's strands."""
    record.swap(*_two_of_strands(record), "cs:ofStrand")


def grades_of_two_judgements_swapped(record: FalsifiedRecord) -> None:
    """Two judgements have each other's grades; the printed ones stay."""
    record.swap(*record.two("cs:Judgement", unlike="cs:grade"), "cs:grade")


def all_grades_of_two_judgements_swapped(record: FalsifiedRecord) -> None:
    """Two judgements have each other's grades, as printed too."""
    one, other = record.two("cs:Judgement", "cs:gradePrinted", unlike="cs:grade")
    record.swap(one, other, "cs:grade", "cs:gradePrinted")


def subjects_of_two_judgements_swapped(record: FalsifiedRecord) -> None:
    """Two judgements have each other's subjects."""
    record.swap(*_two_of_strands(record), "cs:subject")


def words_of_two_judgements_swapped(record: FalsifiedRecord) -> None:
    """Two judgements have each other's subjects, grades and places; the strands stay."""
    one, other = _two_of_strands(record)
    names = ["cs:subject", "cs:quote", "cs:textStart", "cs:textEnd"]
    if record.values(one, "cs:grade") != record.values(other, "cs:grade"):
        names += ["cs:grade", "cs:gradePrinted"]
    record.swap(one, other, *names)


def strand_of_another_version(record: FalsifiedRecord) -> None:
    """A judgement's strand has the same code, but is another framework's."""
    judged = record.first("cs:Judgement", "cs:ofStrand")
    code = _code(record.link(judged, "cs:ofStrand"))
    if code not in ("overall", "leadership", "help-and-protection"):
        raise NotApplicable(code)
    version = "SIF-2013" if record.family != "SIF" else "ILACS-2018"
    record.put(judged, cs_ofStrand=Iri(f"vocab:strand/{version}/{code}"))


def second_grade_of_a_strand(record: FalsifiedRecord) -> None:
    """One strand is judged twice, unlike."""
    judged = _not_yet(record, 0)
    other = Iri(f"{record.report}/judgement/again")
    record.copy(judged, other)
    record.put(other, cs_grade=_end(record, judged, 0))


def grade_in_passing_said_to_be_a_graded_judgement(record: FalsifiedRecord) -> None:
    """What is said in passing is a graded judgement of no strand."""
    record.put(record.where("cs:Judgement", cs_basis="narrative"), cs_basis="graded")


def graded_judgement_said_to_be_in_passing(record: FalsifiedRecord) -> None:
    """A graded judgement of a strand is said to be one in passing."""
    record.put(record.where("cs:Judgement", cs_basis="graded"), cs_basis="narrative")


def printed_grade_gone(record: FalsifiedRecord) -> None:
    """A judgement has a grade, and none as printed."""
    record.drop(record.first("cs:Judgement", "cs:gradePrinted"), "cs:gradePrinted")


def printed_grade_negated(record: FalsifiedRecord) -> None:
    """A grade as printed begins with 'not'."""
    judged = record.first("cs:Judgement", "cs:gradePrinted")
    record.put(judged, cs_gradePrinted=f"not {record.words(judged, 'cs:gradePrinted')}")


def printed_grade_is_no_grade(record: FalsifiedRecord) -> None:
    """A grade as printed is a word of its subject."""
    judged = record.first("cs:Judgement", "cs:gradePrinted")
    record.put(judged, cs_gradePrinted=record.words(judged).split()[0])


def grade_where_none_is_given(record: FalsifiedRecord) -> None:
    """A letter of an ungraded visit gives an overall grade."""
    record.only("ILACS-monitoring", "ILACS-focused", "JTAI")
    judged = Iri(f"{record.report}/judgement/overall")
    record.copy(record.first("cs:Paragraph"), judged)
    for name in ("rdf:type", "cs:order", "cs:inSection", "cs:bullet", "cs:paragraphNumber"):
        if record.has(judged, name):
            record.drop(judged, name)
    record.add(judged, rdf_type=Iri("cs:Judgement"), cs_subject="Children’s services")
    record.add(judged, cs_grade=Iri("vocab:grade/good"), cs_gradePrinted="good")
    record.add(judged, cs_basis="graded", cs_about=record.authority, cs_aboutKind="authority")
    record.add(judged, cs_ofStrand=Iri("vocab:strand/ILACS-2018/overall"))


def kind_of_body_unlike_the_strand(record: FalsifiedRecord) -> None:
    """A judgement of the authority is said to be of a partnership."""
    judged = record.where("cs:Judgement", cs_aboutKind="authority", cs_basis="graded")
    record.put(judged, cs_aboutKind="partnership")


def judgement_about_nobody(record: FalsifiedRecord) -> None:
    """A graded judgement is about no body."""
    record.drop(record.where("cs:Judgement", cs_basis="graded"), "cs:about")


def judged_and_said_not_to_be(record: FalsifiedRecord) -> None:
    """A strand that has a grade is said not to be judged."""
    judged = record.first("cs:Judgement", "cs:ofStrand")
    record.add(record.report, cs_notJudged=record.link(judged, "cs:ofStrand"))


def judged_and_said_to_be_missing(record: FalsifiedRecord) -> None:
    """A strand that has a grade is said to be missing."""
    judged = record.first("cs:Judgement", "cs:ofStrand")
    record.add(record.report, cs_incomplete=record.link(judged, "cs:ofStrand"))


def bad_grade_hidden(record: FalsifiedRecord) -> None:
    """An inadequate strand has no grade and is said not to be judged."""
    judged = record.where("cs:Judgement", cs_grade=Iri("vocab:grade/inadequate"))
    record.add(record.report, cs_notJudged=record.link(judged, "cs:ofStrand"))
    record.remove(judged)


def corrected_to_another_grade(record: FalsifiedRecord) -> None:
    """A person gave another grade than the one the judgement has."""
    correction = record.where("cs:Correction", cs_correctedValue="good")
    record.put(correction, cs_correctedValue="inadequate")


def grade_unlike_its_correction(record: FalsifiedRecord) -> None:
    """A judgement has another grade than the one a person gave."""
    judged = record.link(record.where("cs:Correction", cs_correctedValue="good"), "cs:corrects")
    record.put(judged, cs_grade=Iri("vocab:grade/outstanding"))


def strand_of_a_section_changed(record: FalsifiedRecord) -> None:
    """Two sections have each other's strands."""
    record.swap(*record.two("cs:Section", "cs:ofStrand", unlike="cs:ofStrand"), "cs:ofStrand")


def earlier_grade_unlike_printed(record: FalsifiedRecord) -> None:
    """The earlier grade is 'outstanding'; the printed one stays."""
    earlier = record.first("cs:EarlierInspection", "cs:gradeThen")
    record.put(earlier, cs_gradeThen=Iri("vocab:grade/outstanding"))


def earlier_grade_of_another_family(record: FalsifiedRecord) -> None:
    """The earlier grade is an outcome of Area SEND inspections."""
    earlier = record.first("cs:EarlierInspection", "cs:gradeThen")
    record.put(earlier, cs_gradeThen=Iri("vocab:grade/positive"))


def earlier_grade_unlike_its_words(record: FalsifiedRecord) -> None:
    """The earlier grade is 'outstanding', as printed too; the words stay."""
    earlier = record.first("cs:EarlierInspection", "cs:gradeThen", "cs:gradePrinted")
    record.put(earlier, cs_gradeThen=Iri("vocab:grade/outstanding"), cs_gradePrinted="outstanding")


def earlier_grade_without_printed(record: FalsifiedRecord) -> None:
    """The earlier grade has no printed words."""
    record.drop(record.first("cs:EarlierInspection", "cs:gradeThen"), "cs:gradePrinted")


def earlier_subject_that_is_not_printed(record: FalsifiedRecord) -> None:
    """The subject of an earlier grade is not in its words."""
    record.put(record.first("cs:EarlierInspection", "cs:subject"), cs_subject="adult education")


def _code(concept: Iri) -> str:
    return concept.rpartition("/")[2]


def _end(record: FalsifiedRecord, judged: Iri, which: int) -> Iri:
    """The best grade of a judgement's scale, or the worst."""
    code = ENDS[_code(record.link(judged, "cs:grade"))][which]
    return Iri(Iri(f"vocab:grade/{code}").whole)


def _not_yet(record: FalsifiedRecord, which: int) -> Iri:
    """The first judgement with another grade than the best, or the worst."""
    for judged in record.things("cs:Judgement", "cs:gradePrinted"):
        if record.link(judged, "cs:grade") != _end(record, judged, which):
            return judged
    raise NotApplicable


def _two_of_strands(record: FalsifiedRecord) -> tuple[Iri, Iri]:
    return record.two("cs:Judgement", "cs:ofStrand", unlike="cs:subject")
