"""A small valid report and a small vocabulary, about made-up places, as N-Quads lines."""

from __future__ import annotations

from datetime import date

BASE = "https://w3id.org/childrens-services-kg/"
PREFIXES = {
    "cs": BASE + "def#",
    "id": BASE + "id/",
    "vocab": BASE + "vocab/",
    "graph": BASE + "graph/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "org": "http://www.w3.org/ns/org#",
}


DECIMAL = "^^<http://www.w3.org/2001/XMLSchema#decimal>"


class Iri(str):
    """A term to be written as an IRI, by prefix ("cs:page") or whole."""

    __slots__ = ()

    @property
    def whole(self) -> str:
        prefix, _, local = self.partition(":")
        return PREFIXES[prefix] + local if prefix in PREFIXES else str(self)


class Typed(str):
    """A literal in full, as it stands in a line: '"2024-13-45"^^<...date>'."""

    __slots__ = ()


def term(value: object) -> str:
    """A Python value as an N-Quads term."""
    if isinstance(value, Iri):
        return f"<{value.whole}>"
    if isinstance(value, Typed):
        return str(value)
    if isinstance(value, bool):
        return f'"{str(value).lower()}"^^<{PREFIXES["xsd"]}boolean>'
    if isinstance(value, int):
        return f'"{value}"^^<{PREFIXES["xsd"]}integer>'
    if isinstance(value, date):
        return f'"{value.isoformat()}"^^<{PREFIXES["xsd"]}date>'
    text = str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{text}"'


class Statements:
    """Statements that a test can change before it takes the lines."""

    def __init__(self, graph: str = "") -> None:
        self.graph = f" {term(Iri(graph))}" if graph else ""
        self.rows: list[tuple[str, str, str]] = []

    def add(self, subject: str, **values: object) -> None:
        """``add("id:x", cs_page=3)``: the underscore stands for the prefix's colon."""
        for name, value in values.items():
            for each in value if isinstance(value, list) else [value]:
                predicate = Iri(name.replace("_", ":", 1))
                self.rows.append((term(Iri(subject)), term(predicate), term(each)))

    def drop(self, subject: str, *names: str) -> None:
        """Takes the values of properties away; without names, everything about the subject."""
        gone = {term(Iri(name)) for name in names}
        about = term(Iri(subject))
        before = len(self.rows)
        self.rows = [r for r in self.rows if r[0] != about or (gone and r[1] not in gone)]
        assert len(self.rows) < before, f"nothing to drop of {subject} {names}"

    def put(self, subject: str, **values: object) -> None:
        """Puts values in the place of those that are there."""
        self.drop(subject, *(name.replace("_", ":", 1) for name in values))
        self.add(subject, **values)

    def lines(self) -> tuple[str, ...]:
        return tuple(sorted(f"{s} {p} {o}{self.graph} ." for s, p, o in self.rows))


REPORT = "id:report/exampleshire/ilacs/2024-03-15"
INSPECTION = "id:inspection/exampleshire/ilacs/2024-03-15"
FILE = "id:file/" + "0a" * 32
READING = "id:reading/" + "0a" * 32 + "/1.0.0"
#: the classes of what is read from a page
READ = (
    "Visit", "Inspector", "Judgement", "Recommendation", "Section", "Paragraph", "Finding",
    "StatementRequirement", "NextStep", "Evidence", "NamedBody", "Fact", "EarlierInspection",
    "UnplacedName",
)  # fmt: skip
#: the other classes of a report's graph
DESCRIBED = (
    "Report", "Inspection", "SourceFile", "Reading", "Model", "Problem", "FileNotStored", "Board",
    "Service",
)  # fmt: skip
STRANDS = ("leaders", "help-and-protection", "children-in-care", "care-leavers", "overall")


