"""A Jira site before anybody used it: its people, projects, priorities and workflows."""

import copy

STATUSES = {
    "To Do": ("10000", "new"),
    "In Progress": ("10001", "indeterminate"),
    "In Review": ("10002", "indeterminate"),
    "Done": ("10003", "done"),
    "Rejected": ("10004", "done"),
}
CATEGORIES = {
    "new": (2, "To Do", "blue-gray"),
    "indeterminate": (4, "In Progress", "yellow"),
    "done": (3, "Done", "green"),
}
RESOLUTIONS = {
    "10000": "Done",
    "10001": "Won't Do",
    "10002": "Duplicate",
    "10003": "Cannot Reproduce",
    "10004": "Risk Accepted",
}
PRIORITIES = {"1": "Highest", "2": "High", "3": "Medium", "4": "Low", "5": "Lowest"}
TYPES = {"10001": "Task", "10002": "Bug", "10003": "Story", "10004": "Epic", "10005": "Sub-task"}
LINK_TYPES = {
    "10000": ("Blocks", "is blocked by", "blocks"),
    "10001": ("Duplicate", "is duplicated by", "duplicates"),
    "10002": ("Relates", "relates to", "relates to"),
}
# Identifier, name, kind of the schema, items of an array.
FIELDS = {
    "project": ("Project", "project", None),
    "issuetype": ("Issue Type", "issuetype", None),
    "summary": ("Summary", "string", None),
    "description": ("Description", "string", None),
    "environment": ("Environment", "string", None),
    "labels": ("Labels", "array", "string"),
    "priority": ("Priority", "priority", None),
    "duedate": ("Due date", "date", None),
    "components": ("Components", "array", "component"),
    "assignee": ("Assignee", "user", None),
    "reporter": ("Reporter", "user", None),
    "parent": ("Parent", "issuelink", None),
    "customfield_10050": ("Team", "option", None),
    "customfield_10060": ("Evidence", "string", None),
    "customfield_10070": ("Risk", "number", None),
}
TEAMS = {"20001": "Platform", "20002": "Payments"}


def _step(id, name, source, target, **more):
    return {"id": id, "name": name, "from": source, "to": target, "screen": {}, **more}


WORKFLOWS = {
    "simple": [
        _step("11", "To Do", None, "To Do"),
        _step("21", "In Progress", None, "In Progress"),
        _step("31", "Done", None, "Done", resolution="10000"),
    ],
    # Done is three steps away, and being there says nothing of a resolution.
    "multi-hop": [
        _step("111", "Start", ["To Do"], "In Progress"),
        _step("121", "Ask for review", ["In Progress"], "In Review"),
        _step("131", "Back to work", ["In Review"], "In Progress"),
        _step("141", "Approve", ["In Review"], "Done"),
        _step("151", "Reopen", ["Done", "Rejected"], "To Do"),
    ],
    "required-resolution": [
        _step("211", "Start", ["To Do"], "In Progress"),
        _step(
            "221", "Resolve", ["To Do", "In Progress"], "Done",
            screen={"resolution": True, "comment": False},
        ),
        _step("231", "Reopen", ["Done", "Rejected"], "To Do"),
    ],
    "no-done": [
        _step("311", "Start", ["To Do"], "In Progress"),
        _step("321", "Stop", ["In Progress"], "To Do"),
    ],
    "no-reopen": [
        _step("411", "Start", ["To Do"], "In Progress"),
        _step("421", "Close", ["To Do", "In Progress"], "Done", resolution="10000"),
    ],
}


def _project(id, name, workflow, **more):
    return {
        "id": id,
        "name": name,
        "workflow": workflow,
        "types": list(TYPES),
        "priorities": list(PRIORITIES),
        "components": {f"{id}1": "api", f"{id}2": "web"},
        "screen": list(FIELDS),
        "required": [],
        "hidden": False,
        **more,
    }


PROJECTS = {
    "SEC": _project("10100", "Security", "simple"),
    "HOP": _project("10101", "Three steps to done", "multi-hop"),
    "RES": _project("10102", "A resolution is required", "required-resolution"),
    "END": _project("10103", "No way to done", "no-done"),
    "ONE": _project("10104", "No way back", "no-reopen"),
    "BARE": _project(
        "10105", "A screen with hardly a field", "simple",
        screen=["project", "issuetype", "summary", "description"],
    ),
    "STRICT": _project(
        "10106", "More is required", "simple",
        required=["components", "customfield_10050"], priorities=["2", "3", "4"],
    ),
}
# The account's identifier on Cloud; the name is Data Center's.
PEOPLE = {
    "712020:vigil": {"name": "vigil", "title": "Vigil", "active": True},
    "712020:dev-one": {"name": "dev.one", "title": "Dev One", "active": True},
    "712020:dev-two": {"name": "dev.two", "title": "Dev Two", "active": True},
    "712020:gone": {"name": "dev.gone", "title": "Dev Gone", "active": False},
}


def new_site():
    """Everything of a site that settings may change."""
    return {
        "projects": copy.deepcopy(PROJECTS),
        "workflows": copy.deepcopy(WORKFLOWS),
        "people": copy.deepcopy(PEOPLE),
        "me": "712020:vigil",
        "email": "vigil@tests.invalid",
        "token": "jira-token-of-tests",
        "scoped_token": "scoped-token-of-tests",
        "cloud_id": "11111111-2222-3333-4444-555555555555",
        "admin": True,
        "text_limit": 32767,
        "page_cap": 5000,
        "search_lag_seconds": 0,
        "search_lag_requests": 0,
    }


def project_of(site, key_or_id):
    """Key and project, in whichever case the key is written; nothing if there is none to be seen."""
    for key, project in site["projects"].items():
        if str(key_or_id).upper() == key or str(key_or_id) == project["id"]:
            return None if project["hidden"] else (key, project)
    return None
