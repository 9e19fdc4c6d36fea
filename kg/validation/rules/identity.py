"""Identity: everything in a record is of its report's authority, family, day and file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.namespaces import CS, ID, ORG, PROV
from kg.shacl.terms import text_of
from kg.validation.rules.graphview import term
from kg.validation.rules.recordview import RecordView
from kg.validation.rules.rule import Broken, Rule, wrong

UNKNOWN = {"cs:about": "unknown-authority", "cs:family": "unknown-family"}
#: The end of a graph's name: authority, family, day, and what parts it from another of that name.
END = re.compile(
    r"(?P<authority>[a-z0-9-]+)/(?P<family>[a-z0-9-]+)/"
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}|undated)(?:-[0-9a-f]{8})*"
)
#: What may be described in a record besides the report, its inspection and its parts: the class,
#: and the IRI behind the namespace of things.
OTHERS = {
    f"{CS}SourceFile": re.compile(r"file/[0-9a-f]{64}"),
    f"{CS}Reading": re.compile(r"reading/[0-9a-f]{64}/[^/]+"),
    f"{CS}Model": re.compile(r"model/[0-9a-f]{64}"),
    f"{PROV}SoftwareAgent": re.compile(r"software/[^/]+"),
    f"{CS}Board": re.compile(r"board/[a-z0-9-]+/.+"),
    f"{CS}Service": re.compile(r"service/[a-z0-9-]+/.+"),
    f"{ORG}ChangeEvent": re.compile(r"change/[a-z0-9-]+/[a-z0-9-]+"),
}
#: Class of a part -> how its IRI ends behind that of the report.
PARTS = {
    "Visit": r"visit/[0-9]+",
    "Inspector": r"inspector/[0-9]+",
    "Judgement": r"judgement/[a-z0-9-]+",
    "Recommendation": r"recommendation/[0-9]+",
    "Section": r"section/[0-9]+",
    "Paragraph": r"paragraph/[0-9]+",
    "Finding": r"finding/[0-9]+",
    "Fact": r"fact/[0-9]+",
    "EarlierInspection": r"earlier/[0-9]+",
    "StatementRequirement": r"statement/[0-9]+",
    "NextStep": r"next-step/[0-9]+",
    "NamedBody": r"(?:board|service)/.+",
    "UnplacedName": r"unplaced/[0-9]+",
    "Evidence": r"evidence/.+",
    "Problem": r"problem/[0-9]+",
    "Correction": r"correction/[0-9]+",
}
_PARTS = {f"{CS}{name}": re.compile(ending) for name, ending in PARTS.items()}


def _graph_name(record: RecordView) -> Iterator[Broken]:
    found = END.fullmatch(record.end)
    if found is None:
        yield Broken(record.report)
        return
    own = record.own
    slug = own.text(record.report, "cs:about").removeprefix(f"{ID}authority/")
    if found["authority"] != (slug or UNKNOWN["cs:about"]):
        yield Broken(record.report, "cs:about", record.authority)
    if found["family"] != (record.family.lower() or UNKNOWN["cs:family"]):
        yield wrong(own, record.report, "cs:family")
    last = own.text(record.inspection, "cs:endDate") or own.text(record.report, "dcterms:issued")
    if found["day"] != (last or "undated"):
        yield wrong(own, record.inspection, "cs:endDate")


def _one_report(record: RecordView) -> Iterator[Broken]:
    for kind, wanted in (("cs:Report", record.report), ("cs:Inspection", record.inspection)):
        for other in {*record.own.of_class(kind), wanted}:
            if other != wanted or wanted not in record.own.index.instances.get(term(kind), ()):
                yield Broken(other)


def _known_things(record: RecordView) -> Iterator[Broken]:
    own = record.own
    for subject in sorted(own.index.subjects):
        if subject in {record.report, record.inspection}:
            continue
        kinds = own.texts(subject, "rdf:type")
        name = record.name_of(subject)
        end = text_of(subject).removeprefix(ID)
        forms = [_PARTS.get(kind) if name else OTHERS.get(kind) for kind in kinds]
        if len(kinds) != 1 or forms[0] is None or not forms[0].fullmatch(name or end):
            yield Broken(subject, "rdf:type" if kinds else "")


def _numbered_names(record: RecordView) -> Iterator[Broken]:
    """The number at the end of an IRI is the order, where a thing has one."""
    own = record.own
    for thing in own.having("cs:order"):
        if record.name_of(thing).rpartition("/")[2] != own.text(thing, "cs:order"):
            yield wrong(own, thing, "cs:order")


def _one_file(record: RecordView) -> Iterator[Broken]:
    own = record.own
    for kind, part in (("cs:SourceFile", 1), ("cs:Model", 1)):
        for thing in own.of_class(kind):
            if text_of(thing).removeprefix(ID).split("/")[part] != own.text(thing, "cs:sha256"):
                yield wrong(own, thing, "cs:sha256")
    source = own.value(record.report, "cs:source")
    for file in own.of_class("cs:SourceFile"):
        if file != own.value(record.report, "prov:wasDerivedFrom"):
            yield Broken(file)
        if own.value(file, "cs:fileName") != source:
            yield wrong(own, file, "cs:fileName")
    for reading in own.of_class("cs:Reading"):
        used = own.text(reading, "prov:used").removeprefix(f"{ID}file/")
        software = own.text(reading, "prov:wasAssociatedWith").removeprefix(f"{ID}software/")
        if text_of(reading) != f"{ID}reading/{used}/{software}":
            yield Broken(reading)
    for software in own.of_class("prov:SoftwareAgent"):
        if text_of(software) != f"{ID}software/{own.text(software, 'cs:softwareVersion')}":
            yield Broken(software, "cs:softwareVersion")


def _same_authority(record: RecordView) -> Iterator[Broken]:
    """Sections and items are about the report's authority, or boards of its own."""
    own = record.own
    for name in ("cs:about", "cs:addressedTo"):
        for thing in own.having(name):
            for body in own.values(thing, name):
                if body == record.authority:
                    continue
                place = f"{ID}board/{_place(record)}/"
                if not text_of(body).startswith(place):
                    yield Broken(thing, name, body)


