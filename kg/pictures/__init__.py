"""Pictures of what the store holds: SVG and PNG by matplotlib, and networks as graph files.

Each picture is a module with ``PARAMETERS`` and ``picture(corpus, values) -> Picture``.  A picture
is its words and a function that paints values on a `Sheet`; nothing of it is drawn before
`render` is called, and the same values give the same bytes.
"""

from kg.pictures.catalogue import NAMES, Drawing, drawing
from kg.pictures.sheet import IMAGES, Picture, Sheet, render

__all__ = ["IMAGES", "NAMES", "Drawing", "Picture", "Sheet", "drawing", "render"]