def valid_report() -> Statements:
    """A valid ILACS report under ILACS-2023, three pages long."""
    made = Statements("graph:exampleshire/ilacs/2024-03-15")
    made.add(
        REPORT,
        rdf_type=Iri("cs:Report"),
        dcterms_title="Inspection of Exampleshire local authority children's services",
        dcterms_issued=date(2024, 5, 1),
        dcterms_publisher=Iri("id:organisation/ofsted"),
        cs_source="exampleshire-2024",
        cs_framework=Iri("vocab:framework/ILACS-2023"),
        cs_family="ILACS",
        cs_variant="standard",
        cs_variantInferred=True,
        cs_pageCount=3,
        cs_authorityPrinted="Exampleshire",
        cs_reportsOn=Iri(INSPECTION),
        cs_about=Iri("id:authority/exampleshire"),
        prov_wasDerivedFrom=Iri(FILE),
        prov_wasGeneratedBy=Iri(READING),
    )
    made.add(
        FILE, rdf_type=Iri("cs:SourceFile"), cs_sha256="0a" * 32, dcterms_format="application/pdf"
    )
    made.add(FILE, cs_fileName="exampleshire-2024.pdf")
    made.add(READING, rdf_type=Iri("cs:Reading"), prov_used=Iri(FILE))
    made.add(READING, prov_wasAssociatedWith=Iri("id:software/1.0.0"))
    made.add(READING, cs_textSha256="0c" * 32)
    made.add(READING, cs_ratedWith=Iri("id:model/0b"))
    made.add("id:model/0b", rdf_type=Iri("cs:Model"), cs_sha256="0b" * 32)
    made.add("id:software/1.0.0", rdf_type=Iri("prov:SoftwareAgent"), cs_softwareVersion="1.0.0")
    made.add(
        INSPECTION,
        rdf_type=Iri("cs:Inspection"),
        cs_inspected=Iri("id:authority/exampleshire"),
        cs_startDate=date(2024, 3, 4),
        cs_endDate=date(2024, 3, 15),
        cs_hasVisit=Iri(REPORT + "/visit/1"),
        cs_hasInspector=Iri(REPORT + "/inspector/1"),
        cs_underFramework=Iri("vocab:framework/ILACS-2023"),
    )
    placed(made, "visit/1", "Visit", 1, "4 March 2024 to 15 March 2024")
    made.add(REPORT + "/visit/1", cs_startDate=date(2024, 3, 4), cs_endDate=date(2024, 3, 15))
    placed(
        made, "inspector/1", "Inspector", 1, "Lead inspector: Ann Example", cs_name="Ann Example"
    )
    made.add(REPORT + "/inspector/1", cs_role="lead")
    placed(made, "evidence/title", "Evidence", 1, "Inspection of Exampleshire")
    made.add(
        REPORT + "/evidence/title", cs_evidenceFor=Iri("dcterms:title"), cs_evidenceOf=Iri(REPORT)
    )
    placed(made, "evidence/about", "Evidence", 1, "Exampleshire")
    made.add(REPORT + "/evidence/about", cs_evidenceFor=Iri("cs:about"), cs_evidenceOf=Iri(REPORT))
    placed(made, "evidence/issued", "Evidence", 3, "Published 1 May 2024")
    made.add(
        REPORT + "/evidence/issued", cs_evidenceFor=Iri("dcterms:issued"), cs_evidenceOf=Iri(REPORT)
    )
    for strand in STRANDS:
        judged(made, strand)
    placed(made, "section/1", "Section", 2, "What needs to improve", cs_order=1)
    made.add(REPORT + "/section/1", cs_heading="What needs to improve")
    placed(made, "paragraph/1", "Paragraph", 2, "Leaders know their services well.", cs_order=1)
    made.add(REPORT + "/paragraph/1", cs_bullet=False, cs_inSection=Iri(REPORT + "/section/1"))
    placed(made, "recommendation/1", "Recommendation", 3, "The quality of plans.", cs_order=1)
    made.add(
        REPORT + "/recommendation/1",
        cs_kind=Iri("vocab:kind/what-needs-to-improve"),
        cs_addressedTo=Iri("id:authority/exampleshire"),
        cs_addressee="authority",
        cs_timescalePrinted="Within three months",
        cs_timescale=Iri("vocab:timescale/within-three-months"),
        cs_dueDate=date(2024, 8, 1),
        cs_dueCountedFrom="published",
        cs_text="The quality of plans.",
        cs_refersToParagraph=Iri(REPORT + "/paragraph/1"),
    )
    placed(made, "statement/1", "StatementRequirement", 3, "A statement by 1 September 2024")
    made.add(REPORT + "/statement/1", cs_statementKind="statement", cs_dueDate=date(2024, 9, 1))
    _evidence(made)
    return made


def _evidence(made: Statements) -> None:
    """A finding, a board, a service, a figure, an earlier inspection, a name that fits nothing."""
    placed(made, "finding/1", "Finding", 2, "Leaders know their services well.")
    made.add(
        REPORT + "/finding/1",
        cs_inPart=Iri(REPORT + "/paragraph/1"),
        cs_inSection=Iri(REPORT + "/section/1"),
        cs_polarity=Iri("vocab:polarity/strength"),
        cs_polarityProbability=Typed('"0.9"' + DECIMAL),
        cs_aboutTheme=Iri("vocab:theme/leadership"),
        cs_mainTheme=Iri("vocab:theme/leadership"),
        cs_themeProbabilities="leadership 0.80",
        cs_mentions=Iri("id:service/exampleshire/mash"),
    )
    made.add(
        "id:service/exampleshire/mash",
        rdf_type=Iri("cs:Service"),
        skos_prefLabel="mash",
        cs_serviceKind=Iri("vocab:service-kind/front-door"),
        cs_serviceIn=Iri("id:authority/exampleshire"),
    )
    placed(made, "service/mash", "NamedBody", 2, "the MASH", cs_name="the MASH")
    made.add(REPORT + "/service/mash", cs_names=Iri("id:service/exampleshire/mash"))
    made.add(REPORT + "/service/mash", cs_alsoNamed="MASH", cs_relation="shared with")
    placed(made, "fact/1", "Fact", 3, "421 children had a plan.", cs_unit="children")
    made.add(
        REPORT + "/fact/1",
        cs_measure=Iri("vocab:measure/child-protection-plans"),
        cs_value=Typed('"421"' + DECIMAL),
        cs_when="2024-03",
        cs_comparison="earlier",
    )
    placed(made, "earlier/1", "EarlierInspection", 1, "the last inspection in 2019")
    made.add(
        REPORT + "/earlier/1",
        cs_what="last inspection",
        cs_when="2019",
        cs_until="2019-05-03",
        cs_gradePrinted="Good",
        cs_gradeThen=Iri("vocab:grade/good"),
        cs_familyThen="ILACS",
    )
    placed(made, "unplaced/1", "UnplacedName", 3, "Blue Sky", cs_name="Blue Sky", cs_why="unknown")


