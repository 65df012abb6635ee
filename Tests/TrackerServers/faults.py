"""Faults that tests ask for: which request they befall, and what happens to it."""

import re
from dataclasses import asdict, dataclass, field

ACTIONS = ("drop", "drop_after", "status", "slow", "malformed", "empty", "cut")


@dataclass
class Fault:
    """What befalls the nth request that fits, and as many after it as `count` says."""

    action: str
    method: str = ""  # any if empty; several with commas
    path: str = ""  # an expression, searched in the path
    body: object = None  # of the answer of `status`
    contains: str = ""  # an expression, searched in the request's body
    nth: int = 1
    count: int = 1  # 0: for ever
    status: int = 503
    headers: dict = field(default_factory=dict)
    seconds: float = 0
    when: str = "before"  # whether `status` and `slow` come before or after the request is handled
    seen: int = 0
    fired: int = 0

    def __post_init__(self):
        if self.action not in ACTIONS:
            raise ValueError(f"action is one of {', '.join(ACTIONS)}")
        if self.when not in ("before", "after"):
            raise ValueError("when is before or after")
        re.compile(self.path), re.compile(self.contains)

    @property
    def handles_first(self):
        """Whether the service does its work before the fault shows."""
        if self.action in ("status", "slow"):
            return self.when == "after"
        return self.action in ("drop_after", "malformed", "cut")

    def fits(self, request):
        return (
            (not self.method or request.method in self.method.split(","))
            and re.search(self.path, request.path)
            and re.search(self.contains, request.body.decode("utf-8", "replace"))
        )


class Faults:
    """The faults in force; each counts the requests that fit it."""

    def __init__(self):
        self.all = []

    def add(self, given):
        for each in given if isinstance(given, list) else [given]:
            self.all.append(Fault(**each))
        return self.shown()

    def shown(self):
        return [asdict(each) for each in self.all]

    def clear(self):
        self.all.clear()

    def of(self, request):
        """The first fault that befalls a request."""
        befalling = None
        for fault in self.all:
            if not fault.fits(request):
                continue
            fault.seen += 1
            due = fault.seen >= fault.nth
            spent = fault.count and fault.fired >= fault.count
            if befalling is None and due and not spent:
                fault.fired += 1
                befalling = fault
        return befalling
