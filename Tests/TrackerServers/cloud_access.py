"""Who may see what at Jira Cloud, at the site and through the gateway of scoped tokens."""

import base64

from service import Answer, Refusal


def authenticated(site, request):
    """Whether it is somebody known; refuses what the gateway refuses."""
    gateway = request.path.startswith("/ex/jira/")
    kind, _, secret = request.headers.get("authorization", "").partition(" ")
    token = None
    if kind == "Basic":
        try:
            name, _, given = base64.b64decode(secret).decode().partition(":")
            token = given if name == site["email"] else None
        except ValueError:
            pass
    elif kind == "Bearer":
        token = secret if gateway else None
    if not gateway:
        return token == site["token"]
    if token not in (site["scoped_token"], site["token"]):
        raise Refusal(401, {"code": 401, "message": "Unauthorized"})
    if request.path.split("/")[3] != site["cloud_id"]:
        raise Refusal(404, {"code": 404, "message": "Not Found"}, note="another cloud id")
    return True


def anonymous(jira, request):
    """What nobody is answered: as if the site were empty, not that the token is bad."""
    piece = request.path.split("/rest/api/")[-1].partition("/")[2]
    if piece == "serverInfo":
        return None
    if piece.startswith("search") and not piece.startswith("search/jql"):
        return None
    if piece == "search/jql":
        return Answer(200, {"issues": [], "isLast": True})
    if piece == "issue/bulkfetch":
        return Answer(200, {"issues": [], "issueErrors": []})
    if request.method == "GET" and piece.startswith("issue/createmeta"):
        return Answer(200, {"startAt": 0, "maxResults": 50, "total": 0, "issueTypes": []})
    if request.method == "GET" and piece.startswith(("issue/", "project/")):
        return Answer(404, {"errorMessages": [jira.no_issue], "errors": {}})
    if piece in ("priority", "field", "issueLinkType"):
        return Answer(200, {"issueLinkTypes": []} if piece == "issueLinkType" else [])
    return jira.failure(401, request)
