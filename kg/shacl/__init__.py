"""A SHACL engine: holds a graph against shapes, and knows nothing of what the graph is about.

The room imports nothing else of this package.  Shapes are compiled to plain steps over tables of
values, one a property; what the engine cannot do right is refused by name before anything is
checked (docs/shacl.md).

    results = validate(Path("data.ttl"), Path("shapes.ttl"))
    print(results.conforms, results.turtle())
"""

from kg.shacl.data import Data
from kg.shacl.engine import Fault, check
from kg.shacl.errors import DataError, ShaclError, ShapesError
from kg.shacl.files import read_data
from kg.shacl.index import GraphIndex, read_index
from kg.shacl.results import Results, validate
from kg.shacl.shapes import Constraint, Shape, Shapes, Targets, load_shapes, read_shapes

__all__ = [
    "Constraint",
    "Data",
    "DataError",
    "Fault",
    "GraphIndex",
    "Results",
    "ShaclError",
    "Shape",
    "Shapes",
    "ShapesError",
    "Targets",
    "check",
    "load_shapes",
    "read_data",
    "read_index",
    "read_shapes",
    "validate",
]
