#!/usr/bin/env python3
"""Checks the servers with the clients that people use; exits with 1 and says what failed."""

import sys
import traceback

import check_faults
import check_gitlab
import check_jira
import check_slack


def main():
    wanted, failed = sys.argv[1:], []
    for module in (check_jira, check_gitlab, check_slack, check_faults):
        for name, check in vars(module).items():
            if not name.startswith("check_") or (wanted and name not in wanted):
                continue
            try:
                check()
            except Exception:
                failed.append(name)
                print(f"{name}: {traceback.format_exc()}", flush=True)
            else:
                print(f"{name}: as expected", flush=True)
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
