"""Namespaces, and the one prefix table that every export uses."""

BASE = "https://w3id.org/childrens-services-kg/"
CS = BASE + "def#"
ID = BASE + "id/"
VOCAB = BASE + "vocab/"
GRAPH = BASE + "graph/"
#: The graph of the vocabularies, and what graphs of files begin with of which no report is stored.
VOCABULARY_GRAPH = GRAPH + "vocabulary"
NOT_STORED = GRAPH + "not-stored/"

CCCEV = "http://data.europa.eu/m8g/"
DCTERMS = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
ORG = "http://www.w3.org/ns/org#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"

#: Prefix -> namespace.  What results of patterns need beyond these is added here, in order.
PREFIXES = {
    "cccev": CCCEV,
    "cs": CS,
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "org": ORG,
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": SKOS,
    "xsd": XSD,
}
