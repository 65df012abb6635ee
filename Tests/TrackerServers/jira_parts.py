"""What hangs on Jira's issues: comments, links, transitions; and what a project asks for."""

import jira_history
from jira_fields import Wrong, choice, failure
from jira_site import LINK_TYPES, PRIORITIES, RESOLUTIONS, STATUSES, project_of
from service import Answer


class Parts:
    """The routes of one Jira that are not about issues themselves."""

    def __init__(self, jira):
        self.jira = jira

    def register(self, add):
        add("GET", "/issue/{issue}/comment", self.comments)
        add("POST", "/issue/{issue}/comment", self.comment)
        add("PUT", "/issue/{issue}/comment/{comment}", self.change_comment)
        add("GET", "/issue/{issue}/transitions", self.transitions)
        add("POST", "/issue/{issue}/transitions", self.transition)
        add("GET", "/issue/{issue}/remotelink", self.remote_links)
        add("POST", "/issue/{issue}/remotelink", self.remote_link)
        add("POST", "/issueLink", self.link)
        add("GET", "/issueLinkType", self.link_types)
        add("GET", "/priority", self.priorities)
        add("GET", "/resolution", self.resolutions)
        add("GET", "/project/{project}", self.project)

    @property
    def site(self):
        return self.jira.site

    # Comments

    def new_comment(self, body, version, author=None):
        from jira_server import now

        if body in (None, ""):
            raise failure(comment="Comment body can not be empty!")
        try:
            text = self.jira.text("comment", body, version)
        except Wrong as problem:
            raise failure(comment=str(problem)) from None
        return {
            "id": str(self.jira.next("comment", 10000)), "author": author or self.site["me"],
            "body": text, "created": now(), "updated": now(),
        }

    def shown_comment(self, issue, comment, version):
        person = self.jira.shown_person(comment["author"])
        return {
            "self": self.jira.link(f"issue/{issue['id']}/comment/{comment['id']}"),
            "id": comment["id"],
            "author": person,
            "updateAuthor": person,
            "body": self.jira.shown_text(comment["body"], version),
            "created": comment["created"],
            "updated": comment["updated"],
        }

    def page_of_comments(self, issue, version, start=0, most=5000):
        shown = [self.shown_comment(issue, each, version) for each in issue["comments"]]
        return {
            "comments": shown[start:start + most], "startAt": start, "maxResults": most,
            "total": len(shown),
        }

    def comments(self, request, version, issue):
        start, most = request.number("startAt", 0), request.number("maxResults", 5000)
        return Answer(200, self.page_of_comments(self.jira.need(issue), version, start, most))

    def comment(self, request, version, issue):
        found, body = self.jira.need(issue), self.jira.body(request)
        comment = self.new_comment(body.get("body"), version)
        found["comments"].append(comment)
        found["mails"] += 1
        self.jira.touch(found)
        return Answer(201, self.shown_comment(found, comment, version))

    def change_comment(self, request, version, issue, comment):
        found = self.jira.need(issue)
        for each in found["comments"]:
            if each["id"] == comment:
                body = self.new_comment(self.jira.body(request).get("body"), version)
                each.update(body=body["body"], updated=body["updated"])
                return Answer(200, self.shown_comment(found, each, version))
        raise failure([f"Can not find a comment for the id: {comment}."], status=404)

    # Transitions

    def possible(self, issue):
        workflow = self.site["workflows"][self.site["projects"][issue["project"]]["workflow"]]
        status = issue["fields"]["status"]
        return [each for each in workflow if each["from"] is None or status in each["from"]]

    def transitions(self, request, version, issue):
        with_fields = "transitions.fields" in request.first("expand", "")
        shown = []
        for each in self.possible(self.jira.need(issue)):
            step = {
                "id": each["id"], "name": each["name"], "to": self.jira.fields.status(each["to"]),
                "hasScreen": bool(each["screen"]), "isGlobal": each["from"] is None,
                "isInitial": False, "isConditional": False, "isAvailable": True,
            }
            if with_fields:
                step["fields"] = {
                    name: self.screen_field(name, required)
                    for name, required in each["screen"].items()
                }
            shown.append(step)
        return Answer(200, {"expand": "transitions", "transitions": shown})

    def screen_field(self, name, required):
        if name != "resolution":
            kind = {"type": "comments-page", "system": name}
            return {
                "required": required, "schema": kind, "name": name.title(), "key": name,
                "operations": ["add"],
            }
        allowed = [self.jira.fields.resolution(id) for id in RESOLUTIONS]
        kind = {"type": "resolution", "system": name}
        return {
            "required": required, "schema": kind, "name": "Resolution", "key": name,
            "operations": ["set"], "allowedValues": allowed,
        }

    def transition(self, request, version, issue):
        found = self.jira.need(issue)
        body = self.jira.body(request, transition=dict, fields=dict, update=dict)
        wanted = body.get("transition") or {}
        if "id" not in wanted:
            raise failure(["Missing 'transition' identifier"])
        steps = [each for each in self.possible(found) if each["id"] == str(wanted["id"])]
        if not steps:
            raise failure([f"Transition id '{wanted['id']}' is not valid for this issue."])
        resolution, comments = self.screened(steps[0], body, version)
        found["comments"] += comments
        self.arrive(found, steps[0]["to"], resolution or steps[0].get("resolution"))
        found["mails"] += 1
        return Answer(204)

    def screened(self, step, body, version):
        """Resolution and comments that a transition's screen takes."""
        fields, update = body.get("fields") or {}, body.get("update") or {}
        errors = {
            name: f"Field '{name}' cannot be set. It is not on the appropriate screen, or unknown."
            for name in [*fields, *update]
            if name not in step["screen"]
        }
        resolution = None
        if fields.get("resolution") and "resolution" in step["screen"]:
            try:
                problem = "Resolution value is not valid."
                resolution = choice(fields["resolution"], RESOLUTIONS, problem)
            except Wrong as problem:
                errors["resolution"] = str(problem)
        elif step["screen"].get("resolution"):
            errors.setdefault("resolution", "Resolution is required.")
        if errors:
            raise failure(**errors)
        try:
            added = [each["add"]["body"] for each in update.get("comment") or []]
        except (KeyError, TypeError):
            raise failure(["Field 'comment' does not support this operation"]) from None
        return resolution, [self.new_comment(body, version) for body in added]

    def arrive(self, issue, status, resolution):
        from jira_server import now

        done = STATUSES[status][1] == "done"
        jira_history.set_end(self.jira, issue, status, resolution if done else None, self.site["me"])
        fields = issue["fields"]
        fields["resolutiondate"] = now() if fields["resolution"] else None
        self.jira.touch(issue)

    # Links

    def remote_links(self, request, version, issue):
        links = self.jira.need(issue)["remote_links"]
        wanted = request.first("globalId")
        if wanted is None:
            return Answer(200, links)
        one = [each for each in links if each.get("globalId") == wanted]
        if not one:
            raise failure([f"No remote issue link with global ID '{wanted}'."], status=404)
        return Answer(200, one[0])

    def remote_link(self, request, version, issue):
        found = self.jira.need(issue)
        body = self.jira.body(request, object=dict, globalId=str)
        thing = body.get("object") or {}
        errors = {
            name: f"'{name}' is required." for name in ("url", "title") if not thing.get(name)
        }
        if len(body.get("globalId") or "") > 255:
            errors["globalId"] = "The global ID cannot be longer than 255 characters."
        if errors:
            raise failure(**errors)
        for each in found["remote_links"]:
            if body.get("globalId") and each.get("globalId") == body["globalId"]:
                each.update(object=thing, relationship=body.get("relationship"))
                return Answer(200, {"id": each["id"], "self": each["self"]})
        id = self.jira.next("remotelink", 10000)
        address = self.jira.link(f"issue/{found['id']}/remotelink/{id}")
        kept = {name: body[name] for name in ("globalId", "application", "relationship")
                if name in body}
        found["remote_links"].append({"id": id, "self": address, "object": thing, **kept})
        return Answer(201, {"id": id, "self": address})

    def link(self, request, version):
        body = self.jira.body(request, inwardIssue=dict, outwardIssue=dict)
        names = {id: each[0] for id, each in LINK_TYPES.items()}
        try:
            type = choice(body.get("type"), names, "No issue link type found.")
        except Wrong as problem:
            raise failure([str(problem)], status=404) from None
        ends = {}
        for side in ("inward", "outward"):
            end = body.get(f"{side}Issue") or {}
            ends[side] = self.jira.need(end.get("key", end.get("id")))["id"]
        link = {"type": type, **ends}
        if not any(link.items() <= each.items() for each in self.jira.links):
            self.jira.links.append({"id": str(self.jira.next("link", 10000)), **link})
        return Answer(201)

    def link_types(self, request, version):
        return Answer(200, {"issueLinkTypes": [
            {"id": id, "name": name, "inward": inward, "outward": outward,
             "self": self.jira.link(f"issueLinkType/{id}")}
            for id, (name, inward, outward) in LINK_TYPES.items()
        ]})

    # The site and its projects

    def priorities(self, request, version):
        return Answer(200, [self.jira.fields.priority(id) for id in PRIORITIES])

    def resolutions(self, request, version):
        return Answer(200, [self.jira.fields.resolution(id) for id in RESOLUTIONS])

    def need_project(self, reference):
        found = project_of(self.site, reference)
        if found is None:
            raise failure([f"No project could be found with key '{reference}'."], status=404)
        return found

    def project(self, request, version, project):
        key, found = self.need_project(project)
        return Answer(200, {
            "self": self.jira.link(f"project/{found['id']}"),
            "id": found["id"],
            "key": key,
            "name": found["name"],
            "issueTypes": [self.jira.fields.type(id) for id in found["types"]],
            "components": [
                {"id": id, "name": name, "self": self.jira.link(f"component/{id}")}
                for id, name in found["components"].items()
            ],
        })

    # For tests

    def texts(self, issue):
        fields = issue["fields"]
        yield from (fields[name] for name in ("description", "environment") if fields.get(name))
        yield from (each["body"] for each in issue["comments"])

    def mentions(self, issue):
        return [who for text in self.texts(issue) for who in self.jira.mentions(text)]

    def state(self, issue):
        """An issue as tests look at it."""
        latest, fields = self.jira.latest, issue["fields"]
        return {
            **{name: issue[name] for name in (
                "id", "key", "old_keys", "project", "properties", "remote_links", "mails",
            )},
            "status": fields["status"],
            "category": STATUSES[fields["status"]][1],
            "resolution": RESOLUTIONS.get(fields.get("resolution")),
            "text": self.jira.plain(fields.get("description")),
            "comments": [
                {**each, "text": self.jira.plain(each["body"])} for each in issue["comments"]
            ],
            "fields": self.jira.fields.shown(issue, latest),
        }
