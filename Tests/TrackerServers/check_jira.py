"""Drives the two Jira servers with PyPI's `jira`."""

import base64

from jira import JIRA, JIRAError

from adf import plain
from checking import Started, refused

CLOUD = ("vigil@tests.invalid", "jira-token-of-tests")
BASIC = {"Authorization": "Basic " + base64.b64encode(":".join(CLOUD).encode()).decode()}


def cloud(server, version="3", password=CLOUD[1]):
    options = {"server": server.url, "rest_api_version": version}
    return JIRA(options=options, basic_auth=(CLOUD[0], password), max_retries=0)


def new(client, project="SEC", **more):
    fields = {"project": {"key": project}, "summary": "A finding", "issuetype": {"name": "Bug"}}
    return client.create_issue(fields={**fields, **more})


def check_issues_of_jira_cloud():
    with Started("jira-cloud") as server:
        client = cloud(server)
        assert client.myself()["accountId"] == "712020:vigil"
        assert client.server_info()["deploymentType"] == "Cloud"
        issue = new(
            client, description=plain("Text"), labels=["vigil", "vigil-1"], duedate="2026-12-01",
            priority={"name": "High"}, components=[{"name": "api"}],
            assignee={"accountId": "712020:dev-one"},
        )
        assert issue.key == "SEC-1" and issue.fields.status.name == "To Do"
        assert issue.fields.description.type == "doc"
        issue.update(fields={"summary": "Changed"}, update={"labels": [{"add": "more"}]})
        assert client.issue("SEC-1").fields.labels == ["more", "vigil", "vigil-1"]
        client.add_comment(issue, plain("Seen again"))
        assert [each.body.type for each in client.comments(issue)] == ["doc"]
        client.add_remote_link(issue, {"url": "https://tests.invalid/1", "title": "Page"}, "id-1")
        client.add_remote_link(issue, {"url": "https://tests.invalid/2", "title": "Page"}, "id-1")
        assert [each.object.url for each in client.remote_links(issue)] == ["https://tests.invalid/2"]
        other = new(client)
        client.create_issue_link("Duplicate", issue, other)
        assert client.issue(other.key).fields.issuelinks[0].inwardIssue.key == "SEC-1"
        client.add_issue_property(issue, "vigil", {"fingerprint": "f"})
        assert client.issue_property(issue, "vigil").value.fingerprint == "f"
        found = client.enhanced_search_issues("project = SEC AND labels = vigil", fields="*all")
        assert [each.key for each in found] == ["SEC-1"] and found[0].fields.summary == "Changed"
        assert len(client.enhanced_search_issues("key in (SEC-1, SEC-2) ORDER BY key")) == 2
        meta = "/rest/api/3/issue/createmeta/STRICT/issuetypes"
        assert server.send("GET", meta, None, BASIC)[1]["issueTypes"][0]["name"] == "Task"
        fields = server.send("GET", f"{meta}/10002", None, BASIC)[1]["fields"]
        required = {each["fieldId"] for each in fields if each["required"]}
        assert {"summary", "components", "customfield_10050"} <= required
        server.act("move", issue="SEC-1", project="HOP")
        assert client.issue("SEC-1").key == "HOP-1" and client.issue("10001").key == "HOP-1"
        server.act("delete", issue="HOP-1")
        assert refused(JIRAError, lambda: client.issue("SEC-1")).status_code == 404


