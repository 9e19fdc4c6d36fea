"""Which authorities were told the most in their latest reports?  With SPARQLWrapper.

Needs a SPARQL 1.1 endpoint that holds the graph, such as a server on your own machine into which
``kg push`` has brought it.  Where a query names no graph, some servers ask all of them together and
give a statement once for each graph that holds it (Virtuoso does, and the merge that ``kg push``
keeps is such a graph; the joins multiply that), hence COUNT(DISTINCT ...): it is right everywhere.

    python sparqlwrapper_endpoint.py http://localhost:7878/query
"""

import sys

from SPARQLWrapper import JSON, POST, SPARQLWrapper

QUERY = """
PREFIX cs: <https://w3id.org/childrens-services-kg/def#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?name ?source ?ended (COUNT(DISTINCT ?recommendation) AS ?recommendations)
WHERE {
  ?recommendation a cs:Recommendation ; cs:partOf ?report .
  ?report cs:about ?authority ; cs:source ?source ; cs:reportsOn/cs:endDate ?ended .
  ?authority skos:prefLabel ?name .
}
GROUP BY ?name ?source ?ended
ORDER BY DESC(?recommendations) ?source
LIMIT 5
"""

endpoint = SPARQLWrapper(sys.argv[1])
endpoint.setQuery(QUERY)
endpoint.setReturnFormat(JSON)
# a long query does not fit into an address
endpoint.setMethod(POST)
# seconds
endpoint.setTimeout(60)

for row in endpoint.queryAndConvert()["results"]["bindings"]:
    values = {name: cell["value"] for name, cell in row.items()}
    print("{recommendations:>4}  {ended}  {name} ({source})".format(**values))
