"""Does each quote of a graph stand on the page it names?  With nothing but the graph and the PDFs.

kg export nquads graph.nq --selectors
python check_quotes.py graph.nq reports/ 1000
"""

import hashlib
import random
import re
import sys
from pathlib import Path

import pyoxigraph
import pypdfium2

graph, folder, number = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
store = pyoxigraph.Store()
store.bulk_load(path=graph)
QUOTED = """
    PREFIX oa: <http://www.w3.org/ns/oa#>
    PREFIX prov: <http://www.w3.org/ns/prov#>
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    PREFIX cs: <https://w3id.org/childrens-services-kg/def#>
    SELECT ?words ?page ?sha256 WHERE {
      ?thing prov:wasQuotedFrom ?place ; cs:partOf/prov:wasDerivedFrom/cs:sha256 ?sha256 .
      ?place oa:hasSelector/oa:exact ?words ; oa:hasSelector/rdf:value ?page }
    ORDER BY ?sha256 ?page ?words"""
rows = list(store.query(QUOTED, use_default_graph_as_union=True))
files = {hashlib.sha256(p.read_bytes()).hexdigest(): p for p in folder.rglob("*.pdf")}
here = [row for row in rows if row["sha256"].value in files]
chosen = random.Random(1).sample(here, min(number, len(here)))
pages: dict[str, list[str]] = {}


def letters(text: str) -> str:
    """Letters and digits only: how a page breaks words and lines does not count."""
    return re.sub(r"[\W_]+", "", text)


def stands(words: str, first: str, then: str = "") -> bool:
    """Whether words stand on a page, or begin near its end and go on near the next one's start."""
    parts = ((words[:cut], words[cut:]) for cut in range(1, len(words)))
    return words in first or any(
        a in first[-len(a) - 400 :] and len(a) > 3 and b in then[: len(b) + 400] for a, b in parts
    )


missed = 0
for row in sorted(chosen, key=lambda row: row["sha256"].value):
    sha256, page = row["sha256"].value, int(row["page"].value.removeprefix("page="))
    if sha256 not in pages:
        opened = pypdfium2.PdfDocument(files[sha256])
        pages[sha256] = [letters(each.get_textpage().get_text_bounded()) for each in opened]
    place = [letters(row["words"].value), *pages[sha256][page - 1 : page + 1], ""][:3]
    # the mark of a footnote is no word of the sentence in which it stands
    if not stands(*place) and not stands(*(re.sub(r"\d", "", each) for each in place)):
        missed += 1
        print(f"not on page {page} of {files[sha256].name}: {row['words'].value[:80]!r}")
print(f"{len(chosen) - missed} of {len(chosen)} quotes stand on their pages")
sys.exit(1 if missed or not chosen else 0)