def placed(made: Statements, name: str, kind: str, page: int, quote: str, **more: object) -> None:
    """Something that was read from a page of the report."""
    made.add(
        f"{REPORT}/{name}",
        rdf_type=Iri("cs:" + kind),
        cs_partOf=Iri(REPORT),
        cs_page=page,
        cs_quote=quote,
        cs_textStart=10 * page,
        cs_textEnd=10 * page + len(quote),
        **more,
    )


def judged(made: Statements, strand: str, name: str = "", basis: str = "graded") -> None:
    """A judgement of one strand as good."""
    name = f"judgement/{name or strand}"
    placed(made, name, "Judgement", 1, f"The {strand} Good", cs_subject=strand)
    made.add(
        f"{REPORT}/{name}",
        cs_gradePrinted="Good",
        cs_grade=Iri("vocab:grade/good"),
        cs_ofStrand=Iri(f"vocab:strand/{strand}"),
        cs_about=Iri("id:authority/exampleshire"),
        cs_aboutKind="authority",
        cs_basis=basis,
    )


def small_vocabulary() -> Statements:
    """Two framework versions, one without an overall judgement, and what a report links to."""
    made = Statements()
    made.add(
        "id:authority/exampleshire", rdf_type=Iri("cs:Authority"), skos_prefLabel="Exampleshire"
    )
    for scheme in ("framework", "strand", "grade", "kind", "timescale", "field"):
        made.add(f"vocab:{scheme}", rdf_type=Iri("skos:ConceptScheme"), skos_prefLabel=scheme)
    for order, strand in enumerate((*STRANDS, "care-of-ponies"), 1):
        concept(made, f"strand/{strand}", "cs:Strand")
        made.add(f"vocab:strand/{strand}", cs_judges="authority", cs_order=order)
    for rank, grade in enumerate(("good", "inadequate", "positive"), 1):
        concept(made, f"grade/{grade}", "cs:Grade")
        made.add(f"vocab:grade/{grade}", cs_rank=rank)
    for body in ("Authority", "Board", "Service"):
        made.add(f"cs:{body}", rdfs_subClassOf=Iri("cs:Body"))
    for item in READ:
        made.add(f"cs:{item}", rdfs_subClassOf=Iri("cs:ReportedItem"))
    for name in (*READ, *DESCRIBED):
        made.add(f"cs:{name}", rdf_type=Iri("owl:Class"))
    made.add(
        "id:organisation/ofsted", rdf_type=Iri("org:FormalOrganization"), skos_prefLabel="Ofsted"
    )
    for name in ("theme", "polarity", "measure", "service-kind", "board-kind", "next-step"):
        made.add(f"vocab:{name}", rdf_type=Iri("skos:ConceptScheme"), skos_prefLabel=name)
    for name in (
        *("theme/leadership", "measure/child-protection-plans", "service-kind/front-door"),
        *("board-kind/lscb", "next-step/full-inspection"),
    ):
        concept(made, name)
    concept(made, "kind/what-needs-to-improve")
    for field in ("title", "framework", "authority", "inspection-start", "inspection-end"):
        concept(made, f"field/{field}")
    concept(made, "timescale/within-three-months")
    for version, strands in (("ILACS-2023", STRANDS), ("ILACS-2026", STRANDS[:-1])):
        concept(made, f"framework/{version}", "cs:FrameworkVersion")
        made.add(f"vocab:framework/{version}", cs_familyCode="ILACS")
        made.add(f"vocab:framework/{version}", cs_validFrom=date(int(version[-4:]), 1, 1))
        asked = [Iri(f"vocab:strand/{strand}") for strand in strands]
        made.add(f"vocab:framework/{version}", cs_hasStrand=asked, cs_requiresStrand=asked)
        grades = [Iri("vocab:grade/good"), Iri("vocab:grade/inadequate")]
        made.add(f"vocab:framework/{version}", cs_hasGrade=grades)
    return made


def concept(made: Statements, name: str, kind: str = "skos:Concept") -> None:
    scheme, _, notation = name.partition("/")
    made.add(
        f"vocab:{name}",
        rdf_type=[Iri(kind)] if kind == "skos:Concept" else [Iri(kind), Iri("skos:Concept")],
        skos_notation=notation,
        skos_prefLabel=notation.replace("-", " "),
        skos_inScheme=Iri(f"vocab:{scheme}"),
    )
