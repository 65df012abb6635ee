"""How GitLab takes requests and words answers: tokens, parameters, pages, errors."""

import time
import urllib.parse

from gitlab_issues import Unprocessable
from service import Answer, Refusal, Service, misfit

WRITE = ("POST", "PUT", "DELETE")
ROLES = {"guest": 10, "reporter": 20, "developer": 30, "maintainer": 40}


class Requests(Service):
    """What all of GitLab's routes share."""

    def handle(self, request):
        given = request.headers
        token = given.get("private-token")
        kind, _, secret = given.get("authorization", "").partition(" ")
        if token is None and kind == "Bearer":
            token = secret
        scope = self.settings["tokens"].get(token)
        if scope is None:
            request.note = "not authenticated"
            return self.failure(401, request)
        if scope == "expired":
            raise Refusal(401, {
                "error": "invalid_token",
                "error_description": "Token is expired. You can either do re-authorization or"
                " token refresh.",
            })
        if scope == "read_api" and request.method in WRITE:
            raise Refusal(403, {
                "error": "insufficient_scope",
                "error_description": "The request requires higher privileges than provided by the"
                " access token.",
                "scope": "api",
            })
        try:
            return super().handle(request)
        except Unprocessable as problem:
            return Answer(400, problem.body)

    def failure(self, status, request):
        texts = {401: "401 Unauthorized", 403: "403 Forbidden", 404: "404 Not Found",
                 405: "405 Method Not Allowed", 409: "409 Conflict",
                 500: "500 Internal Server Error"}
        if status == 429:
            return Answer(429, "Retry later\n", {
                "Retry-After": 1, "RateLimit-Limit": 60, "RateLimit-Remaining": 0,
                "RateLimit-Observed": 61, "RateLimit-Reset": int(time.time()) + 1,
            })
        if status >= 502:
            return Answer(status, f"<html><body><h1>{status}</h1></body></html>")
        if status == 404 and not request.path.startswith("/api/v4/projects/"):
            return Answer(404, {"error": "404 Not Found"})
        return Answer(status, {"message": texts.get(status, str(status))})

    def empty(self, request):
        return Answer(200, [])

    def given(self, request):
        """The parameters of a request: JSON, a form, and the query."""
        values = {}
        for name, each in request.query.items():
            values[name.removesuffix("[]")] = each if name.endswith("[]") else each[0]
        if not request.body:
            return values
        if "json" in request.headers.get("content-type", ""):
            try:
                body = request.json
            except ValueError:
                raise Refusal(400, {"error": "Problems parsing JSON"}) from None
            if not isinstance(body, dict):
                raise Refusal(400, {"error": "The request body is not an object"})
            return {**values, **body}
        for name, each in urllib.parse.parse_qs(request.body.decode(), True).items():
            values[name.removesuffix("[]")] = each if name.endswith("[]") else each[0]
        return values

    def texts(self, given, *names):
        """The parameters, of which some are texts."""
        if wrong := misfit(given, dict.fromkeys(names, str)):
            raise Refusal(400, {"error": f"{wrong} is invalid"})
        return given

    def need(self, reference):
        """The identifier of a project that can be seen."""
        for id, each in self.settings["projects"].items():
            if reference in (id, each["path"]) and not each["hidden"]:
                return id
        raise Refusal(404, {"message": "404 Project Not Found"})

    def need_role(self, role):
        if ROLES[self.settings["role"]] < ROLES[role]:
            raise Refusal(403, {"message": "403 Forbidden"})

    def need_issue(self, project, iid):
        issue = self.issues.find(self.need(project), iid)
        if issue is None:
            raise Refusal(404, {"message": "404 Not found"})
        return issue

    def paged(self, request, everything):
        """A page of a list, with the headers that tell of the others."""
        page = max(request.number("page", 1), 1)
        size = min(max(request.number("per_page", 20), 1), 100)
        count = len(everything)
        last = max((count + size - 1) // size, 1)
        after = page + 1 if page < last else None
        headers = {
            "X-Page": page, "X-Per-Page": size, "X-Next-Page": after or "",
            "X-Prev-Page": page - 1 if page > 1 else "",
        }
        if count <= self.settings["count_limit"]:
            headers.update({"X-Total": count, "X-Total-Pages": last})
        links = {"prev": page - 1 or None, "next": after, "first": 1, "last": last}
        query = {name: each for name, each in request.query.items() if name != "page"}
        headers["Link"] = ", ".join(
            f"<{self.origin}{request.path}?"
            f'{urllib.parse.urlencode({**query, "page": [number]}, doseq=True)}>; rel="{name}"'
            for name, number in links.items()
            if number
        )
        return Answer(200, everything[(page - 1) * size:page * size], headers)
