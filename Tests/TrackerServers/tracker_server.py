#!/usr/bin/env python3
"""A tracker or messenger on the loopback: prints its port, then serves until it is ended."""

import argparse
import signal

from gitlab_server import GitLab
from jira_cloud import JiraCloud
from jira_data_center import JiraDataCenter
from loopback import Server
from slack_server import Slack

SERVICES = {each.name: each for each in (JiraCloud, JiraDataCenter, GitLab, Slack)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("service", choices=sorted(SERVICES))
    parser.add_argument("--port", type=int, default=0, help="0 (as a rule) takes a free one")
    parser.add_argument("--context", default="", help="Data Center's context path, such as /jira")
    parser.add_argument("--adf-schema", help="Atlassian's schema of its document format")
    options = parser.parse_args()
    # A test runner may have made its children deaf to it.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    server = Server(SERVICES[options.service](options), options.port)
    print(server.server_address[1], flush=True)
    try:
        server.serve_forever(poll_interval=0.05)
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
