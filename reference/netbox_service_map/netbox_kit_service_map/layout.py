"""
Where the nodes and edges of a graph are drawn: in layers from left to right, so that edges point to the right.

Edges that close a cycle are turned around for that, and edges that span several layers bend where they pass one.
"""

from collections import defaultdict
from dataclasses import dataclass

from .graph import Edge, Node

__all__ = (
    'Diagram',
    'get_diagram',
)

NODE_WIDTH, NODE_HEIGHT = 170, 52
COLUMN_GAP, ROW_GAP = 120, 34
# How far edges are from the middle of a node: above it to the right, below it to the left.
LANE = 7
MARGIN = 16
LABEL_LENGTH = 22
TEXT_LENGTH = 18
SWEEPS = 4


@dataclass(frozen=True)
class PlacedNode:
    node: Node
    x: int
    y: int

    @property
    def label(self):
        return _shortened(self.node.label, LABEL_LENGTH)

    @property
    def middle(self):
        return self.x + NODE_WIDTH // 2

    @property
    def label_y(self):
        return self.y + 23

    @property
    def kind_y(self):
        return self.y + 41


@dataclass(frozen=True)
class PlacedEdge:
    edge: Edge
    path: str
    x: int
    y: int

    @property
    def text(self):
        return _shortened(self.edge.text, TEXT_LENGTH)


@dataclass(frozen=True)
class Diagram:
    nodes: list[PlacedNode]
    edges: list[PlacedEdge]
    width: int
    height: int
    node_width: int = NODE_WIDTH
    node_height: int = NODE_HEIGHT

    @property
    def min_width(self):
        # It is made smaller to fit the page, but not until nobody can read it.
        return self.width * 3 // 4


def get_diagram(nodes, edges):
    layers, routes = _get_layers([node.id for node in nodes], [(edge.source, edge.destination) for edge in edges])
    _sort_layers(layers, routes.values())

    rows = max(map(len, layers), default=0)
    height = 2 * MARGIN + max(rows * (NODE_HEIGHT + ROW_GAP) - ROW_GAP, 0)
    places = {}
    for column, layer in enumerate(layers):
        top = (height - len(layer) * (NODE_HEIGHT + ROW_GAP) + ROW_GAP) // 2
        for row, key in enumerate(layer):
            places[key] = (MARGIN + column * (NODE_WIDTH + COLUMN_GAP), top + row * (NODE_HEIGHT + ROW_GAP))

    return Diagram(
        nodes=[PlacedNode(node, *places[node.id]) for node in nodes],
        edges=[_get_placed_edge(edge, routes[edge.source, edge.destination], places) for edge in edges],
        width=2 * MARGIN + max(len(layers) * (NODE_WIDTH + COLUMN_GAP) - COLUMN_GAP, 0),
        height=height,
    )


def _get_layers(keys, edges):
    """
    Return the keys in layers, and for every edge the keys that it passes from the left to the right. Where it passes a
    layer there is a key of its own: a tuple.
    """
    order = _get_order(keys, edges)
    position = {key: number for number, key in enumerate(order)}
    forward = {(a, b): (a, b) if position[a] < position[b] else (b, a) for a, b in edges}

    left = defaultdict(list)
    for a, b in forward.values():
        left[b].append(a)
    depth = {}
    for key in order:
        depth[key] = max((depth[other] + 1 for other in left[key]), default=0)

    layers = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for key in order:
        layers[depth[key]].append(key)
    routes = {}
    for edge, (a, b) in forward.items():
        bends = [(a, b, layer) for layer in range(depth[a] + 1, depth[b])]
        for bend in bends:
            if bend not in layers[bend[2]]:
                layers[bend[2]].append(bend)
        routes[edge] = [a, *bends, b]
    return layers, routes


def _get_order(keys, edges):
    """
    Return the keys so that edges lead from earlier to later ones, but for those that close a cycle. Without recursion:
    a chain may be longer than Python's stack.
    """
    following = defaultdict(list)
    has_source = set()
    for source, destination in edges:
        following[source].append(destination)
        has_source.add(destination)

    finished, seen = [], set()
    # What nothing leads to comes first.
    for start in sorted(keys, key=lambda key: key in has_source):
        if start in seen:
            continue
        seen.add(start)
        stack = [(start, iter(following[start]))]
        while stack:
            key, rest = stack[-1]
            for other in rest:
                if other not in seen:
                    seen.add(other)
                    stack.append((other, iter(following[other])))
                    break
            else:
                finished.append(key)
                stack.pop()
    return finished[::-1]


def _sort_layers(layers, routes):
    """
    Sort every layer by where the neighbours of its members are, so that fewer edges cross.
    """
    before, after = defaultdict(list), defaultdict(list)
    for route in routes:
        for a, b in zip(route, route[1:], strict=False):
            after[a].append(b)
            before[b].append(a)

    for sweep in range(SWEEPS):
        neighbours, ordered = (before, layers) if sweep % 2 == 0 else (after, layers[::-1])
        for fixed, layer in zip(ordered, ordered[1:], strict=False):
            row = {key: number for number, key in enumerate(fixed)}
            own = {key: number for number, key in enumerate(layer)}
            layer.sort(key=lambda key: _get_mean([row[n] for n in neighbours[key]], own[key]))  # noqa: B023


def _get_mean(numbers, otherwise):
    return sum(numbers) / len(numbers) if numbers else otherwise


def _get_placed_edge(edge, route, places):
    is_reversed = route[0] != edge.source
    middle = NODE_HEIGHT // 2 + (LANE if is_reversed else -LANE)
    points = [(places[route[0]][0] + NODE_WIDTH, places[route[0]][1] + middle)]
    for bend in route[1:-1]:
        x, y = places[bend]
        points += [(x, y + middle), (x + NODE_WIDTH, y + middle)]
    points.append((places[route[-1]][0], places[route[-1]][1] + middle))
    (x1, y1), (x2, y2) = points[:2]

    if is_reversed:
        points.reverse()
    return PlacedEdge(edge, _get_path(points), x=(x1 + x2) // 2, y=(y1 + y2) // 2 + (4 if is_reversed else -5))


def _get_path(points):
    path = 'M{} {}'.format(*points[0])
    for (x1, y1), (x2, y2) in zip(points, points[1:], strict=False):
        bend = (x1 + x2) // 2
        path += f' C{bend} {y1} {bend} {y2} {x2} {y2}'
    return path


def _shortened(text, length):
    return text if len(text) <= length else f'{text[: length - 1]}…'
