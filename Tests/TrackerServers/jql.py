"""A small part of Jira's query language: enough for what a program asks that keeps tickets."""

import re
import time

TOKEN = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?P<mark>!=|!~|<=|>=|[()=~<>,])
    |(?P<word>[^\s()=!~<>"',;?|*/%^$#@+\[\]&{}]+))""",
    re.VERBOSE,
)
KNOWN = {
    "project", "labels", "key", "issuekey", "id", "issue", "status", "statuscategory", "resolution",
    "issuetype", "type", "summary", "assignee", "priority", "created", "updated",
}


class Malformed(Exception):
    """Why a query is refused."""


class Query:
    """A query, parsed; `restriction` is nothing for one that is not bounded."""

    def __init__(self, text):
        self.tokens, place = [], 0
        text = text.rstrip()
        while place < len(text):
            found = TOKEN.match(text, place)
            if not found:
                raise Malformed(
                    f"Error in the JQL Query: The character '{text[place]}' is a reserved JQL"
                    " character. You must enclose it in a string or use the escape"
                )
            self.tokens.append(found)
            place = found.end()
        self.tokens.reverse()
        self.restriction = None
        if self.tokens and self.word() != "order":
            self.restriction = self.alternatives()
        self.order = self.ordering()

    def word(self):
        """The next token as a key word."""
        return (self.tokens[-1]["word"] or "").lower() if self.tokens else ""

    def mark(self):
        return self.tokens[-1]["mark"] if self.tokens else None

    def take(self):
        if not self.tokens:
            raise Malformed("Error in the JQL Query: it ends too early.")
        return self.tokens.pop()

    def expect(self, mark):
        if self.take()["mark"] != mark:
            raise Malformed(f"Error in the JQL Query: Expecting '{mark}'.")

    def value(self):
        token = self.take()
        if token["text"]:
            return re.sub(r"\\(.)", r"\1", token["text"][1:-1])
        if token["word"]:
            return token["word"]
        raise Malformed(f"Error in the JQL Query: Expecting a value but got '{token['mark']}'.")

    def alternatives(self):
        parts = [self.conjunction()]
        while self.word() == "or":
            self.take()
            parts.append(self.conjunction())
        return parts[0] if len(parts) == 1 else ("or", parts)

    def conjunction(self):
        parts = [self.clause()]
        while self.word() == "and":
            self.take()
            parts.append(self.clause())
        return parts[0] if len(parts) == 1 else ("and", parts)

    def clause(self):
        if self.word() == "not":
            self.take()
            return ("not", self.clause())
        if self.mark() == "(":
            self.take()
            inside = self.alternatives()
            self.expect(")")
            return inside
        name = self.value().lower()
        if name not in KNOWN:
            raise Malformed(
                f"Field '{name}' does not exist or you do not have permission to view it."
            )
        return self.comparison(name)

    def comparison(self, name):
        if self.mark() in ("=", "!=", "~", "!~", "<", ">", "<=", ">="):
            return (self.take()["mark"], name, [self.value()])
        operator = self.word()
        negated = operator == "not"
        if negated:
            self.take()
        if self.word() == "in":
            self.take()
            self.expect("(")
            values = [self.value()]
            while self.mark() == ",":
                self.take()
                values.append(self.value())
            self.expect(")")
            return ("!=" if negated else "=", name, values)
        if operator == "is":
            self.take()
            negated = self.word() == "not"
            if negated:
                self.take()
            if self.value().lower() not in ("empty", "null"):
                raise Malformed("Error in the JQL Query: Expecting EMPTY.")
            return ("is not" if negated else "is", name, [])
        raise Malformed("Error in the JQL Query: Expecting operator.")

    def ordering(self):
        if not self.tokens:
            return []
        if self.word() != "order":
            raise Malformed("Error in the JQL Query: Expecting 'AND', 'OR' or 'ORDER BY'.")
        self.take()
        if self.word() != "by":
            raise Malformed("Error in the JQL Query: Expecting 'BY'.")
        self.take()
        order = []
        while True:
            name, descending = self.value().lower(), False
            if self.word() in ("asc", "desc"):
                descending = self.take()["word"].lower() == "desc"
            order.append((name, descending))
            if self.mark() != ",":
                break
            self.take()
        if self.tokens or len(order) > 7:
            raise Malformed("Error in the JQL Query: the end of ORDER BY was expected.")
        return order

    def values(self, node=None):
        """Every field with the values it is compared with."""
        node = node or self.restriction
        if node is None:
            return
        if node[0] in ("and", "or"):
            for each in node[1]:
                yield from self.values(each)
        elif node[0] == "not":
            yield from self.values(node[1])
        else:
            yield from ((node[1], value) for value in node[2])

    def fits(self, values_of, node=None):
        """Whether an issue fits, whose values `values_of` tells for a field."""
        node = node or self.restriction
        if node is None or node[0] == "and":
            return all(self.fits(values_of, each) for each in (node[1] if node else []))
        if node[0] == "or":
            return any(self.fits(values_of, each) for each in node[1])
        if node[0] == "not":
            return not self.fits(values_of, node[1])
        operator, name, wanted = node
        found = [str(each).lower() for each in values_of(name) if each is not None]
        wanted = [each.lower() for each in wanted]
        if operator in ("=", "!="):
            if operator == "!=" and not found:
                return False  # as in Jira: what is empty is neither equal nor different
            return bool(set(found) & set(wanted)) == (operator == "=")
        if operator in ("is", "is not"):
            return (not found) == (operator == "is")
        if operator in ("~", "!~"):
            hit = any(all(word in each for word in wanted[0].split()) for each in found)
            return hit == (operator == "~")
        bound = moment(wanted[0])
        compare = {"<": str.__lt__, ">": str.__gt__, "<=": str.__le__, ">=": str.__ge__}[operator]
        return any(compare(each, bound) for each in found)


def moment(value):
    """A date, a date and time, or so long ago as -7d, as it is compared with dates of issues."""
    ago = re.fullmatch(r"-(\d+)([mhdw])", value)
    if not ago:
        return value.replace(" ", "t").replace("/", "-")
    seconds = int(ago[1]) * {"m": 60, "h": 3600, "d": 86400, "w": 604800}[ago[2]]
    return time.strftime("%Y-%m-%dt%H:%M:%S", time.gmtime(time.time() - seconds))
