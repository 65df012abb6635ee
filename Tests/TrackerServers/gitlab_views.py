"""How GitLab shows its issues, and names them in texts of its own."""


class Views:
    """What a list of all issues shows; `gitlab`, `all` and `links` are its own."""

    def named(self, issue, beside):
        """An issue as another one's text names it: without the group if that is the same."""
        paths = [self.gitlab.settings["projects"][each["project"]]["path"] for each in (issue, beside)]
        groups = [path.rpartition("/")[0] for path in paths]
        name = paths[0].rpartition("/")[2] if groups[0] == groups[1] else paths[0]
        return f"{name}#{issue['iid']}"

    def linked(self, issue):
        turned = {"blocks": "is_blocked_by", "is_blocked_by": "blocks"}
        shown = []
        for each in self.links:
            for mine, other in (("source", "target"), ("target", "source")):
                if each[mine] == issue["id"]:
                    there = next(one for one in self.all if one["id"] == each[other])
                    kind = each["kind"] if mine == "source" else turned.get(each["kind"], each["kind"])
                    shown.append({
                        **self.shown(there), "issue_link_id": each["id"], "link_type": kind,
                    })
        return shown

    def shown(self, issue):
        """An issue as an answer has it."""
        gitlab = self.gitlab
        path = gitlab.settings["projects"][issue["project"]]["path"]
        people = [gitlab.person(id) for id in issue["assignees"]]
        plain = {name: issue[name] for name in (
            "id", "iid", "title", "description", "state", "labels", "due_date", "confidential",
            "created_at", "updated_at", "closed_at", "moved_to_id",
        )}
        closed_by = issue["closed_by"]
        return {
            **plain,
            "project_id": int(issue["project"]),
            "author": gitlab.person(1),
            "assignees": people,
            "assignee": people[0] if people else None,
            "milestone": None,
            "issue_type": issue["type"],
            "type": issue["type"].upper(),
            "closed_by": gitlab.person(closed_by) if closed_by else None,
            "user_notes_count": len(issue["notes"]),
            "web_url": f"{gitlab.origin}/{path}/-/issues/{issue['iid']}",
            "references": {
                "short": f"#{issue['iid']}", "relative": f"#{issue['iid']}",
                "full": f"{path}#{issue['iid']}",
            },
            "_links": {"self": f"{gitlab.origin}/api/v4/projects/{issue['project']}/issues/"
                               f"{issue['iid']}"},
        }
