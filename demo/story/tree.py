"""The checked-out projects, and the edits that a night makes to them."""

import json
import shutil
from pathlib import Path

from made_up_secrets import filled_in

HERE = Path(__file__).resolve().parent


class Tree:
    """A folder with the projects, the rules and what the two services on loopback answer."""

    def __init__(self, root):
        self.root = Path(root)

    def check_out(self, project):
        """Lays out a project as it was on its first night, with its made-up secrets."""
        source = HERE.parent / "projects" / project
        shutil.copytree(source, self.root / project)
        for file in (self.root / project).rglob("*"):
            if file.is_file():
                file.write_text(filled_in(file.read_text()))
        shutil.copytree(HERE.parent / "rules" / project, self.root / "rules" / project)

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(filled_in(text))

    def append(self, path, text):
        file = self.root / path
        file.write_text(file.read_text() + text)

    def replace(self, path, old, new):
        file = self.root / path
        text = file.read_text()
        if text.count(old) != 1:
            raise ValueError(f"{path} holds {text.count(old)} of: {old}")
        file.write_text(text.replace(old, new))

    def cut_out(self, path, first, after):
        """Takes out the lines from `first` up to `after`, and returns them."""
        file = self.root / path
        text = file.read_text()
        start = text.index(first)
        end = text.index(after, start)
        file.write_text(text[:start] + text[end:])
        return text[start:end]

    def move(self, old, new):
        (self.root / old).rename(self.root / new)

    def set_account(self, **account):
        """What the AWS account holds from this night on."""
        self.write("services/account.json", json.dumps(account, indent=2))

    def publish_advisories(self, date):
        """What the advisory mirror knows on a night."""
        known = json.loads((HERE / "advisories.json").read_text())
        known = [advisory for advisory in known if advisory.get("from", "") <= date]
        self.write("services/advisories.json", json.dumps(known, indent=2))
