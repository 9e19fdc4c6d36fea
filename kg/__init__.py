"""Published inspection reports of English children's services, read into a knowledge graph.

The rooms, in the order in which data flows through them: ``documents`` (a file becomes a
`Document`), ``reports`` (a `Document` becomes a `Report`), ``rdf`` (a `Report` becomes quads),
``validation`` (quads are held against shapes), ``store`` (quads become records and an index),
``exports`` (records and query results become files).  ``knowledge`` reads the published
vocabularies in ``ontology/`` into plain values that the rooms share.
"""

__version__ = "0.1.0"
