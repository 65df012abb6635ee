"""Slack: chat.postMessage and its kin, incoming webhooks; and a receiver of any JSON at /hook/NAME."""

import json
import re
import time
import urllib.parse

from block_kit import Checker
from service import Answer, Refusal, Service, misfit

PING = re.compile(r"<(!(?:channel|here|everyone|subteam\^[^|>]+)|@[UW][A-Z0-9]+)(?:\|[^>]*)?>")
LINK = re.compile(r"<((?:https?|mailto|tel|slack):[^|>]*)(?:\|([^>]*))?>")
NAME = re.compile(r"(?<!\w)@(channel|here|everyone)\b")
WEBHOOK_ERRORS = {
    "archived": (410, "channel_is_archived"),
    "no-service": (404, "no_service"),
    "no-team": (404, "no_team"),
    "no-channel": (404, "channel_not_found"),
    "prohibited": (403, "action_prohibited"),
    "invalid-token": (403, "invalid_token"),
}


class Slack(Service):
    """One workspace."""

    name = "slack"

    def __init__(self, options):
        super().__init__(options)
        for method in ("auth.test", "api.test", "chat.postMessage", "chat.update"):
            handler = getattr(self, method.replace(".", "_"))
            for verb in ("GET", "POST"):
                self.route(verb, f"/api/{re.escape(method)}", self.api(handler))
        self.route("POST", "/services/{team}/{bot}/{secret}", self.webhook)
        self.route("GET", "/services/{team}/{bot}/{secret}", self.only_post)
        self.route("POST", "/hook/{name}", self.hook)

    def reset(self):
        self.settings = {
            "token": "xoxb-token-of-tests",
            "expired_token": "xoxb-expired-of-tests",
            # Name and whether the bot is in it; the webhook's secret is the name of none.
            "channels": {
                "C0000000001": {"name": "security", "member": True, "archived": False},
                "C0000000002": {"name": "payments", "member": True, "archived": False},
                "C0000000003": {"name": "elsewhere", "member": False, "archived": False},
                "C0000000004": {"name": "archive", "member": True, "archived": True},
            },
            "webhook_secret": "webhook-secret-of-tests",
            "rate_limit": False,
            "total_limit": 13200,
        }
        self.messages, self.received = [], []
        self.last = {}
        self.stamp = 0

    # Requests

    def api(self, handler):
        """Answers as the Web API does: 200, whatever is wrong."""
        def answered(request):
            try:
                return Answer(200, {"ok": True, **handler(request, self.given(request))})
            except Refusal as refusal:
                refusal.answer.body = {"ok": False, **refusal.answer.body}
                raise
        return answered

    def given(self, request):
        """The arguments: JSON, or a form whose blocks are JSON again."""
        kind = request.headers.get("content-type", "").split(";")[0].strip()
        arguments = {name: each[0] for name, each in request.query.items()}
        if kind == "application/json":
            try:
                body = request.json
            except ValueError:
                raise self.no("invalid_json") from None
            if not isinstance(body, dict):
                raise self.no("json_not_object")
            return {**arguments, **body}
        if kind == "application/x-www-form-urlencoded":
            form = urllib.parse.parse_qs(request.body.decode(), keep_blank_values=True)
            arguments.update({name: each[0] for name, each in form.items()})
        elif request.body:
            raise self.no("invalid_post_type")
        for name in ("blocks", "attachments"):
            if isinstance(arguments.get(name), str):
                try:
                    arguments[name] = json.loads(arguments[name])
                except ValueError:
                    raise self.no(f"invalid_{name}_format") from None
        return arguments

    @staticmethod
    def no(error, status=200, headers=None, note="", **more):
        return Refusal(status, {"error": error, **more}, headers, note)

    def failure(self, status, request):
        if status == 429:
            if request.path.startswith("/api/"):
                return Answer(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": 1})
            return Answer(429, "rate_limited", {"Retry-After": 1})
        if status == 401 and request.path.startswith("/api/"):
            return Answer(200, {"ok": False, "error": "invalid_auth"})
        if status == 404 and request.path.startswith("/api/"):
            return Answer(200, {"ok": False, "error": "unknown_method"})
        if status == 404:
            return Answer(404, "no_service")
        return Answer(status, f"<html><body><h1>{status}</h1></body></html>" if status >= 500
                      else str(status))

    def log_in(self, request, given):
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        token = token if kind == "Bearer" else given.get("token")
        if not token:
            raise self.no("not_authed")
        if token == self.settings["expired_token"]:
            raise self.no("token_expired")
        if token != self.settings["token"]:
            raise self.no("invalid_auth")

    def limited(self, place):
        """Whether a second message within a second is refused."""
        now, before = time.monotonic(), self.last.get(place, -10)
        if self.settings["rate_limit"] and now - before < 1:
            return True
        self.last[place] = now
        return False

    # The Web API

    def api_test(self, request, given):
        return {"args": given}

    def auth_test(self, request, given):
        self.log_in(request, given)
        return {"url": f"{self.origin}/", "team": "Tests", "user": "vigil", "team_id": "T0000000001",
                "user_id": "U0000000001", "bot_id": "B0000000001"}

    def channel(self, given):
        named = str(given.get("channel") or "").removeprefix("#")
        for id, each in self.settings["channels"].items():
            if named in (id, each["name"]):
                if each["archived"]:
                    raise self.no("is_archived")
                if not each["member"]:
                    raise self.no("not_in_channel")
                return id
        raise self.no("channel_not_found")

    def chat_postMessage(self, request, given):
        self.log_in(request, given)
        channel = self.channel(given)
        message = self.message(given, self.refuse_api)
        if self.limited(channel):
            raise self.no("ratelimited", 429, {"Retry-After": 1})
        thread = given.get("thread_ts")
        if thread is not None and not re.fullmatch(r"\d+\.\d{6}", str(thread)):
            raise self.no("invalid_thread_ts")
        self.stamp += 1
        message = {
            "channel": channel, "ts": f"{int(time.time())}.{self.stamp:06d}", "thread_ts": thread,
            "via": "chat.postMessage", **message,
        }
        self.messages.append(message)
        shown = {"type": "message", "user": "U0000000001", "bot_id": "B0000000001",
                 "text": message["text"], "blocks": message["blocks"], "ts": message["ts"]}
        if thread:
            shown["thread_ts"] = thread
        return {"channel": channel, "ts": message["ts"], "message": shown}

    def chat_update(self, request, given):
        self.log_in(request, given)
        channel = self.channel(given)
        for each in self.messages:
            if each["channel"] == channel and each.get("ts") == given.get("ts"):
                each.update(self.message(given, self.refuse_api), edited=True)
                return {"channel": channel, "ts": each["ts"], "text": each["text"]}
        raise self.no("message_not_found")

    def refuse_api(self, error, problems=()):
        more = {"errors": [each.removeprefix("[ERROR] ") for each in problems],
                "response_metadata": {"messages": list(problems)}} if problems else {}
        raise self.no(error, note="; ".join(problems), **more)

    def message(self, given, refuse):
        """A message's text and blocks, if they are valid."""
        text, blocks = given.get("text"), given.get("blocks")
        if not text and not blocks and not given.get("attachments"):
            refuse("no_text")
        if text is not None and not isinstance(text, str):
            refuse("invalid_arguments")
        if misfit(given, {"attachments": list}):
            refuse("invalid_attachments_format")
        if len(given.get("attachments") or []) > 100:
            refuse("too_many_attachments")
        checker = Checker()
        if blocks is not None:
            if problems := checker.check(blocks):
                refuse("invalid_blocks", problems)
            if sum(len(each) for _, each in checker.texts) > self.settings["total_limit"]:
                refuse("msg_blocks_too_long")
        parsed = [each for kind, each in checker.texts if kind != "plain_text"]
        if not blocks and given.get("mrkdwn", True):
            parsed.append(text or "")
        pings = [hit[1] for each in parsed for hit in PING.finditer(each)]
        if given.get("link_names") or given.get("parse") == "full":
            pings += [f"!{hit}" for each in parsed for hit in NAME.findall(each)]
        return {
            "text": (text or "")[:40000],
            "blocks": blocks or [],
            "attachments": given.get("attachments") or [],
            "pings": pings,
            "links": [
                {"url": hit[1], "text": hit[2]} for each in parsed for hit in LINK.finditer(each)
            ],
        }

    # Webhooks

    def only_post(self, request, team, bot, secret):
        return Answer(400, "invalid_payload")

    def webhook(self, request, team, bot, secret):
        if secret in WEBHOOK_ERRORS:
            return Answer(*WEBHOOK_ERRORS[secret])
        if secret != self.settings["webhook_secret"]:
            return Answer(403, "invalid_token")
        try:
            text = request.body.decode()
            if "form" in request.headers.get("content-type", ""):
                text = urllib.parse.parse_qs(text)["payload"][0]
            given = json.loads(text)
            if not isinstance(given, dict):
                raise ValueError
        except (ValueError, KeyError):
            return Answer(400, "invalid_payload")
        message = self.message(given, self.refuse_webhook)
        if self.limited("webhook"):
            return self.failure(429, request)
        self.messages.append({"channel": "webhook", "ts": None, "thread_ts": None,
                              "via": "webhook", **message})
        return Answer(200, "ok")

    def refuse_webhook(self, error, problems=()):
        raise Refusal(400, error, note="; ".join(problems))

    def hook(self, request, name):
        """Any receiver of JSON."""
        try:
            self.received.append({"name": name, "body": request.json, "headers": request.headers})
        except ValueError:
            return Answer(400, {"error": "not JSON"})
        return Answer(200, {})

    # Tests' own doors

    def configure(self, settings):
        for name, value in settings.items():
            if isinstance(self.settings[name], dict):
                self.settings[name].update(value)
            else:
                self.settings[name] = value

    def state(self):
        return {"messages": self.messages, "received": self.received}

    def act(self, action):
        if action["action"] != "archive":
            raise KeyError(action["action"])
        self.settings["channels"][action["channel"]]["archived"] = True
