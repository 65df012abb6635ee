"""What a service is: requests, answers, and the routes between them."""

import json
import re
import urllib.parse
from dataclasses import dataclass, field


@dataclass
class Request:
    """One request, its path without the query."""

    method: str
    path: str
    query: dict
    headers: dict
    body: bytes
    note: str = ""  # why it was refused, for whoever reads the log

    def first(self, name, default=None):
        """The first value of a query parameter."""
        return self.query.get(name, [default])[0]

    def number(self, name, default):
        """A query parameter that is a number."""
        try:
            return int(self.first(name, default))
        except ValueError:
            return default

    @property
    def json(self):
        """The body as JSON; raises ValueError if it is not."""
        return json.loads(self.body.decode("utf-8"))

    @property
    def shown(self):
        """The body as the log shows it: JSON, else text, else nothing."""
        if not self.body:
            return None
        try:
            return self.json
        except ValueError:
            return self.body.decode("utf-8", "replace")


@dataclass
class Answer:
    """What is sent back: a dictionary or list as JSON, a string as text."""

    status: int = 200
    body: object = None
    headers: dict = field(default_factory=dict)

    def encoded(self):
        """The body's bytes and the kind they are."""
        if self.body is None:
            return b"", None
        if isinstance(self.body, str):
            kind = "text/html" if self.body.startswith("<") else "text/plain"
            return self.body.encode(), f"{kind};charset=utf-8"
        return json.dumps(self.body).encode(), "application/json;charset=UTF-8"


def misfit(values, kinds):
    """The name of a value that is neither null nor of the kind it should be; nothing if all are."""
    for name, kind in kinds.items():
        value = values.get(name)
        if value is not None and (not isinstance(value, kind) or isinstance(value, bool)):
            return name
    return None


class Refusal(Exception):
    """An answer that ends the handling of a request."""

    def __init__(self, status, body=None, headers=None, note=""):
        super().__init__(f"{status} {body}")
        self.answer = Answer(status, body, headers or {})
        self.note = note


class Service:
    """What one tracker does; the first route whose method and path fit handles a request."""

    name = ""

    def __init__(self, options):
        self.options = options
        self.routes = []
        self.reset()

    def reset(self):
        """Forgets everything."""

    def route(self, method, pattern, handler):
        """Handles requests to a path in which {name} stands for one piece."""
        expression = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", pattern)
        self.routes.append((method, re.compile(f"^{expression}/?$"), handler))

    def handle(self, request):
        """The answer to a request."""
        known = False
        for method, pattern, handler in self.routes:
            found = pattern.match(request.path)
            known = known or found
            if found and method == request.method:
                pieces = {k: urllib.parse.unquote(v or "") for k, v in found.groupdict().items()}
                return handler(request, **pieces)
        return self.failure(405 if known else 404, request)

    def failure(self, status, request):
        """An error as the tracker words it when nothing more is known."""
        return Answer(status, {"status": status})

    def empty(self, request):
        """A success that shows nothing."""
        return Answer(200, {})

    def state(self):
        """Everything there is, for tests to look at."""
        return {}

    def configure(self, settings):
        """Changes settings; raises KeyError for unknown ones."""
        raise KeyError(next(iter(settings), ""))

    def act(self, action):
        """Does what a person would do in the tracker's pages."""
        raise KeyError(action.get("action"))
