"""What a pattern found as quads: a named graph a run, each table a data set of the cube vocabulary.

Each row is a ``qb:Observation`` with one property a column and ``prov:wasDerivedFrom`` the
statements that it was counted from; the run says its parameters, its program and the reports that
it used.  The IRIs come from the pattern and its parameters, so that a later run takes the place of
an earlier one.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date

from kg.analysis.result import Cell, Result, Table
from kg.namespaces import BASE, CS, DCTERMS, GRAPH, ID, PROV, RDF, RDFS
from kg.rdf.terms import boolean, day, decimal, integer, iri, text

QB = "http://purl.org/linked-data/cube#"
#: Graphs of results begin with this.
RESULTS = GRAPH + "result/"
_IRI = re.compile(r"https?://[^\s<>\"{}|^`\\]+")


def result_name(result: Result) -> str:
    """What parts one run from another: the pattern, and a hash of the parameters it was given."""
    given = "\n".join(f"{name}={value}" for name, value in sorted(result.parameters.items()))
    return f"{result.pattern}/{hashlib.sha256(given.encode()).hexdigest()[:8]}"


def result_quads(result: Result, version: str) -> list[str]:
    """The sorted lines of a result's named graph; ``version`` is that of the program."""
    return _Graph(result, version).lines()


class _Graph:
    def __init__(self, result: Result, version: str) -> None:
        self.result = result
        self.version = version
        self.name = result_name(result)
        self.iri = f"{ID}result/{self.name}"
        self.found: set[str] = set()

    def lines(self) -> list[str]:
        self._run()
        for table in self.result.tables:
            self._table(table)
        return sorted(self.found)

    def _add(self, subject: str, predicate: str, value: str) -> None:
        self.found.add(f"{iri(subject)} {iri(predicate)} {value} {iri(RESULTS + self.name)} .")

    def _run(self) -> None:
        result, run, software = self.result, f"{self.iri}/run", f"{ID}software/{self.version}"
        self._add(self.iri, RDF + "type", iri(CS + "PatternResult"))
        self._add(self.iri, DCTERMS + "title", text(result.title))
        self._add(self.iri, CS + "pattern", text(result.pattern))
        self._add(self.iri, PROV + "wasGeneratedBy", iri(run))
        for note in result.notes:
            self._add(self.iri, RDFS + "comment", text(note))
        self._add(run, RDF + "type", iri(PROV + "Activity"))
        self._add(run, PROV + "wasAssociatedWith", iri(software))
        self._add(software, RDF + "type", iri(PROV + "SoftwareAgent"))
        self._add(software, CS + "softwareVersion", text(self.version))
        for report in result.inputs:
            self._add(run, PROV + "used", iri(report))
        for name, value in result.parameters.items():
            self._add(run, CS + "setting", text(f"{name}={value}"))

    def _table(self, table: Table) -> None:
        node, structure = f"{self.iri}/{table.name}", column_base(self.result.pattern, table.name)
        self._add(node, RDF + "type", iri(QB + "DataSet"))
        self._add(node, RDFS + "label", text(table.title))
        self._add(node, DCTERMS + "isPartOf", iri(self.iri))
        self._add(node, QB + "structure", iri(structure))
        self._structure(table, structure)
        for number, row in enumerate(table.rows, 1):
            observation = f"{node}/{number}"
            self._add(observation, RDF + "type", iri(QB + "Observation"))
            self._add(observation, QB + "dataSet", iri(node))
            self._add(observation, CS + "row", integer(number))
            for column, cell in zip(table.columns, row.cells, strict=True):
                if cell is not None and cell != "":
                    self._add(observation, f"{structure}#{column.name}", _term(cell))
            for statement in row.evidence:
                self._add(observation, PROV + "wasDerivedFrom", iri(statement))

    def _structure(self, table: Table, structure: str) -> None:
        """The place of a row is the cube's dimension, each column a measure."""
        self._add(structure, RDF + "type", iri(QB + "DataStructureDefinition"))
        place = f"{structure}/row"
        self._add(structure, QB + "component", iri(place))
        self._add(place, QB + "dimension", iri(CS + "row"))
        for column in table.columns:
            node, measure = f"{structure}/{column.name}", f"{structure}#{column.name}"
            self._add(structure, QB + "component", iri(node))
            self._add(node, QB + "measure", iri(measure))
            self._add(measure, RDF + "type", iri(QB + "MeasureProperty"))
            self._add(measure, RDFS + "label", text(column.name))
            self._add(measure, RDFS + "comment", text(column.meaning))
            if column.unit:
                self._add(measure, CS + "columnUnit", text(column.unit))


def column_base(pattern: str, table: str) -> str:
    """The IRI of a table's structure; its columns' properties are it, ``#``, and their names."""
    return f"{BASE}result/{pattern}/{table}"


def _term(cell: Cell) -> str:
    if isinstance(cell, bool):
        return boolean(cell)
    if isinstance(cell, int):
        return integer(cell)
    if isinstance(cell, float):
        return decimal(cell)
    if isinstance(cell, date):
        return day(cell)
    assert isinstance(cell, str), "a cell that is not given is not written"
    return iri(cell) if _IRI.fullmatch(cell) else text(cell)
