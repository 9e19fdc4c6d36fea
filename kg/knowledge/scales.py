"""The grade scales of frameworks, and whether a framework keeps to its own and has its strands."""

from __future__ import annotations

from kg.errors import KnowledgeError
from kg.knowledge import turtle
from kg.knowledge.turtle import CS, RDF, SKOS, Statements

NIL = RDF + "nil"
SCALES = "ontology/vocabularies/scales.ttl has the scales there are"


def scale_grades(table: Statements, scale: str) -> tuple[str, ...]:
    """The IRIs of a scale's grades, the best first.

    Raises `KnowledgeError` if no file describes the scale, or its list does not end.
    """
    found: list[str] = []
    seen: set[str] = set()
    cell = turtle.need(table, scale, SKOS + "memberList")
    while cell != NIL:
        if cell in seen:
            raise KnowledgeError(
                f"{table.place(scale)}: the list of <{scale}> has no end; "
                "the last rdf:rest must be rdf:nil"
            )
        seen.add(cell)
        found.append(turtle.need(table, cell, RDF + "first"))
        cell = turtle.need(table, cell, RDF + "rest")
    return tuple(found)


def check_version(table: Statements, version: str) -> None:
    """Hold a framework version against its scale and its strands.

    A version that judges nothing needs no scale.  Raises `KnowledgeError` that names the file and
    says what to do.
    """
    values = table[version]
    where = f"{table.place(version)}: <{version}>"
    strands = values.get(CS + "hasStrand", [])
    for strand in strands:
        if CS + "Strand" not in table.get(strand, {}).get(turtle.TYPE, ()):
            raise KnowledgeError(
                f"{where} has the strand <{strand}>, which no file describes as one"
            )
    for strand in values.get(CS + "requiresStrand", ()):
        if strand not in strands:
            raise KnowledgeError(f"{where} requires <{strand}>; add it to cs:hasStrand as well")
    scale = turtle.one(table, version, CS + "hasScale")
    grades = values.get(CS + "hasGrade", [])
    if scale is None and (grades or strands):
        raise KnowledgeError(f"{where} judges strands and has no scale; add cs:hasScale ({SCALES})")
    if scale is None:
        return
    if scale not in table:
        raise KnowledgeError(f"{where} has the scale <{scale}>, which no file describes; {SCALES}")
    wanted = scale_grades(table, scale)
    for grade in (*wanted, *grades):
        if CS + "Grade" not in table.get(grade, {}).get(turtle.TYPE, ()):
            raise KnowledgeError(f"{where} has the grade <{grade}>, which no file describes as one")
    if set(wanted) != set(grades):
        odd = ", ".join(sorted(iri.rpartition("/")[2] for iri in set(wanted) ^ set(grades)))
        raise KnowledgeError(
            f"{where} must have as cs:hasGrade the grades of its scale and no others; "
            f"look at: {odd}"
        )
