"""Drives the GitLab server with PyPI's `python-gitlab`."""

import gitlab

from checking import Started, refused
from gitlab_text import mentions, quick_actions, references


def connected(server, token="gitlab-token-of-tests"):
    return gitlab.Gitlab(server.url, private_token=token)


def check_issues_of_gitlab():
    with Started("gitlab") as server:
        client = connected(server)
        client.auth()
        assert client.user.username == "vigil-bot"
        project = client.projects.get("group/security")
        person = client.users.list(username="dev.one")[0]
        issue = project.issues.create({
            "title": "A finding", "description": "Text", "labels": "vigil,severity::high",
            "assignee_ids": [person.id], "due_date": "2026-12-01",
        })
        assert issue.iid == 1 and issue.state == "opened" and issue.assignee["username"] == "dev.one"
        issue.state_event, issue.add_labels = "close", "gone"
        issue.save()
        assert project.issues.get(1).state == "closed"
        assert project.issues.get(1).labels == ["gone", "severity::high", "vigil"]
        issue.notes.create({"body": "Fixed"})
        assert [each.body for each in issue.notes.list(iterator=True)] == ["Fixed"]
        other = project.issues.create({"title": "Another", "labels": ["vigil"]})
        issue.links.create({"target_project_id": project.id, "target_issue_iid": other.iid})
        assert [each.iid for each in issue.links.list()] == [2]
        again = {"target_project_id": project.id, "target_issue_iid": other.iid}
        error = refused(gitlab.GitlabCreateError, lambda: issue.links.create(again))
        assert error.response_code == 409
        found = project.issues.list(labels=["vigil", "gone"], get_all=True)
        assert [each.iid for each in found] == [1]
        assert [each.iid for each in project.issues.list(iids=[2])] == [2]
        for number in range(45):
            project.issues.create({"title": f"Number {number}"})
        assert len(project.issues.list(get_all=True, per_page=20)) == 47
        assert "vigil" in [each.name for each in project.labels.list(get_all=True)]


def check_refusals_of_gitlab():
    with Started("gitlab") as server:
        project = connected(server).projects.get(1)
        create = lambda **fields: project.issues.create(fields)
        assert refused(gitlab.GitlabCreateError, lambda: create(title="x" * 256)).response_code == 400
        assert refused(gitlab.GitlabCreateError, lambda: create(title=" ")).response_code == 400
        assert refused(gitlab.GitlabGetError, lambda: project.issues.get(9)).response_code == 404
        hidden = refused(gitlab.GitlabGetError, lambda: connected(server).projects.get("other/secret"))
        assert hidden.response_code == 404
        for token, status in (("none", 401), ("expired-token-of-tests", 401),
                              ("read-token-of-tests", 403)):
            other = connected(server, token).projects.get(1, lazy=True)
            error = refused(gitlab.GitlabError, lambda: other.issues.create({"title": "x"}))
            assert error.response_code == status, token
        job = {"JOB-TOKEN": "gitlab-token-of-tests"}
        assert server.send("GET", "/api/v4/projects/1/issues", None, job)[0] == 401
        assert server.state()["issues"] == []


def check_quick_actions_of_gitlab():
    with Started("gitlab") as server:
        project = connected(server).projects.get(1)
        issue = project.issues.create({
            "title": "Title by @dev.one",
            "description": "Text\n/label ~bad\n/assign @dev.two\n\n```\n/close\n```\n\n> /close\n",
        })
        assert issue.labels == ["bad"] and issue.assignee["username"] == "dev.two"
        assert issue.state == "opened" and "/label" not in issue.description
        token = {"PRIVATE-TOKEN": "gitlab-token-of-tests"}
        notes = "/api/v4/projects/1/issues/1/notes"
        assert server.send("POST", notes, {"body": "/close"}, token)[0] == 202
        assert server.send("POST", notes, {"body": "See #1, @all"}, token)[0] == 201
        state = server.state()
        assert [each["command"] for each in state["quick_actions"]] == ["label", "assign", "close"]
        assert [each["name"] for each in state["mentions"]] == ["dev.one", "all"]
        assert [each["to"] for each in state["references"]] == ["#1"]
        assert state["issues"][0]["state"] == "closed" and len(state["issues"][0]["notes"]) == 1
    for text, runs in {
        "/close": 1, "a\n/Close\nb": 1, "/close now": 1, " /close": 0, "\\/close": 0, "a /close": 0,
        "/closet": 0, "/etc/passwd": 0, "- a\n/close": 0, "- a\n\n/close": 1, "> a\n/close": 0,
        "    /close": 0, "~~~\n/close": 0, "````\n```\n/close\n````": 0, "`a\n/close\nb`": 0,
        "<pre>\n/close\n</pre>": 0, ">>>\n/close\n>>>": 0, "| a |\n/close": 1, "# a\n/close": 1,
        "| a |\n| - |\n/close": 0, "* * *\n/close": 1, "a\n2) b\n/close": 1, "2) b\n/close": 0,
        "<b>a</b>\n/close": 1, "<div>a\n/close": 0, "``a\n/close\n``": 0, "a\n---\n/close": 1,
        "&#47;close": 0, "a\r\n/close\r\n": 1,
    }.items():
        assert len(quick_actions(text)[1]) == runs, text
    assert mentions("@a `@b` \\@c d@e.invalid (@f) /@g\n```\n@h\n```") == ["a", "f"]
    assert references("#1 a/b#2 !3 ~label \\#4 `#5` &6; https://tests.invalid/#7 &#8;") == [
        "#1", "a/b#2", "!3", "~label", "&6",
    ]
