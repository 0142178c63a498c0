"""The shapes that stand for a stance or a standing, drawn once: pages and pictures show the same.

Why: these must be told without their colour. In: the name that a row of `codes` has in its
column `mark`. Out: an SVG path (https://www.w3.org/TR/SVG2/paths.html) around the origin,
about two units wide; what is cut out of a shape runs the other way round, so that it stays
open under either fill rule. A shape is free until one of the list takes it.
"""

_DISC, _DIAMOND = "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0Z", "M0,-1.1L1.1,0L0,1.1L-1.1,0Z"
_SQUARE, _FRAME = "M-.95,-.95H.95V.95H-.95Z", "M-.6,-.6V.6H.6V-.6Z"
_HOLE, _DOT = "M-.7,0A.7,.7,0,1,0,.7,0A.7,.7,0,1,0,-.7,0Z", "M-.45,0A.45,.45,0,1,1,.45,0A.45,.45,0,1,1,-.45,0Z"

MARKS = {
    "disc": _DISC,
    "target": _DISC + _HOLE + _DOT,
    "ring": _DISC + _HOLE,
    "triangle": "M-1.1,-.9H1.1L0,1.1ZM-.6,-.6L0,.5L.6,-.6Z",
    "bar": "M-1.1,-.4H1.1V.4H-1.1Z",
    "hollow-diamond": f"{_DIAMOND}M0,-.65L-.65,0L0,.65L.65,0Z",
    "diamond": _DIAMOND,
    "square": _SQUARE,
    "hollow-square": _SQUARE + _FRAME,
    "cross": "M-.35,-1H.35V-.35H1V.35H.35V1H-.35V.35H-1V-.35H-.35Z",
    "wedge": "M-1.1,.9H1.1L0,-1.1Z",
    "hollow-wedge": "M-1.1,.9H1.1L0,-1.1ZM-.6,.6L0,-.5L.6,.6Z",
    "half-disc": f"{_DISC}M0,.7A.7,.7,0,0,0,0,-.7Z",
    "three-quarters": f"{_DISC}M0,0H.7A.7,.7,0,0,0,0,-.7Z",
    "filled-triangle": "M-1.1,-.9H1.1L0,1.1Z",
    "saltire": "M-1,-.5L-.5,-1L0,-.5L.5,-1L1,-.5L.5,0L1,.5L.5,1L0,.5L-.5,1L-1,.5L-.5,0Z",
}
