"""Searching Jira: which issues a query finds, and in which order."""

from jira_fields import failure
from jira_site import STATUSES, project_of
from jql import Malformed, Query


class Search:
    """The searches of one Jira."""

    def __init__(self, jira):
        self.jira = jira

    def query(self, text):
        """A query whose projects and issues exist."""
        try:
            query = Query(text or "")
        except Malformed as problem:
            raise failure([str(problem)]) from None
        for name, value in query.values():
            if name == "project" and project_of(self.jira.site, value) is None:
                raise failure([f"The value '{value}' does not exist for the field 'project'."])
            if name in ("key", "issuekey", "id", "issue") and self.jira.find(value) is None:
                raise failure([f"An issue with key '{value}' does not exist for field '{name}'."])
        return query

    def found(self, query, reconciled=()):
        """The issues that fit, in order."""
        def values(issue, name):
            fields = issue["fields"]
            if name == "project":
                return [issue["project"], self.jira.site["projects"][issue["project"]]["id"]]
            if name in ("key", "issuekey", "id", "issue"):
                return [issue["key"], issue["id"], *issue["old_keys"]]
            shown = self.jira.fields.shown(issue, self.jira.latest)
            name = {"type": "issuetype"}.get(name, name)
            if name == "statuscategory":
                return [STATUSES[fields["status"]][1], shown["status"]["statusCategory"]["name"]]
            value = shown.get(name)
            if isinstance(value, dict):
                return [v for k, v in value.items() if k in ("id", "name", "accountId", "key")]
            return value if isinstance(value, list) else [value]

        def rank(issue, name):
            if name in ("key", "issuekey"):
                return [issue["project"], int(issue["key"].split("-")[1])]
            return [str(each) for each in values(issue, name)]

        hits = [
            issue
            for issue in self.jira.index.search(self.jira.issues, reconciled)
            if not self.jira.site["projects"][issue["project"]]["hidden"]
            and query.fits(lambda name, issue=issue: values(issue, name))
        ]
        hits.sort(key=lambda issue: -int(issue["id"]))
        for name, descending in reversed(query.order):
            hits.sort(key=lambda issue: rank(issue, name), reverse=descending)
        return hits
