"""GitLab: issues, notes, links and labels of REST API v4."""

from gitlab_issues import Issues
from gitlab_requests import Requests
from service import Answer, Refusal

TEXTS = ("title", "description", "due_date", "state_event")


class GitLab(Requests):
    """One instance with a few projects."""

    name = "gitlab"

    def __init__(self, options):
        super().__init__(options)
        project = "/api/v4/projects/{project}"
        issue = project + "/issues/{iid}"
        for method, path, handler in (
            ("GET", "/api/v4/version", self.version),
            ("GET", "/api/v4/user", self.user),
            ("GET", "/api/v4/users", self.users),
            ("GET", "/api/v4/issues/{number}", self.numbered),
            ("GET", project, self.project),
            ("GET", project + "/issues", self.list),
            ("POST", project + "/issues", self.create),
            ("GET", issue, self.read),
            ("PUT", issue, self.update),
            ("DELETE", issue, self.delete),
            ("GET", issue + "/notes", self.notes),
            ("POST", issue + "/notes", self.note),
            ("GET", issue + "/links", self.links),
            ("POST", issue + "/links", self.link),
            ("DELETE", issue + "/links/{link}", self.unlink),
            ("GET", project + "/labels", self.labels),
            ("POST", project + "/labels", self.label),
            ("GET", project + "/members", self.members),
            ("GET", project + "/members/all", self.members),
        ):
            self.route(method, path, handler)

    def reset(self):
        people = {
            1: {"username": "vigil-bot", "name": "Vigil", "state": "active"},
            2: {"username": "dev.one", "name": "Dev One", "state": "active"},
            3: {"username": "dev.two", "name": "Dev Two", "state": "active"},
        }
        self.settings = {
            "tokens": {
                "gitlab-token-of-tests": "api",
                "read-token-of-tests": "read_api",
                "expired-token-of-tests": "expired",
            },
            "role": "reporter",
            "people": {str(id): {"id": id, **each} for id, each in people.items()},
            "projects": {
                "1": {"path": "group/security", "hidden": False},
                "2": {"path": "group/app", "hidden": False},
                "3": {"path": "other/secret", "hidden": True},
            },
            "count_limit": 10000,
            "admin": False,
        }
        self.issues = Issues(self)

    # Issues

    def list(self, request, project):
        hits = self.issues.listed(self.need(project), self.given(request))
        return self.paged(request, [self.issues.shown(each) for each in hits])

    def create(self, request, project):
        issue = self.issues.create(self.need(project), self.texts(self.given(request), *TEXTS))
        return Answer(201, self.issues.shown(issue))

    def read(self, request, project, iid):
        return Answer(200, self.issues.shown(self.need_issue(project, iid)))

    def numbered(self, request, number):
        if not self.settings["admin"]:
            raise Refusal(403, {"message": "403 Forbidden"})
        for issue in self.issues.all:
            if str(issue["id"]) == number:
                return Answer(200, self.issues.shown(issue))
        raise Refusal(404, {"message": "404 Not found"})

    def update(self, request, project, iid):
        issue = self.need_issue(project, iid)
        self.need_role("reporter")
        self.issues.update(issue, self.texts(self.given(request), *TEXTS))
        return Answer(200, self.issues.shown(issue))

    def delete(self, request, project, iid):
        self.need_issue(project, iid)
        raise Refusal(403, {"message": "403 Forbidden"})  # an owner may

    def notes(self, request, project, iid):
        notes = self.need_issue(project, iid)["notes"]
        newest_first = request.first("sort", "desc") == "desc"
        return self.paged(request, notes[::-1] if newest_first else notes)

    def note(self, request, project, iid):
        issue = self.need_issue(project, iid)
        body = self.texts(self.given(request), "body").get("body")
        if body is None:
            raise Refusal(400, {"error": "body is missing"})
        note, commands = self.issues.note(issue, body)
        if note is None:
            if not commands:
                raise Refusal(400, {"message": "400 Bad request - Note {:note=>[\"can't be blank\"]}"})
            return Answer(202, {
                "commands_changes": {name: argument for name, argument in commands},
                "summary": [f"/{name} was applied." for name, _ in commands],
            })
        return Answer(201, note)

    # Links, labels, people

    def links(self, request, project, iid):
        return Answer(200, self.issues.linked(self.need_issue(project, iid)))

    def link(self, request, project, iid):
        source, given = self.need_issue(project, iid), self.given(request)
        for name in ("target_project_id", "target_issue_iid"):
            if name not in given:
                raise Refusal(400, {"error": f"{name} is missing"})
        kind = given.get("link_type", "relates_to")
        if kind not in ("relates_to", "blocks", "is_blocked_by"):
            raise Refusal(400, {"error": "link_type does not have a valid value"})
        target = self.issues.find(
            self.need(str(given["target_project_id"])), given["target_issue_iid"]
        )
        if target is None:
            raise Refusal(404, {"message": "No matching issue found. Make sure that you are adding"
                                           " a valid issue URL."})
        if not self.issues.link(source, target, kind):
            raise Refusal(409, {"message": "Issue(s) already assigned"})
        return Answer(201, {
            "source_issue": self.issues.shown(source), "target_issue": self.issues.shown(target),
            "link_type": kind,
        })

    def unlink(self, request, project, iid, link):
        self.need_issue(project, iid)
        kept = [each for each in self.issues.links if str(each["id"]) != link]
        if len(kept) == len(self.issues.links):
            raise Refusal(404, {"message": "404 Not found"})
        self.issues.links = kept
        return Answer(200, {})

    def labels(self, request, project):
        names = sorted(self.issues.labels[self.need(project)])
        return self.paged(request, [self.shown_label(name) for name in names])

    def label(self, request, project):
        given = self.texts(self.given(request), "name", "color")
        known = self.issues.labels[self.need(project)]
        self.need_role("reporter")
        for name in ("name", "color"):
            if given.get(name) is None:
                raise Refusal(400, {"error": f"{name} is missing"})
        if given["name"] in known:
            raise Refusal(409, {"message": "Label already exists"})
        if "," in given["name"] or not given["name"].strip():
            raise Refusal(400, {"message": {"title": ["is invalid"]}})
        known.add(given["name"])
        return Answer(201, self.shown_label(given["name"]))

    def shown_label(self, name):
        return {"id": 1 + sum(name.encode()), "name": name, "color": "#6699cc",
                "text_color": "#FFFFFF", "description": None, "is_project_label": True}

    def person(self, id):
        each = self.settings["people"][str(id)]
        return {**each, "web_url": f"{self.origin}/{each['username']}", "avatar_url": None}

    def version(self, request):
        return Answer(200, {"version": "18.5.0", "revision": "0123456789a"})

    def user(self, request):
        return Answer(200, self.person(1))

    def users(self, request):
        wanted = request.first("username")
        return self.paged(request, [
            self.person(id)
            for id, each in self.settings["people"].items()
            if wanted is None or each["username"].lower() == wanted.lower()
        ])

    def members(self, request, project):
        self.need(project)
        people = [{**self.person(id), "access_level": 30} for id in self.settings["people"]]
        return self.paged(request, people)

    def project(self, request, project):
        id = self.need(project)
        path = self.settings["projects"][id]["path"]
        return Answer(200, {
            "id": int(id), "path_with_namespace": path, "name": path.split("/")[-1],
            "web_url": f"{self.origin}/{path}", "issues_enabled": True, "archived": False,
            "default_branch": "main",
        })

    # Tests' own doors

    def configure(self, settings):
        for name, value in settings.items():
            if isinstance(self.settings[name], dict):
                self.settings[name].update(value)
            else:
                self.settings[name] = value

    def state(self):
        return self.issues.state()

    def act(self, action):
        issue = self.issues.find(action.get("project", "1"), action["issue"])
        if issue is None:
            raise KeyError(action["issue"])
        return self.issues.act(issue, action)
