"""Drives the Slack server with PyPI's `slack_sdk`."""

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.models.blocks import (
    ActionsBlock, ButtonElement, ContextBlock, DividerBlock, HeaderBlock, MarkdownTextObject,
    SectionBlock,
)
from slack_sdk.webhook import WebhookClient

from checking import Started, refused

HOOK = "/services/T0/B0/webhook-secret-of-tests"


def connected(server, token="xoxb-token-of-tests"):
    return WebClient(token=token, base_url=f"{server.url}/api/", retry_handlers=[])


def section(text="text", **more):
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def check_messages_of_slack():
    with Started("slack") as server:
        client = connected(server)
        assert client.auth_test()["user"] == "vigil"
        blocks = [
            HeaderBlock(text="Night"), DividerBlock(),
            SectionBlock(text="*3* new", fields=["a", "b"], block_id="one"),
            ContextBlock(elements=[MarkdownTextObject(text="<https://tests.invalid|page>")]),
            ActionsBlock(elements=[ButtonElement(text="Open", url="https://tests.invalid")]),
        ]
        sent = client.chat_postMessage(channel="#security", text="Night", blocks=blocks)
        client.chat_postMessage(channel=sent["channel"], text="More", thread_ts=sent["ts"])
        client.chat_update(channel=sent["channel"], ts=sent["ts"], text="Changed")
        hook = WebhookClient(server.url + HOOK)
        assert hook.send(text="<!channel> &lt;!here&gt; <@U123>").body == "ok"
        first, second, third = server.state()["messages"]
        assert first["text"] == "Changed" and second["thread_ts"] == first["ts"]
        assert third["pings"] == ["!channel", "@U123"]


def check_refusals_of_slack():
    with Started("slack") as server:
        client = connected(server)
        post = client.chat_postMessage
        error = lambda call: refused(SlackApiError, call).response["error"]
        assert error(lambda: connected(server, "x").auth_test()) == "invalid_auth"
        assert error(lambda: connected(server, "xoxb-expired-of-tests").auth_test()) == "token_expired"
        assert error(lambda: post(channel="none", text="x")) == "channel_not_found"
        assert error(lambda: post(channel="elsewhere", text="x")) == "not_in_channel"
        assert error(lambda: post(channel="archive", text="x")) == "is_archived"
        assert error(lambda: post(channel="security", text="")) == "no_text"
        button = {"type": "button", "text": {"type": "plain_text", "text": "x"}, "url": "h" * 3001}
        context = {"type": "context", "elements": [{"type": "mrkdwn", "text": "x"}] * 11}
        fields = [{"type": "mrkdwn", "text": "x" * 2001}]
        header = {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}
        for blocks, place in (
            ([section()] * 51, "/blocks"), ([section("x" * 3001)], "/blocks/0/text/text"),
            ([section("")], "/blocks/0/text/text"), ([header], "/blocks/0/text/text"),
            ([section(block_id="a")] * 2, "/blocks/1/block_id"), ([context], "/blocks/0/elements"),
            ([{"type": "actions", "elements": [button]}], "/blocks/0/elements/0/url"),
            ([{"type": "section", "fields": fields}], "/blocks/0/fields/0/text"),
            ([{"type": "other"}], "/blocks/0/type"), ([section(more=1)], "/blocks/0/more"),
        ):
            answer = refused(
                SlackApiError, lambda: post(channel="security", text="x", blocks=blocks)
            ).response
            messages = answer["response_metadata"]["messages"]
            assert answer["error"] == "invalid_blocks" and f"[json-pointer:{place}]" in messages[0]
        long = [section("x" * 2900)] * 5
        assert error(lambda: post(channel="security", text="x", blocks=long)) == "msg_blocks_too_long"
        server.settings(rate_limit=True)
        post(channel="security", text="x")
        answer = refused(SlackApiError, lambda: post(channel="security", text="x")).response
        assert answer.status_code == 429 and answer.headers["Retry-After"] == "1"
        assert len(server.state()["messages"]) == 1


def check_webhooks():
    with Started("slack") as server:
        for secret, status, body in (
            ("archived", 410, "channel_is_archived"), ("no-service", 404, "no_service"),
            ("prohibited", 403, "action_prohibited"), ("other", 403, "invalid_token"),
        ):
            answer = WebhookClient(f"{server.url}/services/T0/B0/{secret}").send(text="x")
            assert (answer.status_code, answer.body) == (status, body)
        hook = WebhookClient(server.url + HOOK)
        assert hook.send(blocks=[section("")]).body == "invalid_blocks"
        assert hook.send(text="").body == "no_text"
        assert server.send("POST", HOOK, [1]) == (400, "invalid_payload")
        assert server.send("POST", "/hook/any", {"a": 1}) == (200, {})
        assert server.state()["received"][0]["body"] == {"a": 1} and not server.state()["messages"]
