"""What Jira Cloud and Jira Data Center have in common: issues and their properties."""

import time

import jira_history
from jira_fields import Fields, check_property, failure
from jira_parts import Parts
from jira_acts import act
from jira_search import Search
from jira_site import new_site
from service import Answer, Refusal, Service, misfit
from search_index import SearchIndex


def now():
    """The moment as Jira writes it."""
    moment = time.time()
    whole = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(moment))
    return f"{whole}.{int(moment * 1000) % 1000:03d}+0000"


class Jira(Service):
    """A site with its issues; the two kinds of Jira derive from it."""

    api = "/rest/api/{version}"
    no_issue = "Issue does not exist or you do not have permission to see it."

    def __init__(self, options):
        super().__init__(options)
        self.fields = Fields(self)
        self.parts = Parts(self)
        self.searches = Search(self)
        for method, path, handler in (
            ("POST", "/issue", self.create),
            ("POST", "/issue/bulk", self.create_many),
            ("GET", "/issue/{issue}", self.read),
            ("PUT", "/issue/{issue}", self.edit),
            ("DELETE", "/issue/{issue}", self.delete),
            ("GET", "/issue/{issue}/properties", self.property_keys),
            ("GET", "/issue/{issue}/properties/{key}", self.read_property),
            ("PUT", "/issue/{issue}/properties/{key}", self.write_property),
            ("DELETE", "/issue/{issue}/properties/{key}", self.delete_property),
        ):
            self.add(method, path, handler)
        self.parts.register(self.add)

    def add(self, method, path, handler):
        self.route(method, self.api + path, handler)

    def reset(self):
        self.site = new_site()
        self.issues, self.links, self.counts = {}, [], {}
        self.index = SearchIndex(self.site)

    def link(self, path):
        return f"{self.origin}{self.options.context}/rest/api/{self.latest}/{path}"

    def next(self, what, first):
        self.counts[what] = self.counts.get(what, first - 1) + 1
        return self.counts[what]

    def body(self, request, **kinds):
        """The request's body, which must be a JSON object whose members are of some kinds."""
        try:
            body = request.json
        except ValueError:
            raise failure(["There was an error parsing JSON. Check that your request body is valid."])
        if not isinstance(body, dict) or misfit(body, kinds):
            raise failure(["Invalid request payload. Refer to the REST API documentation."])
        return body

    # Finding

    def find(self, reference):
        """The issue of a key, former key or identifier; nothing if it cannot be seen."""
        wanted = str(reference).upper()
        for issue in self.issues.values():
            if wanted in (issue["id"], issue["key"]) or wanted in issue["old_keys"]:
                hidden = self.site["projects"][issue["project"]]["hidden"]
                return None if hidden else issue
        return None

    def need(self, reference):
        issue = self.find(reference)
        if issue is None:
            raise failure([self.no_issue], status=404)
        return issue

    def touch(self, issue):
        issue["fields"]["updated"] = now()
        self.index.touch(issue)

    def shown(self, issue, version, fields, properties=()):
        """An issue with the fields asked for."""
        shown = {"expand": "", "id": issue["id"], "self": self.link(f"issue/{issue['id']}")}
        names = [name.strip() for each in fields for name in str(each).split(",") if name.strip()]
        if names == ["id"]:
            return {"id": issue["id"]}
        shown["key"] = issue["key"]
        everything = self.fields.shown(issue, version)
        if {"*all", "comment"} & set(names):
            everything["comment"] = self.parts.page_of_comments(issue, version)
        without = {name[1:] for name in names if name.startswith("-")}
        whole = {"*all", "*navigable"} & set(names) or len(without) == len(names)
        shown["fields"] = {
            name: value
            for name, value in everything.items()
            if (whole or name in names) and name not in without
        }
        if properties:
            wanted = [key.strip() for each in properties for key in str(each).split(",")]
            shown["properties"] = {
                key: value
                for key, value in issue["properties"].items()
                if key in wanted or "*all" in wanted
            }
        return shown

    # Creating, reading, changing

    def create(self, request, version):
        issue = self.new_issue(self.body(request, fields=dict), version)
        return Answer(201, self.reference(issue))

    def reference(self, issue):
        return {
            "id": issue["id"], "key": issue["key"], "self": self.link(f"issue/{issue['id']}"),
        }

    def new_issue(self, body, version):
        key, stored = self.fields.created(body.get("fields"), version)
        properties = self.fields.properties(body.get("properties") or [])
        issue = {
            "id": str(self.next("issue", 10001)),
            "key": f"{key}-{self.next(key, 1)}",
            "old_keys": [],
            "project": key,
            "fields": {
                "status": "To Do", "priority": "3" if key != "BARE" else None,
                "reporter": self.site["me"], "created": now(), **stored,
            },
            "properties": properties,
            "comments": [],
            "remote_links": [],
            "history": [],
            "mails": 1,
        }
        self.issues[issue["id"]] = issue
        self.touch(issue)
        return issue

    def create_many(self, request, version):
        updates = self.body(request).get("issueUpdates")
        sound = isinstance(updates, list) and all(isinstance(each, dict) for each in updates)
        if not sound or not 1 <= len(updates) <= 50:
            raise failure(["The number of issues to create must be between 1 and 50."])
        made, errors = [], []
        for number, each in enumerate(updates):
            try:
                made.append(self.reference(self.new_issue(each, version)))
            except Refusal as refusal:
                errors.append({
                    "status": refusal.answer.status, "elementErrors": refusal.answer.body,
                    "failedElementNumber": number,
                })
        return Answer(201 if made else 400, {"issues": made, "errors": errors})

    def read(self, request, version, issue):
        fields = request.query.get("fields", ["*all"])
        found = self.need(issue)
        shown = self.shown(found, version, fields, request.query.get("properties", []))
        if "changelog" in request.first("expand", ""):
            history = jira_history.shown(self, found)
            shown["changelog"] = {
                "startAt": 0, "maxResults": len(history), "total": len(history),
                "histories": history,
            }
        return Answer(200, shown)

    def edit(self, request, version, issue):
        found, body = self.need(issue), self.body(request, fields=dict, update=dict)
        if request.first("notifyUsers") == "false" and not self.site["admin"]:
            raise failure(["To discard the user notification either admin or project admin"
                           " permissions are required."], status=403)
        self.change(found, body, version, set())
        for key, value in self.fields.properties(body.get("properties") or []).items():
            found["properties"][key] = value
        if request.first("notifyUsers") != "false":
            found["mails"] += 1
        self.touch(found)
        if request.first("returnIssue") == "true":
            return Answer(200, self.shown(found, version, ["*all"]))
        return Answer(204)

    def change(self, issue, body, version, also):
        """Applies `fields` and `update`, or refuses all of it."""
        fields, update = body.get("fields") or {}, body.get("update") or {}
        errors, stored, comments = {}, {}, []
        for name in set(fields) & set(update):
            errors[name] = f"Field '{name}' cannot appear in both 'fields' and 'update'"
        self.fields.check(issue["project"], fields, version, stored, errors)
        for name, operations in update.items():
            try:
                if name == "comment":
                    comments += [each["add"]["body"] for each in operations]
                    continue
                value = self.updated(issue, name, operations, fields)
            except (KeyError, TypeError, AttributeError, ValueError):
                raise failure([f"Field '{name}' does not support this operation"]) from None
            self.fields.check(issue["project"], {name: value}, version, stored, errors)
        if errors:
            raise failure(**errors)
        made = [self.parts.new_comment(body, version) for body in comments]
        issue["fields"].update(stored)
        issue["comments"] += made

    def updated(self, issue, name, operations, fields):
        """What a field becomes by operations such as `add`."""
        value = self.fields.shown(issue, self.latest).get(name)
        for operation in operations:
            (verb, operand), = operation.items()
            if verb == "set":
                value = operand
            elif verb == "add" and isinstance(value, list):
                value = [*value, operand]
            elif verb == "remove" and isinstance(value, list):
                value = [each for each in value if each != operand]
            else:
                raise ValueError(verb)
        return value

    def delete(self, request, version, issue):
        found = self.need(issue)
        del self.issues[found["id"]]
        self.index.forget(found)
        return Answer(204)

    # Properties

    def property_keys(self, request, version, issue):
        keys = [{"self": "", "key": key} for key in self.need(issue)["properties"]]
        return Answer(200, {"keys": keys})

    def read_property(self, request, version, issue, key):
        properties = self.need(issue)["properties"]
        if key not in properties:
            raise failure([f"The property '{key}' does not exist."], status=404)
        return Answer(200, {"key": key, "value": properties[key]})

    def write_property(self, request, version, issue, key):
        properties = self.need(issue)["properties"]
        try:
            value = request.json
        except ValueError:
            raise failure(["The property value must be valid JSON."]) from None
        check_property(key, value)
        known = key in properties
        properties[key] = value
        return Answer(200 if known else 201, {})

    def delete_property(self, request, version, issue, key):
        self.need(issue)["properties"].pop(key, None)
        return Answer(204)

    # Tests' own doors

    def configure(self, settings):
        for name, value in settings.items():
            if name not in self.site:
                raise KeyError(name)
            if isinstance(value, dict):
                for key, each in value.items():
                    known = self.site[name].get(key)
                    both = isinstance(known, dict) and isinstance(each, dict)
                    self.site[name][key] = {**known, **each} if both else each
            else:
                self.site[name] = value

    def state(self):
        return {
            "issues": [self.parts.state(issue) for issue in self.issues.values()],
            "links": self.links,
            "mentions": [who for issue in self.issues.values() for who in self.parts.mentions(issue)],
        }

    def act(self, action):
        return act(self, action)
