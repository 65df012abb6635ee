extension Configuration {
  /// What `vigil init` writes: every key, those with a default commented out.
  static let template = """
    # Vigil's configuration. Relative paths start from this file's folder.
    # Check it with: vigil run --check-config

    # Whose dashboards they are; their header says so.
    title: Security

    artifacts:
      # Where the pipelines put the scanners' reports: a folder, or s3://bucket/prefix.
      from: artifacts
      # How their keys are made. Also: {branch}, {run}, {date}, {target}; the newest {run} or {date}
      # of a stream counts.
      layout: "{project}/{category}/{scanner}/{file}"
      # Only these branches count, where the layout has {branch}.
      # branches: [main]
      # Keys that are not reports, as the shell writes patterns.
      # ignore: ["*/README.md"]
      # Larger reports are not read, packed or unpacked.
      # max_size: 1 GiB
      # For S3, what the environment (AWS_REGION, AWS_PROFILE …) does not say:
      # endpoint: https://s3.example.com
      # region: eu-central-1
      # path_style: true
      # profile: nightly
      # certificates: company-ca.pem

    history:
      # Where snapshots are kept: a folder, or s3://bucket/prefix. Keep it private: it holds the key
      # under which secrets are recognised. The keys for S3 above may stand here too.
      at: history

    # The folder the dashboards are written to. GitLab Pages serves "public".
    output: public

    # A folder of templates that replace those in the program, file by file.
    # templates: templates

    secrets:
      # The key for the digests of secrets; without either, one is made and kept in the history.
      # key_variable: VIGIL_SECRET_KEY
      # key_file: secret.key

    scans:
      # Without a new report for longer than this a scan is stale.
      # stale_after_days: 7
      # Scans that nobody expects any more: project/category/scanner, target after it if there is one.
      # retired: ["shop/sast/old-scanner"]

    findings:
      # A finding that comes back within this time is the old one, reopened.
      # reopen_within_days: 90
      # Closed findings are kept this long.
      # keep_closed_days: 400
      # Rules that a scanner renamed: old name, new name.
      # renamed_rules: {B303: B324}

    # Reports that no reader knows, described: each in a file of its own, or here.
    # formats: [{file: formats/acme.yml}]

    # The address under which the dashboards are served: tickets lead there.
    # site: https://acme.pages.example.com/security/

    # Tickets, kept after the dashboards. Without apply: true nothing is changed: `vigil sync --plan`
    # shows what would be.
    tickets:
      # apply: true
      # jira-cloud, jira-data-center or gitlab, and the address people open.
      # tracker: jira-cloud
      # url: https://acme.atlassian.net
      # Where Jira Cloud takes scoped tokens.
      # api: https://api.atlassian.com/ex/jira/CLOUD-ID
      # The account, and where its token is kept.
      # user: vigil@acme.example.com
      # token_variable: JIRA_TOKEN
      # token_file: jira.token
      # certificates: company-ca.pem
      # For so many minutes steps are begun, and so many tickets a run may open.
      # minutes: 10
      # most_per_run: 25
      # What comes back within this time is reopened; later it gets a new ticket.
      # reopen_within_days: 30
      # Whether issues are moved to done, or only told that they should be.
      # close: true
      # Where a line of code is shown.
      # source: "https://gitlab.acme.example.com/{project}/-/blob/{commit}/{path}#L{line}"
      # Which words of the tracker are decisions, and which ones Vigil closes with.
      # decisions: {false_positive: [False Positive], accepted: [Risk Accepted], wont_fix: [Declined]}
      # resolutions: {fixed: [Done], suppressed: [Declined]}
      # Which findings go where; the first route that takes one counts. Also: categories, scanners,
      # components, assignee, labels, parent.
      # routes: [{projects: ["shop*"], severity: high, group: finding, project: SHOP, type: Bug, priorities: {critical: Highest}, due_days: {critical: 7}}]

    # Who is told what is new, after the dashboards: one message a run and route.
    messages:
      # Without it nothing is sent: `vigil sync --plan` shows what would be.
      # apply: true
      # certificates: company-ca.pem
      # Each has one receiver: slack_webhook_variable; slack_token_variable with channel; or
      # webhook_variable for any program that takes JSON. Also: projects, categories, mention,
      # markdown_file.
      # routes: [{name: security, severity: high, quiet: true, slack_webhook_variable: SLACK_WEBHOOK}]

    gate:
      # Exit code 1 if a finding of this severity or worse is new, or open at all.
      # new: high
      # open: critical

    """
}
