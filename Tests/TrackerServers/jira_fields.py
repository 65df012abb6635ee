"""What Jira accepts in an issue's fields, and how it shows them."""

import json
import re
from datetime import date

from jira_site import (
    CATEGORIES, FIELDS, LINK_TYPES, PRIORITIES, RESOLUTIONS, STATUSES, TEAMS, TYPES, project_of,
)
from service import Refusal

TEXTS = ("description", "environment", "customfield_10060")


class Wrong(Exception):
    """Why a field is refused."""


def length(text):
    """The length as Java counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def failure(messages=(), status=400, note="", **errors):
    """An error as Jira words it."""
    body = {"errorMessages": list(messages), "errors": errors}
    return Refusal(status, body, note=note)


def choice(value, known, problem):
    """The identifier of something named by `id` or `name`."""
    if isinstance(value, dict):
        for id, name in known.items():
            if str(value.get("id", "")) == id or value.get("name", value.get("value")) == name:
                return id
    raise Wrong(problem)


class Fields:
    """Checks and shows the fields of one site; `jira` says how people and texts are written."""

    def __init__(self, jira):
        self.jira = jira

    @property
    def site(self):
        return self.jira.site

    def created(self, given, version):
        """The project's key and the stored fields of a new issue."""
        if not isinstance(given, dict):
            raise failure(["fields must be an object"])
        named = given.get("project")
        reference = named.get("key", named.get("id")) if isinstance(named, dict) else None
        found = project_of(self.site, reference)
        if found is None:
            raise failure(project="valid project is required")
        key, project = found
        types = {id: TYPES[id] for id in project["types"]}
        try:
            type = choice(given.get("issuetype"), types, "Specify a valid issue type")
        except Wrong as problem:
            raise failure(issuetype=str(problem)) from None
        rest = {name: each for name, each in given.items() if name not in ("project", "issuetype")}
        errors, stored = {}, {"issuetype": type}
        if TYPES[type] == "Sub-task" and not rest.get("parent"):
            errors["parent"] = "Issue type is a sub-task but parent issue key or id not specified."
        if "summary" not in rest:
            errors["summary"] = "You must specify a summary of the issue."
        for name in project["required"]:
            if not rest.get(name):
                errors[name] = f"{FIELDS[name][0]} is required."
        self.check(key, rest, version, stored, errors)
        if errors:
            raise failure(**errors)
        return key, stored

    def check(self, key, given, version, stored, errors):
        """Stores what is sound of the fields given, and says what is not."""
        project = self.site["projects"][key]
        for name, value in given.items():
            if name not in project["screen"] or name in ("project", "issuetype"):
                errors[name] = (
                    f"Field '{name}' cannot be set. It is not on the appropriate screen, or unknown."
                )
                continue
            try:
                stored[name] = self.accepted(project, name, value, version)
            except Wrong as problem:
                errors[name] = str(problem)

    def accepted(self, project, name, value, version):
        """What is stored of a field's value."""
        if name == "summary":
            return self.summary(value)
        if name in TEXTS:
            return None if value is None else self.jira.text(name, value, version)
        if name == "labels":
            return self.labels(value)
        if name == "components":
            if not isinstance(value, list):
                raise Wrong("data was not an array")
            names = project["components"]
            return [choice(each, names, f"Component name '{each}' is not valid") for each in value]
        if value is None:
            return None
        if name == "priority":
            known = {id: PRIORITIES[id] for id in project["priorities"]}
            return choice(value, known, "The priority selected is invalid.")
        if name == "duedate":
            return self.day(value)
        if name in ("assignee", "reporter"):
            return self.jira.person(value)
        if name == "parent":
            named = value if isinstance(value, dict) else {}
            parent = self.jira.find(named.get("key", named.get("id")))
            if parent is None:
                raise Wrong("Could not find issue by id or key.")
            return parent["id"]
        if name == "customfield_10050":
            return choice(value, TEAMS, f"Option id '{value}' is not valid")
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise Wrong("Operation value must be a number")
        return value

    @staticmethod
    def summary(value):
        if not isinstance(value, str):
            raise Wrong("Operation value must be a string")
        if not value.strip():
            raise Wrong("You must specify a summary of the issue.")
        if "\n" in value or "\r" in value:
            raise Wrong("The summary is invalid because it contains newline characters.")
        if length(value) > 255:
            raise Wrong("Summary can't exceed 255 characters.")
        return value.strip()

    @staticmethod
    def labels(value):
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise Wrong("data was not an array of strings")
        for each in value:
            if re.search(r"\s", each) or not each:
                raise Wrong(f"The label '{each}' contains spaces which is invalid.")
            if length(each) > 255:
                raise Wrong(f"The label '{each}' exceeds the maximum length of 255 characters.")
        return sorted(set(value))

    @staticmethod
    def day(value):
        try:
            if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                raise ValueError
            return date.fromisoformat(value).isoformat()
        except (TypeError, ValueError):
            raise Wrong(f"Error parsing date string: {value}") from None

    @staticmethod
    def properties(given):
        """Entity properties as a dictionary."""
        if not isinstance(given, list):
            raise failure(["properties must be an array"])
        for each in given:
            if not isinstance(each, dict) or set(each) != {"key", "value"}:
                raise failure(["A property has a key and a value."])
            check_property(each["key"], each["value"])
        return {each["key"]: each["value"] for each in given}

    def shown(self, issue, version):
        """All fields of an issue as an answer has them."""
        stored, link = issue["fields"], self.jira.link
        key = issue["project"]
        project = self.site["projects"][key]
        result = {name: stored.get(name) for name in ("summary", "duedate", "customfield_10070")}
        for name in ("created", "updated", "resolutiondate"):
            result[name] = stored.get(name)
        for name in TEXTS:
            result[name] = self.jira.shown_text(stored.get(name), version)
        result["labels"] = stored.get("labels", [])
        result["project"] = {
            "self": link(f"project/{project['id']}"), "id": project["id"], "key": key,
            "name": project["name"],
        }
        result["issuetype"] = self.type(stored["issuetype"])
        result["status"] = self.status(stored["status"])
        result["priority"] = self.priority(stored["priority"]) if stored.get("priority") else None
        result["resolution"] = self.resolution(stored.get("resolution"))
        for name in ("assignee", "reporter"):
            result[name] = self.jira.shown_person(stored.get(name))
        result["components"] = [
            {"self": link(f"component/{id}"), "id": id, "name": project["components"].get(id, id)}
            for id in stored.get("components", [])
        ]
        team = stored.get("customfield_10050")
        result["customfield_10050"] = team and {"id": team, "value": TEAMS[team]}
        parent = self.jira.issues.get(stored.get("parent"))
        if parent:
            result["parent"] = {"id": parent["id"], "key": parent["key"]}
        result["issuelinks"] = self.links(issue)
        return result

    def type(self, id):
        return {
            "self": self.jira.link(f"issuetype/{id}"), "id": id, "name": TYPES[id],
            "description": "", "subtask": TYPES[id] == "Sub-task",
        }

    def status(self, name):
        id, category = STATUSES[name]
        number, title, color = CATEGORIES[category]
        return {
            "self": self.jira.link(f"status/{id}"), "id": id, "name": name, "description": "",
            "statusCategory": {
                "self": self.jira.link(f"statuscategory/{number}"), "id": number, "key": category,
                "colorName": color, "name": title,
            },
        }

    def priority(self, id):
        return {"self": self.jira.link(f"priority/{id}"), "id": id, "name": PRIORITIES[id]}

    def resolution(self, id):
        if id is None:
            return None
        return {"self": self.jira.link(f"resolution/{id}"), "id": id, "name": RESOLUTIONS[id]}

    def links(self, issue):
        shown = []
        for each in self.jira.links:
            for side, other in (("inward", "outward"), ("outward", "inward")):
                if each[other] != issue["id"] or each[side] not in self.jira.issues:
                    continue
                name, inward, outward = LINK_TYPES[each["type"]]
                there = self.jira.issues[each[side]]
                shown.append({
                    "id": each["id"],
                    "type": {
                        "id": each["type"], "name": name, "inward": inward, "outward": outward,
                    },
                    f"{side}Issue": {
                        "id": there["id"], "key": there["key"],
                        "fields": {
                            "summary": there["fields"]["summary"],
                            "status": self.status(there["fields"]["status"]),
                        },
                    },
                })
        return shown

    def meta(self, key):
        """What a screen for a new issue asks for."""
        project = self.site["projects"][key]
        allowed = {
            "priority": [self.priority(id) for id in project["priorities"]],
            "components": [{"id": id, "name": name} for id, name in project["components"].items()],
            "customfield_10050": [{"id": id, "value": name} for id, name in TEAMS.items()],
            "issuetype": [self.type(id) for id in project["types"]],
            "project": [{"id": project["id"], "key": key, "name": project["name"]}],
        }
        fields = []
        for name in project["screen"]:
            title, kind, items = FIELDS[name]
            schema = {"type": kind, "system": name} if items is None else {
                "type": kind, "items": items, "system": name,
            }
            if name.startswith("customfield_"):
                schema.pop("system")
                schema["customId"] = int(name.removeprefix("customfield_"))
            field = {
                "fieldId": name, "key": name, "name": title, "schema": schema,
                "required": name in ("summary", "project", "issuetype", *project["required"]),
                "hasDefaultValue": name == "priority", "operations": ["set"],
            }
            if name in allowed:
                field["allowedValues"] = allowed[name]
            fields.append(field)
        return fields


def check_property(key, value):
    """Refuses a property that is too large."""
    if not key or length(key) > 255:
        raise failure(["The property key cannot be longer than 255 characters."])
    if len(json.dumps(value)) > 32768:
        raise failure(["The property value cannot be longer than 32768 characters."])
