"""What a search sees of issues: the state they had a while ago."""

import copy
import time


class SearchIndex:
    """Snapshots of issues, each seen only so many seconds or searches after it was made."""

    def __init__(self, site):
        self.site = site
        self.seen = {}
        self.waiting = []

    def touch(self, issue):
        """An issue is new or has changed."""
        due = time.monotonic() + self.site["search_lag_seconds"]
        searches = self.site["search_lag_requests"]
        self.waiting.append([due, searches, copy.deepcopy(issue)])
        self.settle()

    def forget(self, issue):
        self.seen.pop(issue["id"], None)
        self.waiting = [each for each in self.waiting if each[2]["id"] != issue["id"]]

    def settle(self):
        """Takes over what has waited long enough."""
        now, still = time.monotonic(), []
        for entry in self.waiting:
            if entry[0] <= now and entry[1] <= 0:
                self.seen[entry[2]["id"]] = entry[2]
            else:
                still.append(entry)
        self.waiting = still

    def search(self, issues, reconciled=()):
        """The issues as one search sees them, those with reconciled identifiers as they are."""
        self.settle()
        for entry in self.waiting:
            entry[1] -= 1
        view = dict(self.seen)
        for id in reconciled:
            if id in issues:
                view[id] = issues[id]
        return list(view.values())
