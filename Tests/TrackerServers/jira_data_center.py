"""Jira Data Center: REST API v2 below a context path."""

import base64
import re

from jira_fields import Wrong, failure, length
from jira_server import Jira
from service import Answer

CODE = re.compile(r"\{(noformat|code)[^}]*\}.*?\{\1\}", re.DOTALL)
MENTION = re.compile(r"(?<!\\)\[~([^\]\s]+)\]")


class JiraDataCenter(Jira):
    """A server of one's own: text is wiki markup, people have names, pages have totals."""

    name = "jira-dc"
    latest = "2"
    no_issue = "Issue Does Not Exist"

    def __init__(self, options):
        self.api = re.escape(options.context) + "/rest/api/(?P<version>2|latest)"
        super().__init__(options)
        for method, path, handler in (
            ("GET", "/search", self.search),
            ("POST", "/search", self.search),
            ("GET", "/issue/createmeta/{project}/issuetypes", self.types),
            ("GET", "/issue/createmeta/{project}/issuetypes/{type}", self.type),
            ("GET", "/myself", self.myself),
            ("GET", "/serverInfo", self.info),
            ("GET", "/field", self.all_fields),
            ("GET", "/user/assignable/search", self.assignable),
        ):
            self.add(method, path, handler)
        self.routes.sort(key=lambda route: "(?P<issue>" in route[1].pattern)

    def reset(self):
        super().reset()
        self.site.update(page_cap=1000, password="password-of-tests")

    def handle(self, request):
        if not request.path.endswith("/serverInfo") and not self.knows(request):
            request.note = "not authenticated"
            return self.failure(401, request)
        return super().handle(request)

    def knows(self, request):
        """Whether it is somebody known: a personal access token, or name and password."""
        kind, _, secret = request.headers.get("authorization", "").partition(" ")
        if kind == "Bearer":
            return secret == self.site["token"]
        try:
            name, _, password = base64.b64decode(secret).decode().partition(":")
        except ValueError:
            return False
        mine = self.site["people"][self.site["me"]]["name"]
        return kind == "Basic" and (name, password) == (mine, self.site["password"])

    def failure(self, status, request):
        if status == 401:
            text = "Client must be authenticated to access this resource."
            return Answer(401, {"message": text, "status-code": 401}, {
                "WWW-Authenticate": 'OAuth realm="jira"', "X-Seraph-LoginReason": "AUTHENTICATED_FAILED",
            })
        if status == 404:
            uri = f"{self.origin}{request.path}"
            return Answer(404, {"message": f"null for uri: {uri}", "status-code": 404})
        if status == 429:
            return Answer(429, {"errorMessages": ["Rate limit exceeded"], "errors": {}}, {
                "Retry-After": 1, "X-RateLimit-Limit": 10, "X-RateLimit-Remaining": 0,
            })
        if status >= 500:
            return Answer(status, f"<html><body><h1>{status}</h1></body></html>")
        return Answer(status, {"errorMessages": [f"Error {status}"], "errors": {}})

    def empty(self, request):
        return Answer(200, {"startAt": 0, "maxResults": 50, "total": 0, "issues": []})

    # Texts and people

    def text(self, name, value, version):
        if not isinstance(value, str):
            raise Wrong("Operation value must be a string")
        if length(value) > self.site["text_limit"]:
            raise Wrong("The entered text is too long. It exceeds the allowed limit of"
                        f" {self.site['text_limit']:,} characters.")
        return value

    def shown_text(self, stored, version):
        return stored

    plain = staticmethod(lambda stored: stored)

    def mentions(self, stored):
        return MENTION.findall(CODE.sub("", stored))

    def person(self, value):
        name = value.get("name") if isinstance(value, dict) else None
        for id, each in self.site["people"].items():
            if each["name"] == name and each["active"]:
                return id
        raise Wrong(f"User '{name}' does not exist.")

    def shown_person(self, id):
        if id is None:
            return None
        person = self.site["people"].get(id, {"name": id, "title": id, "active": True})
        return {
            "self": self.link(f"user?username={person['name']}"), "name": person["name"],
            "key": person["name"], "displayName": person["title"], "active": person["active"],
            "emailAddress": f"{person['name']}@tests.invalid", "timeZone": "Etc/UTC",
        }

    # Searching

    def search(self, request, version):
        kinds = {"jql": str, "fields": list, "properties": list, "startAt": int, "maxResults": int}
        body = self.body(request, **kinds) if request.method == "POST" else {
            "jql": request.first("jql"),
            "startAt": request.number("startAt", 0),
            "maxResults": request.number("maxResults", 50),
            "fields": request.query.get("fields", []),
            "properties": request.query.get("properties", []),
        }
        unknown = set(body) - {
            "jql", "startAt", "maxResults", "fields", "expand", "validateQuery", "properties",
        }
        if unknown:
            raise failure([f'Unrecognized field "{sorted(unknown)[0]}"'])
        start, most = body.get("startAt") or 0, self.site["page_cap"]
        most = min(50 if body.get("maxResults") is None else body["maxResults"], most)
        hits = self.searches.found(self.searches.query(body.get("jql")))
        fields = body.get("fields") or ["*navigable"]
        return Answer(200, {
            "expand": "schema,names",
            "startAt": start,
            "maxResults": most,
            "total": len(hits),
            "issues": [
                self.shown(issue, version, fields, body.get("properties") or [])
                for issue in hits[start:start + most]
            ],
        })

    # The site

    def types(self, request, version, project):
        key, found = self.parts.need_project(project)
        return Answer(200, self.cut(request, [self.fields.type(id) for id in found["types"]]))

    def type(self, request, version, project, type):
        key, found = self.parts.need_project(project)
        if type not in found["types"]:
            raise failure([f"Issue type with id '{type}' was not found."], status=404)
        fields = [
            {name: value for name, value in each.items() if name != "key"}
            for each in self.fields.meta(key)
        ]
        return Answer(200, self.cut(request, fields))

    def cut(self, request, everything):
        start, most = request.number("startAt", 0), request.number("maxResults", 50)
        return {
            "maxResults": most, "startAt": start, "total": len(everything),
            "isLast": start + most >= len(everything), "values": everything[start:start + most],
        }

    def myself(self, request, version):
        return Answer(200, self.shown_person(self.site["me"]))

    def info(self, request, version):
        return Answer(200, {
            "baseUrl": f"{self.origin}{self.options.context}", "version": "10.3.0",
            "versionNumbers": [10, 3, 0], "deploymentType": "Server", "buildNumber": 10030000,
            "serverTitle": "Jira",
        })

    def all_fields(self, request, version):
        return Answer(200, [
            {"id": each["fieldId"], "name": each["name"], "schema": each["schema"],
             "custom": each["key"].startswith("customfield"), "navigable": True,
             "orderable": True, "searchable": True, "clauseNames": [each["key"]]}
            for each in self.fields.meta("SEC")
        ])

    def assignable(self, request, version):
        wanted = request.first("username", "").lower()
        return Answer(200, [
            self.shown_person(id)
            for id, each in self.site["people"].items()
            if each["active"] and wanted in (each["title"] + each["name"]).lower()
        ])
