"""Atlassian's document format: whether a document is valid, its text, whom it mentions.

With Atlassian's own schema that decides; without it the rules below, which know the nodes that a
program writing reports uses.
"""

import json

from json_schema import Schema

INLINE = {"text", "hardBreak", "mention", "emoji", "inlineCard", "date", "status"}
LISTS = {"bulletList", "orderedList", "taskList"}
BLOCKS = {"paragraph", "heading", "codeBlock", "rule", *LISTS}
TOP = BLOCKS | {"blockquote", "panel", "table", "expand", "blockCard"}
CELL = BLOCKS | {"blockquote", "panel", "nestedExpand", "blockCard"}
# What may be inside, and whether anything must be.
CONTENT = {
    "doc": (TOP, False),
    "paragraph": (INLINE, False),
    "heading": (INLINE, False),
    "codeBlock": ({"text"}, False),
    "blockquote": ({"paragraph", "codeBlock", "bulletList", "orderedList"}, True),
    "panel": (BLOCKS | {"blockCard"}, True),
    "bulletList": ({"listItem"}, True),
    "orderedList": ({"listItem"}, True),
    "listItem": ({"paragraph", "codeBlock", *LISTS}, True),
    "taskList": ({"taskItem", "taskList"}, True),
    "taskItem": (INLINE, False),
    "table": ({"tableRow"}, True),
    "tableRow": ({"tableHeader", "tableCell"}, False),
    "tableHeader": (CELL, True),
    "tableCell": (CELL, True),
    "expand": (CELL | {"table"}, True),
    "nestedExpand": (BLOCKS | {"panel", "blockquote"}, True),
}
# Attributes that must be there, and what they may be.
ATTRIBUTES = {
    "heading": {"level": {1, 2, 3, 4, 5, 6}},
    "panel": {"panelType": {"info", "note", "tip", "warning", "error", "success", "custom"}},
    "status": {
        "text": None, "color": {"neutral", "purple", "blue", "red", "yellow", "green"},
    },
    "mention": {"id": None},
    "emoji": {"shortName": None},
    "date": {"timestamp": None},
    "inlineCard": {"url": None},
    "blockCard": {"url": None},
    "taskList": {"localId": None},
    "taskItem": {"localId": None, "state": {"TODO", "DONE"}},
}
# Attributes that may be there, beside those and `localId`.
CELL_ATTRIBUTES = {"colspan", "rowspan", "colwidth", "background", "valign"}
FURTHER_ATTRIBUTES = {
    "codeBlock": {"language", "uniqueId", "wrap", "hideLineNumbers"},
    "hardBreak": {"text"},
    "orderedList": {"order"},
    "expand": {"title"},
    "nestedExpand": {"title"},
    "mention": {"text", "accessLevel", "userType"},
    "emoji": {"id", "text"},
    "status": {"style"},
    "panel": {"panelIcon", "panelIconId", "panelIconText", "panelColor"},
    "table": {"displayMode", "isNumberColumnEnabled", "layout", "width"},
    "tableHeader": CELL_ATTRIBUTES,
    "tableCell": CELL_ATTRIBUTES,
}
MARKS = {
    "strong", "em", "code", "link", "strike", "underline", "subsup", "textColor", "annotation",
    "backgroundColor",
}


class Documents:
    """Judges documents."""

    def __init__(self, schema_file=None):
        self.schema = None
        if schema_file:
            with open(schema_file, encoding="utf-8") as file:
                self.schema = Schema(json.load(file))

    def error(self, document):
        """Why a document is not valid; nothing if it is."""
        if self.schema:
            return self.schema.error(document)
        if not isinstance(document, dict) or document.get("type") != "doc":
            return "/: not a doc"
        if document.get("version") != 1 or not isinstance(document.get("content"), list):
            return "/: no version 1 or no content"
        if extra := set(document) - {"type", "version", "content"}:
            return f"/: {sorted(extra)} not allowed"
        return node_error(document, "")


def node_error(node, place):
    """Why a node is not valid, by the rules here."""
    if not isinstance(node, dict) or not isinstance(node.get("type"), str):
        return f"{place}: not a node"
    kind = node["type"]
    if extra := set(node) - {"type", "version", "content", "attrs", "marks", "text"}:
        return f"{place}: {sorted(extra)} not allowed"
    if kind == "text":
        return text_error(node, place)
    if problem := attribute_error(kind, node.get("attrs", {}), place):
        return problem
    if "marks" in node or "text" in node or (kind == "nestedExpand" and "attrs" not in node):
        return f"{place}: {kind} with marks or text, or without attrs"
    if kind not in CONTENT:
        return f"{place}: {kind} has content" if "content" in node else None
    inside, needed = CONTENT[kind]
    content = node.get("content", [])
    if not isinstance(content, list) or (needed and not content):
        return f"{place}: {kind} without content"
    for index, each in enumerate(content):
        here = f"{place}/content/{index}"
        if not isinstance(each, dict) or each.get("type") not in inside:
            found = each.get("type") if isinstance(each, dict) else each
            return f"{here}: {found!r} in a {kind}"
        if kind == "codeBlock" and each.get("marks"):
            return f"{here}: marks in a codeBlock"
        if problem := node_error(each, here):
            return problem
    return None


def attribute_error(kind, attributes, place):
    if not isinstance(attributes, dict):
        return f"{place}: attrs is not an object"
    for name, allowed in ATTRIBUTES.get(kind, {}).items():
        value = attributes.get(name)
        if value is None or (allowed and value not in allowed):
            return f"{place}/attrs/{name}: {value!r:.60} in {kind}"
    known = {"localId", *ATTRIBUTES.get(kind, ()), *FURTHER_ATTRIBUTES.get(kind, ())}
    if extra := set(attributes) - known:
        return f"{place}/attrs: {sorted(extra)} not allowed in {kind}"
    return None


def text_error(node, place):
    if not isinstance(node.get("text"), str) or not node["text"]:
        return f"{place}: a text without characters"
    if "content" in node or "attrs" in node:
        return f"{place}: a text with content or attrs"
    marks = node.get("marks", [])
    kinds = [mark.get("type") for mark in marks if isinstance(mark, dict)]
    if len(kinds) != len(marks) or not set(kinds) <= MARKS:
        return f"{place}/marks: {kinds} unknown"
    if "code" in kinds and not set(kinds) <= {"code", "link", "annotation"}:
        return f"{place}/marks: code together with {kinds}"
    for mark in marks:
        if mark["type"] == "link" and not isinstance(mark.get("attrs", {}).get("href"), str):
            return f"{place}/marks: a link without href"
    return None


def walk(node):
    """A node and all below it."""
    yield node
    for each in node.get("content") or []:
        yield from walk(each)


def text_of(document):
    """What a reader sees, a line a block."""
    pieces = []
    for node in walk(document):
        if node["type"] == "text":
            pieces.append(node["text"])
        elif node["type"] == "hardBreak" or "content" in node and pieces:
            pieces.append("\n")
    return "".join(pieces)


def mentions_of(document):
    """The people a document notifies."""
    return [node["attrs"]["id"] for node in walk(document) if node["type"] == "mention"]


def plain(text):
    """A document that shows a text."""
    content = [{"type": "text", "text": text}] if text else []
    return {"type": "doc", "version": 1, "content": [{"type": "paragraph", "content": content}]}