def check_refusals_of_jira_cloud():
    with Started("jira-cloud") as server:
        client = cloud(server)
        for field, value in {
            "summary": "x" * 256, "labels": ["two words"], "priority": {"name": "Urgent"},
            "duedate": "tomorrow", "components": [{"name": "none"}], "unknown": 1,
            "assignee": {"accountId": "712020:gone"}, "description": "text",
        }.items():
            error = refused(JIRAError, lambda: new(client, **{field: value}))
            assert error.status_code == 400 and field in error.response.json()["errors"], field
        code = {"type": "text", "text": "x", "marks": [{"type": "code"}, {"type": "strong"}]}
        bad = {**plain(""), "content": [{"type": "paragraph", "content": [code]}]}
        for document in (bad, {**plain(""), "version": 2}, {"type": "doc"}):
            error = refused(JIRAError, lambda: new(client, description=document))
            assert error.response.json()["errorMessages"] == ["INVALID_INPUT"]
        assert "CONTENT_LIMIT" in str(refused(
            JIRAError, lambda: new(client, description=plain("x" * 32768))
        ))
        assert "priority" in str(refused(JIRAError, lambda: new(client, "BARE", priority={"id": "2"})))
        assert "components" in str(refused(JIRAError, lambda: new(client, "STRICT")))
        assert server.state()["issues"] == []
        many = [{"fields": {"project": {"key": "SEC"}, "issuetype": {"name": "Bug"}, "summary": each}}
                for each in ("one", "", "three")]
        made = server.send("POST", "/rest/api/3/issue/bulk", {"issueUpdates": many}, BASIC)[1]
        assert [each["key"] for each in made["issues"]] == ["SEC-1", "SEC-2"]
        assert [each["failedElementNumber"] for each in made["errors"]] == [1]
        too_many = {"issueUpdates": many[:1] * 51}
        assert server.send("POST", "/rest/api/3/issue/bulk", too_many, BASIC)[0] == 400


def check_searching_in_jira_cloud():
    with Started("jira-cloud") as server:
        client = cloud(server)
        assert server.send("GET", "/rest/api/3/search?jql=x", None, BASIC)[0] == 410
        server.settings(search_lag_requests=2)
        issue = new(client, labels=["vigil"])
        query = {"jql": "labels in (vigil)"}
        for ids, count in (([], 0), ([int(issue.id)], 1), ([], 1)):
            body = {**query, "reconcileIssues": ids}
            found = server.send("POST", "/rest/api/3/search/jql", body, BASIC)[1]
            assert found["issues"] == [{"id": issue.id}] * count, (ids, found)
        assert client.enhanced_search_issues("created >= -1d AND statusCategory != Done")
        assert not client.enhanced_search_issues("updated < -1h OR resolution is not EMPTY")
        server.settings(search_lag_requests=0, page_cap=2)
        for _ in range(4):
            new(client, labels=["vigil"])
        page, keys = {}, []
        while not page.get("isLast"):
            token = {"nextPageToken": page["nextPageToken"]} if page else {}
            body = {**query, "fields": ["labels"], **token}
            page = server.send("POST", "/rest/api/3/search/jql", body, BASIC)[1]
            keys += [each["key"] for each in page["issues"]]
        assert sorted(keys) == [f"SEC-{number}" for number in range(1, 6)]
        for body in ({"jql": "order by key"}, {**query, "startAt": 0}, {"jql": "x ="}, {"jql": ""},
                     {"jql": "labels = a b"}, {**query, "reconcileIssues": list(range(51))}):
            assert server.send("POST", "/rest/api/3/search/jql", body, BASIC)[0] == 400, body
        fetch = {"issueIdsOrKeys": ["SEC-1", "SEC-99", "10002"], "fields": ["summary"]}
        fetched = server.send("POST", "/rest/api/3/issue/bulkfetch", fetch, BASIC)[1]
        assert [each["key"] for each in fetched["issues"]] == ["SEC-1", "SEC-2"]


def check_access_to_jira_cloud():
    with Started("jira-cloud") as server:
        new(cloud(server), labels=["vigil"])
        bad = {"Authorization": "Basic " + base64.b64encode(b"vigil@tests.invalid:old").decode()}
        assert server.send("GET", "/rest/api/3/myself", None, bad)[0] == 401
        found = server.send("POST", "/rest/api/3/search/jql", {"jql": "labels = vigil"}, bad)
        assert found == (200, {"issues": [], "isLast": True})
        assert server.send("GET", "/rest/api/3/issue/SEC-1", None, bad)[0] == 404
        scoped = {"Authorization": "Bearer scoped-token-of-tests"}
        assert server.send("GET", "/rest/api/3/myself", None, scoped)[0] == 401
        bearer = {"Authorization": "Bearer jira-token-of-tests"}
        assert server.send("GET", "/rest/api/3/myself", None, bearer)[0] == 401
        id = server.send("GET", "/_edge/tenant_info")[1]["cloudId"]
        gateway = f"/ex/jira/{id}/rest/api/3"
        assert server.send("GET", f"{gateway}/issue/SEC-1", None, scoped)[0] == 200
        assert server.send("GET", f"{gateway}/myself", None, bad)[0] == 401
        assert server.send("GET", "/ex/jira/other/rest/api/3/myself", None, scoped)[0] == 404


