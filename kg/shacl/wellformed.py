"""What is refused before anything is checked, so that nothing is ignored in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.shacl.parameters import PARAMETERS, Said
from kg.shacl.terms import OWL, RDF_TYPE, SH, text_of

if TYPE_CHECKING:
    from kg.shacl.described import Described
    from kg.shacl.reader import Reader

DASH = "http://datashapes.org/dash#"
#: What dash says for editors and viewers, and not for validators.
DASH_SILENT = {
    "abstract", "defaultLanguage", "defaultViewForRole", "detailsEditor", "detailsGraph", "editor",
    "hidden", "indexed", "neverMaterialize", "propertyRole", "propertySuggestionGenerator",
    "readOnly", "viewer",
}  # fmt: skip
#: What may be said once only (SHACL, section 4: "a shape has at most one value for ...").
ONCE = {
    "path", "minCount", "maxCount", "datatype", "nodeKind", "minInclusive", "maxInclusive",
    "minExclusive", "maxExclusive", "minLength", "maxLength", "pattern", "flags", "in",
    "languageIn", "uniqueLang", "qualifiedValueShape", "qualifiedMinCount", "qualifiedMaxCount",
    "qualifiedValueShapesDisjoint", "closed", "ignoredProperties", "deactivated", "severity",
}  # fmt: skip
#: What stands on property shapes only.
PATH_ONLY = {
    "minCount", "maxCount", "uniqueLang", "lessThan", "lessThanOrEquals", "qualifiedValueShape",
}  # fmt: skip
#: What says something only beside another.
BESIDE = {
    "flags": {"pattern"},
    "ignoredProperties": {"closed"},
    "qualifiedMinCount": {"qualifiedValueShape"},
    "qualifiedMaxCount": {"qualifiedValueShape"},
    "qualifiedValueShapesDisjoint": {"qualifiedValueShape"},
    "qualifiedValueShape": {"qualifiedMinCount", "qualifiedMaxCount"},
}
#: The properties of SHACL besides the parameters of its components: of shapes, targets, paths,
#: results, SPARQL, and of the advanced features.
WORDS = {
    "alternativePath", "annotationProperty", "annotationValue", "annotationVarName", "ask",
    "base", "condition", "conforms", "construct", "count", "datatype", "deactivated", "declare",
    "defaultValue", "description", "detail", "distinct", "else", "entailment", "expression",
    "filterShape", "flags", "focusNode", "group", "groupConcat", "if", "ignoredProperties",
    "intersection", "inversePath", "js", "jsFunctionName", "jsLibrary", "jsLibraryURL",
    "labelTemplate", "limit", "max", "message", "min", "minus", "name", "namespace",
    "nodeShape", "nodeValidator", "nodes", "object", "offset", "oneOrMorePath", "optional",
    "order", "orderBy", "parameter", "path", "predicate", "prefix", "prefixes",
    "propertyValidator", "qualifiedMaxCount", "qualifiedMinCount",
    "qualifiedValueShapesDisjoint", "result", "resultAnnotation", "resultMessage", "resultPath",
    "resultSeverity", "returnType", "rule", "select", "separator", "severity", "shapesGraph",
    "shapesGraphWellFormed", "sourceConstraint", "sourceConstraintComponent", "sourceShape",
    "sparql", "subject", "suggestedShapesGraph", "sum", "target", "targetClass", "targetNode",
    "targetObjectsOf", "targetSubjectsOf", "then", "this", "union", "update", "validator",
    "value", "values", "zeroOrMorePath", "zeroOrOnePath",
}  # fmt: skip
#: Targets that name a class or a property.
NAMED_TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf")


def refuse_beyond_core(reader: Reader) -> None:
    """Refuses what asks for more than the files hold, or for another kind of processor.

    A shapes graph whose ``sh:entailment`` is not supported has to be refused (SHACL, section 1.5);
    what it imports is part of it (section 1.4).
    """
    for term, about in sorted(reader.described.said.items()):
        if SH + "entailment" in about:
            raise reader.unknown(term, f"sh:entailment {about[SH + 'entailment'][0]}")
        for imported in about.get(OWL + "imports", ()):
            if imported not in reader.described.said:
                raise reader.wrong(
                    term,
                    f"owl:imports {imported}, which none of the files describes: put its file "
                    "beside the others, or take the statement out",
                )


def refuse_shape(reader: Reader, term: str, said: Said) -> None:
    """Refuses a shape that is not well-formed, or asks more than SHACL Core has."""
    types = reader.described.types(term)
    for name in sorted(ONCE & said.keys()):
        if len(said[name]) > 1:
            raise reader.wrong(term, f"sh:{name} more than once")
    if SH + "PropertyShape" in types and "path" not in said:
        raise reader.wrong(term, "the type sh:PropertyShape without sh:path")
    if SH + "NodeShape" in types and "path" in said:
        raise reader.wrong(term, "the type sh:NodeShape with sh:path")
    if "path" not in said and (wrong := sorted(PATH_ONLY & said.keys())):
        raise reader.wrong(term, f"sh:{wrong[0]} without sh:path")
    for name, others in BESIDE.items():
        if name in said and not others & said.keys():
            raise reader.wrong(term, f"sh:{name} without sh:{' or sh:'.join(sorted(others))}")
    for name in NAMED_TARGETS:
        for value in said.get(name, ()):
            if value[0] != "<":
                raise reader.wrong(term, f"sh:{name} {value}, which is no IRI")
    for value in said.get("targetNode", ()):
        if value[0] == "_":
            raise reader.wrong(term, "sh:targetNode with a blank node")
    for name in ("name", "description", "message"):
        for value in said.get(name, ()):
            if value[0] != '"':
                raise reader.wrong(term, f"sh:{name} {value}, which is no text")
    _refuse_parameters_of_others(reader, term)


def refuse_orphans(reader: Reader) -> None:
    """Refuses what asks something and is no shape: it has no type, no target and no holder."""
    said = reader.described.said
    of_components = {each for about in said.values() for each in about.get(SH + "parameter", ())}
    for term, about in sorted(said.items()):
        asked = sorted(name for name in PARAMETERS if SH + name in about)
        if asked and term not in reader.done and term not in of_components:
            raise reader.wrong(
                term,
                f"sh:{asked[0]}, but no type, no target, and no shape that refers to it, so that "
                "it would never be asked",
            )
        for name in sorted(about):
            word = name.removeprefix(SH)
            if name.startswith(SH) and word not in WORDS and word not in PARAMETERS:
                raise reader.wrong(term, f"sh:{word}, which SHACL does not have")


def _refuse_parameters_of_others(reader: Reader, term: str) -> None:
    """Refuses parameters of constraint components that are not of the standard."""
    for name in reader.described.about(term):
        if name in reader.own_parameters:
            raise reader.unknown(term, f"<{name}>, a parameter of a custom constraint component")
        if name.startswith(DASH) and name.removeprefix(DASH) not in DASH_SILENT:
            raise reader.unknown(term, f"dash:{name.removeprefix(DASH)}")


def own_parameters(described: Described) -> set[str]:
    """The properties by which the files' own constraint components are used."""
    components = f"<{SH}ConstraintComponent>"
    return {
        text_of(path)
        for about in described.said.values()
        if components in about.get(RDF_TYPE, ())
        for parameter in about.get(SH + "parameter", ())
        for path in described.about(parameter).get(SH + "path", ())
    }
