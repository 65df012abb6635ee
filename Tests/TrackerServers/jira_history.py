"""The history of an issue: who set its status or resolution, and when."""

from jira_site import RESOLUTIONS, STATUSES


def set_end(jira, issue, status, resolution, author):
    """Sets status and resolution, and writes who did it into the history."""
    from jira_server import now

    fields = issue["fields"]
    before = fields.get("resolution")
    changes = [
        ("resolution", (before, RESOLUTIONS.get(before)), (resolution, RESOLUTIONS.get(resolution))),
        ("status", (STATUSES[fields["status"]][0], fields["status"]),
         (STATUSES[status][0], status)),
    ]
    fields["status"], fields["resolution"] = status, resolution
    items = [
        {"field": field, "fieldtype": "jira", "fieldId": field,
         "from": old[0], "fromString": old[1], "to": new[0], "toString": new[1]}
        for field, old, new in changes if old != new
    ]
    if items:
        id = str(jira.next("history", 10000))
        issue["history"].append({"id": id, "author": author, "created": now(), "items": items})


def shown(jira, issue):
    """The history as both kinds of Jira show it, the oldest change first."""
    return [{**each, "author": jira.shown_person(each["author"])} for each in issue["history"]]