def _place(record: RecordView) -> str:
    """What stands for the authority in the IRIs of its bodies."""
    if record.authority:
        return text_of(record.authority).removeprefix(f"{ID}authority/")
    sha256 = record.own.text(record.report, "prov:wasDerivedFrom").removeprefix(f"{ID}file/")
    return f"{UNKNOWN['cs:about']}-{sha256[:8]}"


def _body_names(record: RecordView) -> Iterator[Broken]:
    """A board or service is called after its IRI, and is of the authority that stands in it."""
    own, known = record.own, record.known
    kinds = {value: key for key, value in known.coded("board-kind").items()}
    for board in own.of_class("cs:Board"):
        place, _, key = text_of(board).removeprefix(f"{ID}board/").partition("/")
        owner = f"<{ID}authority/{place}>"
        if (own.value(board, "cs:boardOf") or owner) != owner:
            yield wrong(own, board, "cs:boardOf")
        kind = own.value(board, "cs:boardKind")
        label = known.text(kind, "skos:prefLabel")
        name = key.rpartition("/")[2]
        called = label if name == kinds.get(kind) else name.replace("-", " ")
        area = known.text(owner, "skos:prefLabel")
        if own.text(board, "skos:prefLabel") != f"{area} {called}".strip():
            yield wrong(own, board, "skos:prefLabel")
        if key in kinds.values() and key != kinds.get(kind):
            yield Broken(board, "cs:boardKind", kind)
        if own.text(board, "cs:boardType") != known.text(kind, "cs:boardType"):
            yield wrong(own, board, "cs:boardType")
    for service in own.of_class("cs:Service"):
        place, _, key = text_of(service).removeprefix(f"{ID}service/").partition("/")
        if place != _place(record):
            yield Broken(service)
        if own.value(service, "cs:serviceIn") != record.authority:
            yield wrong(own, service, "cs:serviceIn")
        if own.text(service, "skos:prefLabel") != key.rpartition("/")[2].replace("-", " "):
            yield wrong(own, service, "skos:prefLabel")


def _deliverers(record: RecordView) -> Iterator[Broken]:
    """A service is linked to what delivers services for the authority, and to nothing else."""
    own, known = record.own, record.known
    deliveries = known.subjects_with("cs:deliveredFor", record.authority)
    deliverers = {known.value(each, "cs:deliveredBy") for each in deliveries}
    for service in own.having("org:linkedTo"):
        for linked in own.values(service, "org:linkedTo"):
            if linked not in deliverers:
                yield Broken(service, "org:linkedTo", linked)


def _named_bodies(record: RecordView) -> Iterator[Broken]:
    """The IRI of what is named ends as that of the body does, and each body is spoken of."""
    own = record.own
    used = {
        value
        for name in ("cs:names", "cs:about", "cs:addressedTo")
        for value in own.index.column(term(name)).distinct
    }
    for body in [*own.of_class("cs:Board"), *own.of_class("cs:Service")]:
        if body not in used:
            yield Broken(body)
    for named in own.of_class("cs:NamedBody"):
        sort, _, key = record.name_of(named).partition("/")
        body = own.text(named, "cs:names").removeprefix(ID)
        ends = key.partition("/")[2] or key
        if not body.startswith(f"{sort}/") or not body.endswith(f"/{ends}"):
            yield wrong(own, named, "cs:names")


IDENTITY = (
    Rule(
        "graph-named-by-its-report",
        "The name of the graph must be made of the report's authority, family and last day.",
        _graph_name,
    ),
    Rule(
        "one-report", "A record holds one report and its one inspection, named alike.", _one_report
    ),
    Rule(
        "known-things",
        "A record describes its report, what was read from it and the bodies it speaks of, each"
        " of one class and named as its class asks; nothing else.",
        _known_things,
    ),
    Rule(
        "order-in-name",
        "The number at the end of its name must be its place in the order.",
        _numbered_names,
    ),
    Rule(
        "one-file",
        "File, reading, model and program must be named by their hashes and versions, and be"
        " those of the report.",
        _one_file,
    ),
    Rule(
        "same-authority",
        "What a report judges, speaks to or describes must be its own authority or a board of it.",
        _same_authority,
    ),
    Rule(
        "bodies-named-alike",
        "A board or service must be called after its name, and be of the authority in it.",
        _body_names,
    ),
    Rule(
        "known-deliverers",
        "A service may be linked only to what delivers services for the authority.",
        _deliverers,
    ),
    Rule(
        "bodies-spoken-of",
        "Each board or service must be named, judged or addressed, and named bodies must be"
        " the bodies that their names say.",
        _named_bodies,
    ),
)
