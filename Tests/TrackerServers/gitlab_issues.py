"""The issues of GitLab's projects: what they accept, and what the text in them sets off."""

import re
import time
from collections import defaultdict

import gitlab_text
from gitlab_views import Views

PARAMETERS = {
    "title", "description", "labels", "add_labels", "remove_labels", "state_event", "assignee_id",
    "assignee_ids", "due_date", "confidential", "milestone_id", "discussion_locked", "issue_type",
    "weight", "updated_at", "created_at", "epic_id", "iid",
}


class Unprocessable(Exception):
    """Why parameters are refused."""

    def __init__(self, body):
        super().__init__(str(body))
        self.body = body


def now():
    moment = time.time()
    whole = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(moment))
    return f"{whole}.{int(moment * 1000) % 1000:03d}Z"


def names(value):
    """Labels, as a list or with commas between."""
    parts = value if isinstance(value, list) else str(value or "").split(",")
    return [part.strip() for each in parts for part in str(each).split(",") if part.strip()]


class Issues(Views):
    """All issues of one instance."""

    def __init__(self, gitlab):
        self.gitlab = gitlab
        self.all, self.links = [], []
        self.labels = defaultdict(set)
        self.executed, self.mentioned, self.referred = [], [], []

    def find(self, project, iid):
        for issue in self.all:
            if issue["project"] == project and str(issue["iid"]) == str(iid):
                return issue
        return None

    def create(self, project, given):
        if "title" not in given:
            raise Unprocessable({"error": "title is missing"})
        issue = {
            "id": 1000 + len(self.all) + 1,
            "iid": 1 + sum(each["project"] == project for each in self.all),
            "project": project,
            "state": "opened",
            "title": "", "description": None, "labels": [], "assignees": [], "due_date": None,
            "confidential": False, "notes": [], "moved_to_id": None, "closed_at": None,
            "closed_by": None, "type": "issue",
            "created_at": now(), "updated_at": now(),
        }
        self.check(given)
        self.all.append(issue)
        self.change(issue, given)
        return issue

    def update(self, issue, given):
        if not set(given) & PARAMETERS:
            listed = ", ".join(sorted(PARAMETERS))
            raise Unprocessable(
                {"error": f"{listed} are missing, at least one parameter must be provided"}
            )
        self.check(given)
        self.change(issue, given)

    def check(self, given):
        """Refuses parameters that are wrong."""
        problems = {}
        if "title" in given:
            title = str(given["title"] or "")
            if not title.strip():
                problems["title"] = ["can't be blank"]
            elif len(title) > 255:
                problems["title"] = ["is too long (maximum is 255 characters)"]
        if len(str(given.get("description") or "")) > 1048576:
            problems["description"] = ["is too long (maximum is 1048576 characters)"]
        if any(len(name) > 255 for name in names(given.get("labels"))):
            problems["labels"] = ["is invalid"]
        if problems:
            raise Unprocessable({"message": problems})
        if given.get("state_event", "close") not in ("close", "reopen"):
            raise Unprocessable({"error": "state_event does not have a valid value"})
        if given.get("issue_type", "issue") not in ("issue", "incident", "test_case", "task"):
            raise Unprocessable({"error": "issue_type does not have a valid value"})
        if given.get("due_date") and not re.fullmatch(r"\d{4}-\d\d-\d\d", given["due_date"]):
            raise Unprocessable({"error": "due_date is invalid"})
        people = given.get("assignee_ids") or []
        if not isinstance(people, list) or not all(str(each).isdigit() for each in people):
            raise Unprocessable({"error": "assignee_ids is invalid"})

    def change(self, issue, given):
        """Takes parameters over and runs what the description commands."""
        commands = []
        if "title" in given:
            issue["title"] = str(given["title"]).strip()
            self.notice(issue, issue["title"], "title")
        if "description" in given:
            text, commands = gitlab_text.quick_actions(given["description"] or "")
            issue["description"] = text
            self.notice(issue, text, "description")
        if "labels" in given:
            issue["labels"] = self.known(issue, names(given["labels"]))
        added = self.known(issue, names(given.get("add_labels")))
        issue["labels"] = sorted(
            (set(issue["labels"]) | set(added)) - set(names(given.get("remove_labels")))
        )
        if "assignee_ids" in given:
            wanted = [int(each) for each in given["assignee_ids"] or []]
            people = self.gitlab.settings["people"]
            issue["assignees"] = [id for id in wanted if str(id) in people][:1]
        for name in ("due_date", "confidential"):
            if name in given:
                issue[name] = given[name] or (False if name == "confidential" else None)
        if given.get("state_event"):
            closed = given["state_event"] == "close"
            self.turn(issue, "closed" if closed else "opened", given.get("by", 1))
        if "issue_type" in given:
            issue["type"] = given["issue_type"]
        self.run(issue, commands, "description")
        issue["updated_at"] = now()

    def known(self, issue, labels):
        """Labels, which come to be by being used."""
        self.labels[issue["project"]].update(labels)
        return sorted(set(labels))

    @staticmethod
    def turn(issue, state, who=1):
        if issue["state"] != state:
            issue["state"] = state
            issue["closed_at"] = now() if state == "closed" else None
            issue["closed_by"] = who if state == "closed" else None

    def notice(self, issue, text, where):
        """Records whom a text notifies and what it links."""
        place = {"project": issue["project"], "iid": issue["iid"], "where": where}
        self.mentioned += [{**place, "name": each} for each in gitlab_text.mentions(text)]
        self.referred += [{**place, "to": each} for each in gitlab_text.references(text)]

    def run(self, issue, commands, where):
        """Does what quick actions say, as far as tests look at it."""
        for name, argument in commands:
            self.executed.append({
                "project": issue["project"], "iid": issue["iid"], "where": where,
                "command": name, "argument": argument,
            })
            labels = gitlab_text.labels_in(argument)
            if name in ("close", "reopen"):
                self.turn(issue, "closed" if name == "close" else "opened")
            elif name in ("label", "labels"):
                issue["labels"] = sorted({*issue["labels"], *labels})
            elif name in ("unlabel", "remove_label"):
                issue["labels"] = [each for each in issue["labels"] if labels and each not in labels]
            elif name == "relabel":
                issue["labels"] = sorted(labels)
            elif name in ("assign", "reassign"):
                people = self.gitlab.settings["people"]
                asked = argument.replace("@", "").split()
                hit = [int(id) for id, each in people.items() if each["username"] in asked]
                issue["assignees"] = hit or issue["assignees"]
            elif name == "unassign":
                issue["assignees"] = []
            elif name == "title" and argument:
                issue["title"] = argument
            elif name == "confidential":
                issue["confidential"] = True

    def note(self, issue, body):
        """A new note, nothing if its text was only commands, and those commands."""
        if len(body) > 1000000:
            raise Unprocessable({"message": {"note": ["is too long (maximum is 1000000 characters)"]}})
        text, commands = gitlab_text.quick_actions(body)
        self.run(issue, commands, "note")
        issue["updated_at"] = now()
        if not text.strip():
            return None, commands
        self.notice(issue, text, "note")
        return self.noted(issue, text), commands

    def noted(self, issue, text, system=False):
        """Adds a note, which GitLab itself writes if it is one of the system's."""
        note = {
            "id": 5000 + sum(len(each["notes"]) for each in self.all) + 1, "body": text,
            "author": self.gitlab.person(1), "created_at": now(), "updated_at": now(),
            "system": system, "noteable_id": issue["id"], "noteable_type": "Issue",
            "noteable_iid": issue["iid"], "project_id": int(issue["project"]),
            "resolvable": False, "confidential": False, "internal": False,
        }
        issue["notes"].append(note)
        return note

    def listed(self, project, given):
        """The issues that a list's filters leave, newest first unless asked otherwise."""
        def fits(issue):
            labels, wanted = set(issue["labels"]), names(given.get("labels"))
            if [each.lower() for each in wanted] in (["none"], ["any"]):
                if bool(labels) != (wanted[0].lower() == "any"):
                    return False
            elif not set(wanted) <= labels:
                return False
            if given.get("state", "all") not in ("all", issue["state"]):
                return False
            iids = given.get("iids")
            if iids is not None and str(issue["iid"]) not in [str(each) for each in iids]:
                return False
            since = given.get("updated_after")
            if since and issue["updated_at"] < since:
                return False
            text = f"{issue['title']} {issue['description']}".lower()
            return str(given.get("search", "")).lower() in text

        order = given.get("order_by", "created_at")
        hits = [each for each in self.all if each["project"] == project and fits(each)]
        hits.sort(key=lambda issue: (issue.get(order) or "", issue["id"]))
        return hits if given.get("sort", "desc") == "asc" else hits[::-1]

    def link(self, source, target, kind):
        """Joins two issues; false if they are joined already or are one."""
        ends = {source["id"], target["id"]}
        if len(ends) == 1 or any({each["source"], each["target"]} == ends for each in self.links):
            return False
        self.links.append({
            "id": len(self.links) + 1, "source": source["id"], "target": target["id"], "kind": kind,
        })
        return True

    # For tests

    def state(self):
        return {
            "issues": [{**self.shown(each), "notes": each["notes"]} for each in self.all],
            "links": self.links,
            "labels": {project: sorted(labels) for project, labels in self.labels.items()},
            "quick_actions": self.executed,
            "mentions": self.mentioned,
            "references": self.referred,
        }

    def act(self, issue, action):
        kind = action["action"]
        if kind == "delete":
            return self.all.remove(issue)
        if kind == "edit":
            self.change(issue, action["fields"])
        elif kind == "comment":
            self.note(issue, action["body"])
        elif kind == "move":
            # Labels that the other project does not have stay behind.
            known = self.labels[action["to"]]
            moved = self.create(action["to"], {
                "title": issue["title"], "description": issue["description"],
                "labels": [each for each in issue["labels"] if each in known],
            })
            issue["moved_to_id"] = moved["id"]
            self.turn(issue, "closed")
            self.noted(issue, f"moved to {self.named(moved, issue)}", system=True)
            return self.shown(moved)
        else:
            raise KeyError(kind)
        return self.shown(issue)
