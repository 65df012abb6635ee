"""Jira Cloud: REST API v3 (and v2, which takes text for documents)."""

import base64
import json

import adf
import jira_history
from cloud_access import anonymous, authenticated
from jira_fields import Wrong, failure, length
from jira_server import Jira
from service import Answer

GONE = (
    "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API."
    " A full migration guideline is available at"
    " https://developer.atlassian.com/changelog/#CHANGE-2046"
)
SEARCH_KEYS = {
    "jql", "fields", "fieldsByKeys", "expand", "maxResults", "nextPageToken", "properties",
    "reconcileIssues",
}

class JiraCloud(Jira):
    """A site, reached at its own address or through the gateway of scoped tokens."""

    name = "jira-cloud"
    latest = "3"
    api = r"(?:/ex/jira/{cloud})?/rest/api/(?P<version>2|3)"

    def __init__(self, options):
        super().__init__(options)
        self.documents = adf.Documents(options.adf_schema)
        for method, path, handler in (
            ("GET", "/search", self.removed),
            ("POST", "/search", self.removed),
            ("GET", "/search/jql", self.search),
            ("POST", "/search/jql", self.search),
            ("POST", "/search/approximate-count", self.count),
            ("POST", "/issue/bulkfetch", self.fetch_many),
            ("GET", "/issue/{issue}/changelog", self.changelog),
            ("GET", "/issue/createmeta/{project}/issuetypes", self.types),
            ("GET", "/issue/createmeta/{project}/issuetypes/{type}", self.type),
            ("GET", "/priority/search", self.priority_page),
            ("GET", "/myself", self.myself),
            ("GET", "/serverInfo", self.info),
            ("GET", "/field", self.all_fields),
            ("GET", "/user/assignable/search", self.assignable),
        ):
            self.add(method, path, handler)
        # Fixed paths before those with pieces, which they would fit as well.
        self.routes.sort(key=lambda route: "(?P<issue>" in route[1].pattern)
        self.route("GET", "/_edge/tenant_info", self.tenant)

    def handle(self, request):
        if not request.path.startswith("/_edge"):
            if not authenticated(self.site, request):
                request.note = "not authenticated"
                if refused := anonymous(self, request):
                    return refused
        return super().handle(request)

    def route(self, method, pattern, handler):
        def without_cloud(request, cloud=None, **pieces):
            return handler(request, **pieces)

        super().route(method, pattern, without_cloud)

    def failure(self, status, request):
        if status == 401:
            text = "Client must be authenticated to access this resource."
            return Answer(401, text, {"WWW-Authenticate": 'OAuth realm="jira"'})
        if status == 429:
            return Answer(429, {"errorMessages": ["Rate limit exceeded."], "errors": {}}, {
                "Retry-After": 1, "RateLimit-Reason": "jira-burst-based",
            })
        if status >= 502:
            return Answer(status, f"<html><body><h1>{status}</h1></body></html>")
        if status == 500:
            return Answer(500, {"errorMessages": ["Internal server error"], "errors": {}})
        return Answer(status, {"errorMessages": [f"Error {status}"], "errors": {}})

    def empty(self, request):
        if "/search" in request.path:
            return Answer(200, {"issues": [], "isLast": True})
        return Answer(200, {"issues": [], "issueErrors": []})

    # Texts and people

    def text(self, name, value, version):
        if version == "2":
            if not isinstance(value, str):
                raise Wrong("Operation value must be a string")
            if length(value) > self.site["text_limit"]:
                raise self.too_long(name)
            return value
        if not isinstance(value, dict):
            if name == "comment":
                raise Wrong("Comment body is not valid!")
            raise Wrong(
                "Operation value must be an Atlassian Document (see the Atlassian Document Format)"
            )
        if problem := self.documents.error(value):
            raise failure(["INVALID_INPUT"], note=f"{name}: {problem}")
        if length(adf.text_of(value)) > self.site["text_limit"]:
            raise self.too_long(name)
        return value

    def too_long(self, name):
        return failure(**{name: "CONTENT_LIMIT_EXCEEDED"}, note=f"{name} is too long")

    def shown_text(self, stored, version):
        if stored is None or isinstance(stored, dict) == (version == "3"):
            return stored
        return adf.plain(stored) if version == "3" else adf.text_of(stored)

    def plain(self, stored):
        return adf.text_of(stored) if isinstance(stored, dict) else stored

    def mentions(self, stored):
        return adf.mentions_of(stored) if isinstance(stored, dict) else []

    def person(self, value):
        id = value.get("accountId", value.get("id")) if isinstance(value, dict) else None
        if id is None:
            raise Wrong("'accountId' must be the only user identifying query parameter in GDPR"
                        " strict mode.")
        if id not in self.site["people"] or not self.site["people"][id]["active"]:
            raise Wrong(f"User '{id}' cannot be assigned issues.")
        return id

    def shown_person(self, id):
        if id is None:
            return None
        person = self.site["people"].get(id, {"title": id, "active": True})
        return {
            "self": self.link(f"user?accountId={id}"), "accountId": id, "accountType": "atlassian",
            "displayName": person["title"], "active": person["active"], "timeZone": "Etc/UTC",
        }

    # Searching

    def removed(self, request, version):
        return Answer(410, {"errorMessages": [GONE], "errors": {}})

    def search(self, request, version):
        if request.method == "GET":
            body = {name: values[0] for name, values in request.query.items()}
            for name in ("fields", "properties"):
                body[name] = body.get(name, "").split(",") if body.get(name) else []
            body["maxResults"] = request.number("maxResults", 50)
            body["reconcileIssues"] = [
                int(each) for each in request.query.get("reconcileIssues", [])
            ]
        else:
            body = self.body(request, jql=str, fields=list, properties=list, reconcileIssues=list)
        if set(body) - SEARCH_KEYS:
            raise failure(["Invalid request payload. Refer to the REST API documentation and try"
                           " again."], note=f"unknown: {sorted(set(body) - SEARCH_KEYS)}")
        reconciled = body.get("reconcileIssues") or []
        if len(reconciled) > 50 or not all(isinstance(each, int) for each in reconciled):
            raise failure(["reconcileIssues takes at most 50 numeric issue ids."])
        query = self.searches.query(body.get("jql"))
        if query.restriction is None:
            raise failure(["Unbounded JQL queries are not allowed here. Please add a search"
                           " restriction to your query."])
        return Answer(200, self.page(query, body, version, [str(each) for each in reconciled]))

    def page(self, query, body, version, reconciled):
        most = body.get("maxResults", 50)
        if not isinstance(most, int) or most < 0:
            raise failure(["maxResults must be a number that is not negative."])
        most = min(most or 50, self.site["page_cap"])
        start = self.start(body)
        hits = self.searches.found(query, reconciled)
        fields = body.get("fields") or ["id"]
        shown = [
            self.shown(issue, version, fields, body.get("properties") or [])
            for issue in hits[start:start + most]
        ]
        page = {"issues": shown, "isLast": start + most >= len(hits)}
        if not page["isLast"]:
            token = json.dumps([start + most, body.get("jql")])
            page["nextPageToken"] = base64.urlsafe_b64encode(token.encode()).decode()
        return page

    def start(self, body):
        token = body.get("nextPageToken")
        if not token:
            return 0
        try:
            start, jql = json.loads(base64.urlsafe_b64decode(token))
            if jql == body.get("jql"):
                return start
        except (ValueError, TypeError):
            pass
        raise failure(["The provided next page token is invalid or expired."])

    def count(self, request, version):
        query = self.searches.query(self.body(request, jql=str).get("jql"))
        return Answer(200, {"count": len(self.searches.found(query))})

    def fetch_many(self, request, version):
        body = self.body(request, fields=list, properties=list)
        wanted = body.get("issueIdsOrKeys")
        unknown = set(body) - {"issueIdsOrKeys", "fields", "fieldsByKeys", "expand", "properties"}
        if not isinstance(wanted, list) or not 1 <= len(wanted) <= 100 or unknown:
            raise failure(["issueIdsOrKeys must hold 1 to 100 identifiers or keys."])
        issues = {each["id"]: each for each in map(self.find, wanted) if each}
        fields = body.get("fields") or ["*navigable"]
        return Answer(200, {
            "issues": [
                self.shown(issues[id], version, fields, body.get("properties") or [])
                for id in sorted(issues, key=int)
            ],
            "issueErrors": [],
        })

    def changelog(self, request, version, issue):
        """The history, the oldest first."""
        history = jira_history.shown(self, self.need(issue))
        page = self.cut(request, "values", history)
        return Answer(200, {
            **page, "isLast": page["startAt"] + len(page["values"]) >= len(history),
        })

    # The site

    def types(self, request, version, project):
        key, found = self.parts.need_project(project)
        return Answer(200, self.cut(request, "issueTypes", [
            self.fields.type(id) for id in found["types"]
        ]))

    def type(self, request, version, project, type):
        key, found = self.parts.need_project(project)
        if type not in found["types"]:
            raise failure([f"Issue type with id '{type}' was not found."], status=404)
        return Answer(200, self.cut(request, "fields", self.fields.meta(key)))

    def cut(self, request, name, everything):
        start, most = request.number("startAt", 0), min(request.number("maxResults", 50), 200)
        return {
            "startAt": start, "maxResults": most, "total": len(everything),
            name: everything[start:start + most],
        }

    def priority_page(self, request, version):
        page = self.cut(request, "values", self.parts.priorities(request, version).body)
        return Answer(200, {**page, "isLast": True})

    def myself(self, request, version):
        return Answer(200, self.shown_person(self.site["me"]))

    def info(self, request, version):
        return Answer(200, {
            "baseUrl": self.origin, "version": "1001.0.0-SNAPSHOT", "versionNumbers": [1001, 0, 0],
            "deploymentType": "Cloud", "buildNumber": 100300, "serverTitle": "Jira",
        })

    def all_fields(self, request, version):
        return Answer(200, [
            {**{k: each[k] for k in ("key", "name", "schema")}, "id": each["fieldId"],
             "custom": each["key"].startswith("customfield"), "navigable": True,
             "orderable": True, "searchable": True, "clauseNames": [each["key"]]}
            for each in self.fields.meta("SEC")
        ])

    def assignable(self, request, version):
        wanted = request.first("query", "").lower()
        return Answer(200, [
            self.shown_person(id)
            for id, each in self.site["people"].items()
            if each["active"] and wanted in (each["title"] + each["name"]).lower()
        ])

    def tenant(self, request):
        return Answer(200, {"cloudId": self.site["cloud_id"]})
