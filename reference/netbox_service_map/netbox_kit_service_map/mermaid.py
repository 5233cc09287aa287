"""
A graph as text that Mermaid understands, for copying into documents.
"""

from .choices import RelationConnectorChoices

__all__ = (
    'escape',
    'to_mermaid',
)

ARROWS = {
    RelationConnectorChoices.CONNECTOR_SOLID: '-->',
    RelationConnectorChoices.CONNECTOR_DOTTED: '-.->',
    RelationConnectorChoices.CONNECTOR_THICK: '==>',
}


def escape(text):
    """
    Return a text that may stand between quotes in Mermaid. Everything that could mean something to Mermaid, Markdown or
    HTML becomes the number of a character, in Mermaid's own notation.
    """
    return ''.join(
        character if character.isalnum() or character in ' -.,:/' else f'#{ord(character)};'
        for character in ' '.join(text.split())
    )


def to_mermaid(nodes, edges):
    lines = ['flowchart LR']
    lines += [f'  item{node.id}["{escape(node.label)}"]' for node in nodes]
    for edge in edges:
        # Administrators may have added connectors through FIELD_CHOICES.
        arrow = ARROWS.get(edge.connector, '-->')
        text = f'|"{escape(edge.text)}"|' if edge.text else ''
        lines.append(f'  item{edge.source} {arrow}{text} item{edge.destination}')
    return '\n'.join(lines)