def check_transitions():
    with Started("jira-cloud") as server:
        client = cloud(server, version="2")
        names = lambda issue: [each["name"] for each in client.transitions(issue)]
        simple, hop, resolve, end, one = (new(client, key) for key in
                                          ("SEC", "HOP", "RES", "END", "ONE"))
        client.transition_issue(simple, "Done")
        assert client.issue(simple.key).fields.resolution.name == "Done"
        client.transition_issue(simple, "To Do")
        assert client.issue(simple.key).fields.resolution is None
        for name in ("Start", "Ask for review", "Approve"):
            assert name in names(hop)
            client.transition_issue(hop, name)
        assert client.issue(hop.key).fields.status.statusCategory.key == "done"
        assert client.issue(hop.key).fields.resolution is None
        error = refused(JIRAError, lambda: client.transition_issue(resolve, "221"))
        assert error.status_code == 400 and "resolution" in error.response.json()["errors"]
        screens = client.transitions(resolve, expand="transitions.fields")
        assert [each["fields"]["resolution"]["required"] for each in screens if each["id"] == "221"]
        client.transition_issue(resolve, "221", fields={"resolution": {"name": "Won't Do"}})
        assert client.issue(resolve.key).fields.resolution.name == "Won't Do"
        assert names(end) == ["Start"]
        client.transition_issue(one, "Close")
        assert names(one) == []
        assert refused(JIRAError, lambda: client.transition_issue(one, "411")).status_code == 400
        server.act("edit", issue=end.key, status="Rejected", resolution="Won't Do")
        assert client.issue(end.key).fields.resolution.name == "Won't Do"
        history = client.issue(end.key, expand="changelog").changelog.histories
        assert [each.author.displayName for each in history] == ["Dev One"]
        assert [each.toString for each in history[0].items] == ["Won't Do", "Rejected"]
        base = f"/rest/api/3/issue/{hop.key}/changelog"
        page = server.send("GET", f"{base}?startAt=1&maxResults=1", None, BASIC)[1]
        assert (page["total"], page["isLast"], len(page["values"])) == (3, False, 1)
        assert page["values"][0]["items"][0]["toString"] == "In Review"


def check_jira_data_center():
    with Started("jira-dc", "--context", "/jira") as server:
        options = {"server": server.url + "/jira"}
        client = JIRA(options=options, token_auth="jira-token-of-tests", max_retries=0)
        assert client.myself()["name"] == "vigil"
        issue = new(client, description="h2. Text [~dev.one] {noformat}[~dev.two]{noformat}",
                    labels=["vigil"], assignee={"name": "dev.one"})
        client.add_comment(issue, "A comment")
        client.transition_issue(issue, "Done")
        for _ in range(3):
            new(client, "HOP", labels=["vigil"])
        assert len(client.search_issues("labels = vigil", maxResults=2)) == 2
        everything = client.search_issues("labels = vigil ORDER BY key", maxResults=False)
        assert [each.key for each in everything] == ["HOP-1", "HOP-2", "HOP-3", "SEC-1"]
        assert everything[3].fields.status.name == "Done"
        history = client.issue("SEC-1", expand="changelog").changelog.histories
        assert (history[0].author.name, history[0].items[1].toString) == ("vigil", "Done")
        assert client.project_issue_types("SEC")[0].name == "Task"
        assert server.state()["mentions"] == ["dev.one"]
        bearer = {"Authorization": "Bearer jira-token-of-tests"}
        base = "/jira/rest/api/2"
        asked = f"{base}/search?jql=labels=vigil&startAt=1&maxResults=2&fields=summary"
        page = server.send("GET", asked, None, bearer)[1]
        assert (page["total"], page["startAt"], len(page["issues"])) == (4, 1, 2)
        assert server.send("POST", f"{base}/search/jql", {}, bearer)[0] in (404, 405)
        assert server.send("GET", f"{base}/issue/createmeta", None, bearer)[0] == 404
        assert server.send("GET", f"{base}/search", None, {"Authorization": "Bearer x"})[0] == 401
        assert server.send("GET", "/rest/api/2/myself", None, bearer)[0] == 404
        server.settings(text_limit=10)
        assert "too long" in str(refused(JIRAError, lambda: new(client, description="x" * 11)))
