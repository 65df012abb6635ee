"""JSON Schema, as far as Atlassian's schema of its document format uses it (draft 4)."""

import re

KINDS = {
    "object": dict, "array": list, "string": str, "boolean": bool, "number": (int, float),
    "integer": int, "null": type(None),
}


class Schema:
    """A schema with its definitions."""

    def __init__(self, document):
        self.document = document
        self.known = {}  # what was found of a part: many alternatives ask the same again

    def error(self, value):
        """Where and why a value does not fit; nothing if it does."""
        self.known = {}
        return self._error(self.document, value, "")

    def _resolved(self, reference):
        found = self.document
        for piece in reference.removeprefix("#/").split("/"):
            found = found[piece]
        return found

    def _error(self, schema, value, place):
        if not isinstance(value, (dict, list)):
            return self._found(schema, value, place)
        key = (id(schema), id(value))
        if key not in self.known:
            self.known[key] = self._found(schema, value, place)
        return self.known[key]

    def _found(self, schema, value, place):
        if "$ref" in schema:
            return self._error(self._resolved(schema["$ref"]), value, place)
        for each in schema.get("allOf", []):
            if problem := self._error(each, value, place):
                return problem
        if "anyOf" in schema:
            problems = [self._error(each, value, place) for each in schema["anyOf"]]
            if all(problems):
                return max(problems, key=lambda problem: problem.count("/"))
        kind = schema.get("type")
        if kind and not (
            isinstance(value, KINDS[kind]) and (kind == "boolean" or not isinstance(value, bool))
        ):
            return f"{place or '/'}: not of type {kind}"
        if "enum" in schema and value not in schema["enum"]:
            return f"{place or '/'}: {value!r:.60} is none of {schema['enum']}"
        if isinstance(value, dict):
            return self._object_error(schema, value, place)
        if isinstance(value, list):
            return self._array_error(schema, value, place)
        return self._plain_error(schema, value, place)

    def _object_error(self, schema, value, place):
        properties = schema.get("properties", {})
        for name in schema.get("required", []):
            if name not in value:
                return f"{place or '/'}: no {name}"
        further = schema.get("additionalProperties", True)
        for name, each in value.items():
            if name in properties:
                problem = self._error(properties[name], each, f"{place}/{name}")
            elif further is False:
                problem = f"{place}/{name}: not allowed"
            else:
                problem = isinstance(further, dict) and self._error(
                    further, each, f"{place}/{name}"
                )
            if problem:
                return problem
        return None

    def _array_error(self, schema, value, place):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            return f"{place or '/'}: {len(value)} items"
        items = schema.get("items", {})
        for index, each in enumerate(value):
            one = items
            if isinstance(items, list):
                one = items[index] if index < len(items) else {}
            if problem := self._error(one, each, f"{place}/{index}"):
                return problem
        return None

    @staticmethod
    def _plain_error(schema, value, place):
        if isinstance(value, str):
            if len(value) < schema.get("minLength", 0):
                return f"{place}: too short"
            if "pattern" in schema and not re.search(schema["pattern"], value):
                return f"{place}: does not match {schema['pattern']}"
        elif isinstance(value, (int, float)):
            if not schema.get("minimum", value) <= value <= schema.get("maximum", value):
                return f"{place}: {value} is out of range"
        return None
