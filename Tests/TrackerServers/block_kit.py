"""Slack's Block Kit: whether blocks are valid, and the texts in them.

The limits are those of Slack's reference of blocks and composition objects.
"""

BLOCKS = {
    # Keys that may be there, beside type and block_id.
    "section": {"text", "fields", "accessory", "expand"},
    "header": {"text"},
    "divider": set(),
    "context": {"elements"},
    "actions": {"elements"},
    "image": {"image_url", "slack_file", "alt_text", "title"},
    "markdown": {"text"},
    "rich_text": {"elements"},
    "table": {"rows", "column_settings"},
}
STYLES = ("primary", "danger")


class Checker:
    """Collects what is wrong with a message's blocks, with JSON pointers."""

    def __init__(self):
        self.problems = []
        self.texts = []  # every text with its type

    def say(self, place, problem):
        self.problems.append(f"[ERROR] {problem} [json-pointer:{place}]")

    def check(self, blocks):
        """The problems, none if the blocks are valid."""
        if not isinstance(blocks, list):
            self.say("/blocks", "must be an array")
            return self.problems
        if len(blocks) > 50:
            self.say("/blocks", "no more than 50 items allowed")
        seen = set()
        for index, block in enumerate(blocks):
            place = f"/blocks/{index}"
            if not isinstance(block, dict) or block.get("type") not in BLOCKS:
                kind = block.get("type") if isinstance(block, dict) else block
                self.say(f"{place}/type", f"unsupported type: {kind}")
                continue
            self.block(block, place, seen)
        if sum(each.get("type") == "table" for each in blocks if isinstance(each, dict)) > 1:
            self.say("/blocks", "only one table is allowed")
        markdown = sum(len(text) for kind, text in self.texts if kind == "markdown")
        if markdown > 12000:
            self.say("/blocks", "markdown must be less than 12001 characters together")
        return self.problems

    def block(self, block, place, seen):
        for name in set(block) - BLOCKS[block["type"]] - {"type", "block_id"}:
            self.say(f"{place}/{name}", f"invalid additional property: {name}")
        id = block.get("block_id")
        if id is not None:
            self.sized(id, f"{place}/block_id", 255)
            if str(id) in seen:
                self.say(f"{place}/block_id", f"block_id {id} already exists")
            seen.add(str(id))
        getattr(self, f"check_{block['type']}")(block, place)

    def sized(self, value, place, most):
        """A string of so many characters."""
        if not isinstance(value, str):
            return self.say(place, "must be a string")
        if not value:
            return self.say(place, "must be more than 0 characters")
        if len(value) > most:
            self.say(place, f"must be less than {most + 1} characters")

    def text(self, value, place, most, kinds=("plain_text", "mrkdwn")):
        """A text object of one of some kinds."""
        if not isinstance(value, dict):
            return self.say(place, "must provide an object")
        kind = value.get("type")
        if kind not in kinds:
            return self.say(f"{place}/type", f"must be one of: {', '.join(kinds)}")
        for name in set(value) - {"type", "text", "emoji" if kind == "plain_text" else "verbatim"}:
            self.say(f"{place}/{name}", f"invalid additional property: {name}")
        self.sized(value.get("text"), f"{place}/text", most)
        if isinstance(value.get("text"), str):
            self.texts.append((kind, value["text"]))

    def items(self, block, name, place, most):
        """The members of a list with 1 to so many."""
        value = block.get(name)
        if not isinstance(value, list):
            self.say(f"{place}/{name}", "must be an array")
            return []
        if not value:
            self.say(f"{place}/{name}", "no fewer than 1 items allowed")
        if len(value) > most:
            self.say(f"{place}/{name}", f"no more than {most} items allowed")
        return [(each, f"{place}/{name}/{index}") for index, each in enumerate(value)]

    def check_section(self, block, place):
        if "text" not in block and "fields" not in block:
            self.say(place, "missing required field: text or fields")
        if "text" in block:
            self.text(block["text"], f"{place}/text", 3000)
        if "fields" in block:
            for each, here in self.items(block, "fields", place, 10):
                self.text(each, here, 2000)
        if "accessory" in block:
            self.element(block["accessory"], f"{place}/accessory", ("button", "image", "overflow"))

    def check_header(self, block, place):
        self.text(block.get("text"), f"{place}/text", 150, ("plain_text",))

    def check_divider(self, block, place):
        pass

    def check_context(self, block, place):
        for each, here in self.items(block, "elements", place, 10):
            if isinstance(each, dict) and each.get("type") == "image":
                self.image(each, here)
            else:
                self.text(each, here, 3000)

    def check_actions(self, block, place):
        ids = set()
        for each, here in self.items(block, "elements", place, 25):
            self.element(each, here, ("button", "overflow"))
            id = str(each.get("action_id")) if isinstance(each, dict) else "None"
            if id != "None" and id in ids:
                self.say(f"{here}/action_id", f"action_id {id} already exists")
            ids.add(id)

    def check_image(self, block, place):
        self.image(block, place)
        if "title" in block:
            self.text(block["title"], f"{place}/title", 2000, ("plain_text",))

    def image(self, value, place):
        if "slack_file" not in value:
            self.sized(value.get("image_url"), f"{place}/image_url", 3000)
        self.sized(value.get("alt_text"), f"{place}/alt_text", 2000)

    def check_markdown(self, block, place):
        self.sized(block.get("text"), f"{place}/text", 12000)
        if isinstance(block.get("text"), str):
            self.texts.append(("markdown", block["text"]))

    def check_rich_text(self, block, place):
        kinds = [f"rich_text_{name}" for name in ("section", "list", "preformatted", "quote")]
        for each, here in self.items(block, "elements", place, 1000):
            if not isinstance(each, dict) or each.get("type") not in kinds:
                self.say(f"{here}/type", f"must be one of: {', '.join(kinds)}")
            elif not isinstance(each.get("elements"), list):
                self.say(f"{here}/elements", "must be an array")

    def check_table(self, block, place):
        for row, here in self.items(block, "rows", place, 100):
            if not isinstance(row, list) or not 1 <= len(row) <= 20:
                self.say(here, "must be an array of 1 to 20 cells")

    def element(self, value, place, kinds):
        """A button and the like."""
        if not isinstance(value, dict) or value.get("type") not in kinds:
            return self.say(f"{place}/type", f"must be one of: {', '.join(kinds)}")
        if value["type"] == "image":
            return self.image(value, place)
        if "action_id" in value:
            self.sized(value["action_id"], f"{place}/action_id", 255)
        if value["type"] == "overflow":
            for each, here in self.items(value, "options", place, 5):
                option = each if isinstance(each, dict) else {}
                self.text(option.get("text"), f"{here}/text", 75, ("plain_text",))
            return None
        self.text(value.get("text"), f"{place}/text", 75, ("plain_text",))
        if "url" in value:
            self.sized(value["url"], f"{place}/url", 3000)
        if "value" in value:
            self.sized(value["value"], f"{place}/value", 2000)
        if value.get("style", "primary") not in STYLES:
            self.say(f"{place}/style", f"must be one of: {', '.join(STYLES)}")
        return None
