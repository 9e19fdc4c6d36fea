"""A SHACL engine: holds a graph against shapes, and knows nothing of what the graph is about.

The room imports nothing else of this package.  Shapes are compiled to plain steps over tables of
values, one a property; what the engine cannot do right is refused by name before anything is
checked (docs/shacl.md).
"""

from kg.shacl.engine import Data, Fault, check
from kg.shacl.errors import ShapesError
from kg.shacl.index import GraphIndex, read_index
from kg.shacl.shapes import Constraint, Shape, Shapes, load_shapes

__all__ = [
    "Constraint",
    "Data",
    "Fault",
    "GraphIndex",
    "Shape",
    "Shapes",
    "ShapesError",
    "check",
    "load_shapes",
    "read_index",
]
