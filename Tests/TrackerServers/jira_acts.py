"""What people do in Jira's own pages."""

import jira_history
from jira_site import RESOLUTIONS, STATUSES


def act(jira, action):
    issue = jira.find(action["issue"])
    if issue is None:
        raise KeyError(action["issue"])
    kind = action["action"]
    if kind == "delete":
        del jira.issues[issue["id"]]
        return jira.index.forget(issue)
    if kind == "move":
        issue["old_keys"].append(issue["key"])
        issue["project"] = action["project"]
        issue["key"] = f"{action['project']}-{jira.next(action['project'], 1)}"
    elif kind == "comment":
        issue["comments"].append(
            jira.parts.new_comment(action["body"], "2", action.get("author"))
        )
    elif kind == "edit":
        edit_by_hand(jira, issue, action)
    else:
        raise KeyError(kind)
    jira.touch(issue)
    return jira.reference(issue)


def edit_by_hand(jira, issue, action):
    errors = {}
    jira.fields.check(
        issue["project"], action.get("fields", {}), "2", issue["fields"], errors
    )
    if errors:
        raise ValueError(errors)
    status = action.get("status", issue["fields"]["status"])
    STATUSES[status]
    resolution = issue["fields"].get("resolution")
    if "resolution" in action:
        names = {name: id for id, name in RESOLUTIONS.items()}
        wanted = action["resolution"]
        resolution = None if wanted is None else names[wanted]
    jira_history.set_end(jira, issue, status, resolution, action.get("author", "712020:dev-one"))
