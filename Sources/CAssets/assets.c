// Written by the script "generate": the list of files that are part of the binary.

#include "CAssets.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// assets/icon.svg
static const uint8_t file1[] = {
#embed "../../site/assets/icon.svg" if_empty(0) suffix(, 0)
};

// assets/script.js
static const uint8_t file2[] = {
#embed "../../site/assets/script.js" if_empty(0) suffix(, 0)
};

// assets/style.css
static const uint8_t file3[] = {
#embed "../../site/assets/style.css" if_empty(0) suffix(, 0)
};

// dashboards/actions.html.mustache
static const uint8_t file4[] = {
#embed "../../templates/dashboards/actions.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/changes.html.mustache
static const uint8_t file5[] = {
#embed "../../templates/dashboards/changes.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/changes.md.mustache
static const uint8_t file6[] = {
#embed "../../templates/dashboards/changes.md.mustache" if_empty(0) suffix(, 0)
};

// dashboards/chart.html.mustache
static const uint8_t file7[] = {
#embed "../../templates/dashboards/chart.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/definitions.html.mustache
static const uint8_t file8[] = {
#embed "../../templates/dashboards/definitions.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/finding-sections.html.mustache
static const uint8_t file9[] = {
#embed "../../templates/dashboards/finding-sections.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/findings-index.html.mustache
static const uint8_t file10[] = {
#embed "../../templates/dashboards/findings-index.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/findings.html.mustache
static const uint8_t file11[] = {
#embed "../../templates/dashboards/findings.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/foot.html.mustache
static const uint8_t file12[] = {
#embed "../../templates/dashboards/foot.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/frame.md.mustache
static const uint8_t file13[] = {
#embed "../../templates/dashboards/frame.md.mustache" if_empty(0) suffix(, 0)
};

// dashboards/head.html.mustache
static const uint8_t file14[] = {
#embed "../../templates/dashboards/head.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/health.html.mustache
static const uint8_t file15[] = {
#embed "../../templates/dashboards/health.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/health.md.mustache
static const uint8_t file16[] = {
#embed "../../templates/dashboards/health.md.mustache" if_empty(0) suffix(, 0)
};

// dashboards/index.html.mustache
static const uint8_t file17[] = {
#embed "../../templates/dashboards/index.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/index.md.mustache
static const uint8_t file18[] = {
#embed "../../templates/dashboards/index.md.mustache" if_empty(0) suffix(, 0)
};

// dashboards/pages.html.mustache
static const uint8_t file19[] = {
#embed "../../templates/dashboards/pages.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/permalinks.html.mustache
static const uint8_t file20[] = {
#embed "../../templates/dashboards/permalinks.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/project-table.html.mustache
static const uint8_t file21[] = {
#embed "../../templates/dashboards/project-table.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/project.html.mustache
static const uint8_t file22[] = {
#embed "../../templates/dashboards/project.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/project.md.mustache
static const uint8_t file23[] = {
#embed "../../templates/dashboards/project.md.mustache" if_empty(0) suffix(, 0)
};

// dashboards/projects.html.mustache
static const uint8_t file24[] = {
#embed "../../templates/dashboards/projects.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/rule.html.mustache
static const uint8_t file25[] = {
#embed "../../templates/dashboards/rule.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/rules.html.mustache
static const uint8_t file26[] = {
#embed "../../templates/dashboards/rules.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/scan-table.html.mustache
static const uint8_t file27[] = {
#embed "../../templates/dashboards/scan-table.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/scans.html.mustache
static const uint8_t file28[] = {
#embed "../../templates/dashboards/scans.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/scans.md.mustache
static const uint8_t file29[] = {
#embed "../../templates/dashboards/scans.md.mustache" if_empty(0) suffix(, 0)
};

// dashboards/standing.html.mustache
static const uint8_t file30[] = {
#embed "../../templates/dashboards/standing.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/standing.md.mustache
static const uint8_t file31[] = {
#embed "../../templates/dashboards/standing.md.mustache" if_empty(0) suffix(, 0)
};

// dashboards/steps.html.mustache
static const uint8_t file32[] = {
#embed "../../templates/dashboards/steps.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/ticket-list.html.mustache
static const uint8_t file33[] = {
#embed "../../templates/dashboards/ticket-list.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/ticket-section.html.mustache
static const uint8_t file34[] = {
#embed "../../templates/dashboards/ticket-section.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/ticket-section.md.mustache
static const uint8_t file35[] = {
#embed "../../templates/dashboards/ticket-section.md.mustache" if_empty(0) suffix(, 0)
};

// dashboards/ticket-summary.html.mustache
static const uint8_t file36[] = {
#embed "../../templates/dashboards/ticket-summary.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/ticket-summary.md.mustache
static const uint8_t file37[] = {
#embed "../../templates/dashboards/ticket-summary.md.mustache" if_empty(0) suffix(, 0)
};

// dashboards/tickets.html.mustache
static const uint8_t file38[] = {
#embed "../../templates/dashboards/tickets.html.mustache" if_empty(0) suffix(, 0)
};

// dashboards/tickets.md.mustache
static const uint8_t file39[] = {
#embed "../../templates/dashboards/tickets.md.mustache" if_empty(0) suffix(, 0)
};

// messages/closed.md.mustache
static const uint8_t file40[] = {
#embed "../../templates/messages/closed.md.mustache" if_empty(0) suffix(, 0)
};

// messages/digest.md.mustache
static const uint8_t file41[] = {
#embed "../../templates/messages/digest.md.mustache" if_empty(0) suffix(, 0)
};

// messages/finding.md.mustache
static const uint8_t file42[] = {
#embed "../../templates/messages/finding.md.mustache" if_empty(0) suffix(, 0)
};

// messages/foot.md.mustache
static const uint8_t file43[] = {
#embed "../../templates/messages/foot.md.mustache" if_empty(0) suffix(, 0)
};

// messages/nothing.md.mustache
static const uint8_t file44[] = {
#embed "../../templates/messages/nothing.md.mustache" if_empty(0) suffix(, 0)
};

// messages/scan.md.mustache
static const uint8_t file45[] = {
#embed "../../templates/messages/scan.md.mustache" if_empty(0) suffix(, 0)
};

// messages/summary.md.mustache
static const uint8_t file46[] = {
#embed "../../templates/messages/summary.md.mustache" if_empty(0) suffix(, 0)
};

// messages/title.txt.mustache
static const uint8_t file47[] = {
#embed "../../templates/messages/title.txt.mustache" if_empty(0) suffix(, 0)
};

// nights/2026-11-12/shop/container/hadolint/hadolint.sarif
static const uint8_t file48[] = {
#embed "../../demo/nights/2026-11-12/shop/container/hadolint/hadolint.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-12/shop/dependency/pip-audit/cyclonedx.json
static const uint8_t file49[] = {
#embed "../../demo/nights/2026-11-12/shop/dependency/pip-audit/cyclonedx.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-12/shop/sast/bandit/bandit.json
static const uint8_t file50[] = {
#embed "../../demo/nights/2026-11-12/shop/sast/bandit/bandit.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-12/shop/sast/cppcheck/cppcheck.sarif
static const uint8_t file51[] = {
#embed "../../demo/nights/2026-11-12/shop/sast/cppcheck/cppcheck.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-12/shop/sast/flawfinder/flawfinder.sarif
static const uint8_t file52[] = {
#embed "../../demo/nights/2026-11-12/shop/sast/flawfinder/flawfinder.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-12/shop/sast/njsscan/gl-sast-report.json
static const uint8_t file53[] = {
#embed "../../demo/nights/2026-11-12/shop/sast/njsscan/gl-sast-report.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-12/shop/sast/semgrep/semgrep.sarif
static const uint8_t file54[] = {
#embed "../../demo/nights/2026-11-12/shop/sast/semgrep/semgrep.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-12/shop/sast/zizmor/zizmor.sarif
static const uint8_t file55[] = {
#embed "../../demo/nights/2026-11-12/shop/sast/zizmor/zizmor.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-12/shop/secrets/gitleaks/gitleaks.json
static const uint8_t file56[] = {
#embed "../../demo/nights/2026-11-12/shop/secrets/gitleaks/gitleaks.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-13/shop/sast/bandit/bandit.json
static const uint8_t file57[] = {
#embed "../../demo/nights/2026-11-13/shop/sast/bandit/bandit.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-13/shop/sast/semgrep/semgrep.sarif
static const uint8_t file58[] = {
#embed "../../demo/nights/2026-11-13/shop/sast/semgrep/semgrep.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-13/shop/secrets/gitleaks/gitleaks.json
static const uint8_t file59[] = {
#embed "../../demo/nights/2026-11-13/shop/secrets/gitleaks/gitleaks.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-14/infra/cloud/prowler/prowler.ocsf.json
static const uint8_t file60[] = {
#embed "../../demo/nights/2026-11-14/infra/cloud/prowler/prowler.ocsf.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-14/infra/iac/ansible-lint/ansible-lint.sarif
static const uint8_t file61[] = {
#embed "../../demo/nights/2026-11-14/infra/iac/ansible-lint/ansible-lint.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-14/infra/iac/cfn-lint/cfn-lint.sarif
static const uint8_t file62[] = {
#embed "../../demo/nights/2026-11-14/infra/iac/cfn-lint/cfn-lint.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-14/infra/iac/checkov/checkov.json
static const uint8_t file63[] = {
#embed "../../demo/nights/2026-11-14/infra/iac/checkov/checkov.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-14/infra/kubernetes/checkov/checkov.json
static const uint8_t file64[] = {
#embed "../../demo/nights/2026-11-14/infra/kubernetes/checkov/checkov.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-14/infra/sast/semgrep/semgrep.json
static const uint8_t file65[] = {
#embed "../../demo/nights/2026-11-14/infra/sast/semgrep/semgrep.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-14/infra/secrets/gitleaks/gitleaks.json
static const uint8_t file66[] = {
#embed "../../demo/nights/2026-11-14/infra/secrets/gitleaks/gitleaks.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-15/infra/iac/cfn-lint/cfn-lint.sarif
static const uint8_t file67[] = {
#embed "../../demo/nights/2026-11-15/infra/iac/cfn-lint/cfn-lint.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-15/infra/iac/checkov/checkov.json
static const uint8_t file68[] = {
#embed "../../demo/nights/2026-11-15/infra/iac/checkov/checkov.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-15/infra/sast/semgrep/semgrep.json
static const uint8_t file69[] = {
#embed "../../demo/nights/2026-11-15/infra/sast/semgrep/semgrep.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-15/shop/dependency/pip-audit/cyclonedx.json
static const uint8_t file70[] = {
#embed "../../demo/nights/2026-11-15/shop/dependency/pip-audit/cyclonedx.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-15/shop/sast/bandit/bandit.json
static const uint8_t file71[] = {
#embed "../../demo/nights/2026-11-15/shop/sast/bandit/bandit.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-15/shop/sast/flawfinder/flawfinder.sarif
static const uint8_t file72[] = {
#embed "../../demo/nights/2026-11-15/shop/sast/flawfinder/flawfinder.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-15/shop/sast/semgrep/semgrep.sarif
static const uint8_t file73[] = {
#embed "../../demo/nights/2026-11-15/shop/sast/semgrep/semgrep.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-15/shop/secrets/gitleaks/gitleaks.json
static const uint8_t file74[] = {
#embed "../../demo/nights/2026-11-15/shop/secrets/gitleaks/gitleaks.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-16/infra/cloud/prowler/prowler.ocsf.json
static const uint8_t file75[] = {
#embed "../../demo/nights/2026-11-16/infra/cloud/prowler/prowler.ocsf.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-16/shop/sast/njsscan/gl-sast-report.json
static const uint8_t file76[] = {
#embed "../../demo/nights/2026-11-16/shop/sast/njsscan/gl-sast-report.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-16/shop/sast/semgrep/semgrep.sarif
static const uint8_t file77[] = {
#embed "../../demo/nights/2026-11-16/shop/sast/semgrep/semgrep.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-16/shop/secrets/gitleaks/gitleaks.json
static const uint8_t file78[] = {
#embed "../../demo/nights/2026-11-16/shop/secrets/gitleaks/gitleaks.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-17/shop/dependency/pip-audit/cyclonedx.json
static const uint8_t file79[] = {
#embed "../../demo/nights/2026-11-17/shop/dependency/pip-audit/cyclonedx.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-17/shop/sast/semgrep/semgrep.sarif
static const uint8_t file80[] = {
#embed "../../demo/nights/2026-11-17/shop/sast/semgrep/semgrep.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-17/shop/secrets/gitleaks/gitleaks.json
static const uint8_t file81[] = {
#embed "../../demo/nights/2026-11-17/shop/secrets/gitleaks/gitleaks.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-18/infra/iac/checkov/checkov.json
static const uint8_t file82[] = {
#embed "../../demo/nights/2026-11-18/infra/iac/checkov/checkov.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-18/infra/sast/semgrep/semgrep.json
static const uint8_t file83[] = {
#embed "../../demo/nights/2026-11-18/infra/sast/semgrep/semgrep.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-18/shop/sast/bandit/bandit.json
static const uint8_t file84[] = {
#embed "../../demo/nights/2026-11-18/shop/sast/bandit/bandit.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-18/shop/sast/cppcheck/cppcheck.sarif
static const uint8_t file85[] = {
#embed "../../demo/nights/2026-11-18/shop/sast/cppcheck/cppcheck.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-18/shop/sast/flawfinder/flawfinder.sarif
static const uint8_t file86[] = {
#embed "../../demo/nights/2026-11-18/shop/sast/flawfinder/flawfinder.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-18/shop/sast/njsscan/gl-sast-report.json
static const uint8_t file87[] = {
#embed "../../demo/nights/2026-11-18/shop/sast/njsscan/gl-sast-report.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-18/shop/sast/semgrep/semgrep.sarif
static const uint8_t file88[] = {
#embed "../../demo/nights/2026-11-18/shop/sast/semgrep/semgrep.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-18/shop/secrets/gitleaks/gitleaks.json
static const uint8_t file89[] = {
#embed "../../demo/nights/2026-11-18/shop/secrets/gitleaks/gitleaks.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-19/infra/kubernetes/checkov/checkov.json
static const uint8_t file90[] = {
#embed "../../demo/nights/2026-11-19/infra/kubernetes/checkov/checkov.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-19/infra/sast/semgrep/semgrep.json
static const uint8_t file91[] = {
#embed "../../demo/nights/2026-11-19/infra/sast/semgrep/semgrep.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-19/removed.txt
static const uint8_t file92[] = {
#embed "../../demo/nights/2026-11-19/removed.txt" if_empty(0) suffix(, 0)
};

// nights/2026-11-19/shop/dependency/pip-audit/cyclonedx.json
static const uint8_t file93[] = {
#embed "../../demo/nights/2026-11-19/shop/dependency/pip-audit/cyclonedx.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-20/infra/cloud/prowler/prowler.ocsf.json
static const uint8_t file94[] = {
#embed "../../demo/nights/2026-11-20/infra/cloud/prowler/prowler.ocsf.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-20/infra/iac/checkov/checkov.json
static const uint8_t file95[] = {
#embed "../../demo/nights/2026-11-20/infra/iac/checkov/checkov.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-20/infra/sast/semgrep/semgrep.json
static const uint8_t file96[] = {
#embed "../../demo/nights/2026-11-20/infra/sast/semgrep/semgrep.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-20/shop/sast/bandit/bandit.json
static const uint8_t file97[] = {
#embed "../../demo/nights/2026-11-20/shop/sast/bandit/bandit.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-20/shop/sast/semgrep/semgrep.sarif
static const uint8_t file98[] = {
#embed "../../demo/nights/2026-11-20/shop/sast/semgrep/semgrep.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-20/shop/secrets/gitleaks/gitleaks.json
static const uint8_t file99[] = {
#embed "../../demo/nights/2026-11-20/shop/secrets/gitleaks/gitleaks.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-21/infra/iac/checkov/checkov.json
static const uint8_t file100[] = {
#embed "../../demo/nights/2026-11-21/infra/iac/checkov/checkov.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-21/shop/sast/bandit/bandit.json
static const uint8_t file101[] = {
#embed "../../demo/nights/2026-11-21/shop/sast/bandit/bandit.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-21/shop/sast/semgrep/semgrep.sarif
static const uint8_t file102[] = {
#embed "../../demo/nights/2026-11-21/shop/sast/semgrep/semgrep.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-22/infra/iac/checkov/checkov.json
static const uint8_t file103[] = {
#embed "../../demo/nights/2026-11-22/infra/iac/checkov/checkov.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-22/infra/sast/semgrep/semgrep.json
static const uint8_t file104[] = {
#embed "../../demo/nights/2026-11-22/infra/sast/semgrep/semgrep.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-22/shop/sast/bandit/bandit.json
static const uint8_t file105[] = {
#embed "../../demo/nights/2026-11-22/shop/sast/bandit/bandit.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-22/shop/sast/semgrep/semgrep.sarif
static const uint8_t file106[] = {
#embed "../../demo/nights/2026-11-22/shop/sast/semgrep/semgrep.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-23/infra/iac/checkov/checkov.json
static const uint8_t file107[] = {
#embed "../../demo/nights/2026-11-23/infra/iac/checkov/checkov.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-23/infra/sast/semgrep/semgrep.json
static const uint8_t file108[] = {
#embed "../../demo/nights/2026-11-23/infra/sast/semgrep/semgrep.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-23/infra/secrets/gitleaks/gitleaks.json
static const uint8_t file109[] = {
#embed "../../demo/nights/2026-11-23/infra/secrets/gitleaks/gitleaks.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-23/removed.txt
static const uint8_t file110[] = {
#embed "../../demo/nights/2026-11-23/removed.txt" if_empty(0) suffix(, 0)
};

// nights/2026-11-23/shop/container/hadolint/hadolint.sarif
static const uint8_t file111[] = {
#embed "../../demo/nights/2026-11-23/shop/container/hadolint/hadolint.sarif" if_empty(0) suffix(, 0)
};

// nights/2026-11-23/shop/sast/bandit/bandit.json
static const uint8_t file112[] = {
#embed "../../demo/nights/2026-11-23/shop/sast/bandit/bandit.json" if_empty(0) suffix(, 0)
};

// nights/2026-11-23/shop/sast/semgrep/semgrep.sarif
static const uint8_t file113[] = {
#embed "../../demo/nights/2026-11-23/shop/sast/semgrep/semgrep.sarif" if_empty(0) suffix(, 0)
};

// tickets/comment.md.mustache
static const uint8_t file114[] = {
#embed "../../templates/tickets/comment.md.mustache" if_empty(0) suffix(, 0)
};

// tickets/description.md.mustache
static const uint8_t file115[] = {
#embed "../../templates/tickets/description.md.mustache" if_empty(0) suffix(, 0)
};

// tickets/title.txt.mustache
static const uint8_t file116[] = {
#embed "../../templates/tickets/title.txt.mustache" if_empty(0) suffix(, 0)
};

static const struct CAsset table[] = {
    {"assets/icon.svg", file1, sizeof file1 - 1},
    {"assets/script.js", file2, sizeof file2 - 1},
    {"assets/style.css", file3, sizeof file3 - 1},
    {"dashboards/actions.html.mustache", file4, sizeof file4 - 1},
    {"dashboards/changes.html.mustache", file5, sizeof file5 - 1},
    {"dashboards/changes.md.mustache", file6, sizeof file6 - 1},
    {"dashboards/chart.html.mustache", file7, sizeof file7 - 1},
    {"dashboards/definitions.html.mustache", file8, sizeof file8 - 1},
    {"dashboards/finding-sections.html.mustache", file9, sizeof file9 - 1},
    {"dashboards/findings-index.html.mustache", file10, sizeof file10 - 1},
    {"dashboards/findings.html.mustache", file11, sizeof file11 - 1},
    {"dashboards/foot.html.mustache", file12, sizeof file12 - 1},
    {"dashboards/frame.md.mustache", file13, sizeof file13 - 1},
    {"dashboards/head.html.mustache", file14, sizeof file14 - 1},
    {"dashboards/health.html.mustache", file15, sizeof file15 - 1},
    {"dashboards/health.md.mustache", file16, sizeof file16 - 1},
    {"dashboards/index.html.mustache", file17, sizeof file17 - 1},
    {"dashboards/index.md.mustache", file18, sizeof file18 - 1},
    {"dashboards/pages.html.mustache", file19, sizeof file19 - 1},
    {"dashboards/permalinks.html.mustache", file20, sizeof file20 - 1},
    {"dashboards/project-table.html.mustache", file21, sizeof file21 - 1},
    {"dashboards/project.html.mustache", file22, sizeof file22 - 1},
    {"dashboards/project.md.mustache", file23, sizeof file23 - 1},
    {"dashboards/projects.html.mustache", file24, sizeof file24 - 1},
    {"dashboards/rule.html.mustache", file25, sizeof file25 - 1},
    {"dashboards/rules.html.mustache", file26, sizeof file26 - 1},
    {"dashboards/scan-table.html.mustache", file27, sizeof file27 - 1},
    {"dashboards/scans.html.mustache", file28, sizeof file28 - 1},
    {"dashboards/scans.md.mustache", file29, sizeof file29 - 1},
    {"dashboards/standing.html.mustache", file30, sizeof file30 - 1},
    {"dashboards/standing.md.mustache", file31, sizeof file31 - 1},
    {"dashboards/steps.html.mustache", file32, sizeof file32 - 1},
    {"dashboards/ticket-list.html.mustache", file33, sizeof file33 - 1},
    {"dashboards/ticket-section.html.mustache", file34, sizeof file34 - 1},
    {"dashboards/ticket-section.md.mustache", file35, sizeof file35 - 1},
    {"dashboards/ticket-summary.html.mustache", file36, sizeof file36 - 1},
    {"dashboards/ticket-summary.md.mustache", file37, sizeof file37 - 1},
    {"dashboards/tickets.html.mustache", file38, sizeof file38 - 1},
    {"dashboards/tickets.md.mustache", file39, sizeof file39 - 1},
    {"messages/closed.md.mustache", file40, sizeof file40 - 1},
    {"messages/digest.md.mustache", file41, sizeof file41 - 1},
    {"messages/finding.md.mustache", file42, sizeof file42 - 1},
    {"messages/foot.md.mustache", file43, sizeof file43 - 1},
    {"messages/nothing.md.mustache", file44, sizeof file44 - 1},
    {"messages/scan.md.mustache", file45, sizeof file45 - 1},
    {"messages/summary.md.mustache", file46, sizeof file46 - 1},
    {"messages/title.txt.mustache", file47, sizeof file47 - 1},
    {"nights/2026-11-12/shop/container/hadolint/hadolint.sarif", file48, sizeof file48 - 1},
    {"nights/2026-11-12/shop/dependency/pip-audit/cyclonedx.json", file49, sizeof file49 - 1},
    {"nights/2026-11-12/shop/sast/bandit/bandit.json", file50, sizeof file50 - 1},
    {"nights/2026-11-12/shop/sast/cppcheck/cppcheck.sarif", file51, sizeof file51 - 1},
    {"nights/2026-11-12/shop/sast/flawfinder/flawfinder.sarif", file52, sizeof file52 - 1},
    {"nights/2026-11-12/shop/sast/njsscan/gl-sast-report.json", file53, sizeof file53 - 1},
    {"nights/2026-11-12/shop/sast/semgrep/semgrep.sarif", file54, sizeof file54 - 1},
    {"nights/2026-11-12/shop/sast/zizmor/zizmor.sarif", file55, sizeof file55 - 1},
    {"nights/2026-11-12/shop/secrets/gitleaks/gitleaks.json", file56, sizeof file56 - 1},
    {"nights/2026-11-13/shop/sast/bandit/bandit.json", file57, sizeof file57 - 1},
    {"nights/2026-11-13/shop/sast/semgrep/semgrep.sarif", file58, sizeof file58 - 1},
    {"nights/2026-11-13/shop/secrets/gitleaks/gitleaks.json", file59, sizeof file59 - 1},
    {"nights/2026-11-14/infra/cloud/prowler/prowler.ocsf.json", file60, sizeof file60 - 1},
    {"nights/2026-11-14/infra/iac/ansible-lint/ansible-lint.sarif", file61, sizeof file61 - 1},
    {"nights/2026-11-14/infra/iac/cfn-lint/cfn-lint.sarif", file62, sizeof file62 - 1},
    {"nights/2026-11-14/infra/iac/checkov/checkov.json", file63, sizeof file63 - 1},
    {"nights/2026-11-14/infra/kubernetes/checkov/checkov.json", file64, sizeof file64 - 1},
    {"nights/2026-11-14/infra/sast/semgrep/semgrep.json", file65, sizeof file65 - 1},
    {"nights/2026-11-14/infra/secrets/gitleaks/gitleaks.json", file66, sizeof file66 - 1},
    {"nights/2026-11-15/infra/iac/cfn-lint/cfn-lint.sarif", file67, sizeof file67 - 1},
    {"nights/2026-11-15/infra/iac/checkov/checkov.json", file68, sizeof file68 - 1},
    {"nights/2026-11-15/infra/sast/semgrep/semgrep.json", file69, sizeof file69 - 1},
    {"nights/2026-11-15/shop/dependency/pip-audit/cyclonedx.json", file70, sizeof file70 - 1},
    {"nights/2026-11-15/shop/sast/bandit/bandit.json", file71, sizeof file71 - 1},
    {"nights/2026-11-15/shop/sast/flawfinder/flawfinder.sarif", file72, sizeof file72 - 1},
    {"nights/2026-11-15/shop/sast/semgrep/semgrep.sarif", file73, sizeof file73 - 1},
    {"nights/2026-11-15/shop/secrets/gitleaks/gitleaks.json", file74, sizeof file74 - 1},
    {"nights/2026-11-16/infra/cloud/prowler/prowler.ocsf.json", file75, sizeof file75 - 1},
    {"nights/2026-11-16/shop/sast/njsscan/gl-sast-report.json", file76, sizeof file76 - 1},
    {"nights/2026-11-16/shop/sast/semgrep/semgrep.sarif", file77, sizeof file77 - 1},
    {"nights/2026-11-16/shop/secrets/gitleaks/gitleaks.json", file78, sizeof file78 - 1},
    {"nights/2026-11-17/shop/dependency/pip-audit/cyclonedx.json", file79, sizeof file79 - 1},
    {"nights/2026-11-17/shop/sast/semgrep/semgrep.sarif", file80, sizeof file80 - 1},
    {"nights/2026-11-17/shop/secrets/gitleaks/gitleaks.json", file81, sizeof file81 - 1},
    {"nights/2026-11-18/infra/iac/checkov/checkov.json", file82, sizeof file82 - 1},
    {"nights/2026-11-18/infra/sast/semgrep/semgrep.json", file83, sizeof file83 - 1},
    {"nights/2026-11-18/shop/sast/bandit/bandit.json", file84, sizeof file84 - 1},
    {"nights/2026-11-18/shop/sast/cppcheck/cppcheck.sarif", file85, sizeof file85 - 1},
    {"nights/2026-11-18/shop/sast/flawfinder/flawfinder.sarif", file86, sizeof file86 - 1},
    {"nights/2026-11-18/shop/sast/njsscan/gl-sast-report.json", file87, sizeof file87 - 1},
    {"nights/2026-11-18/shop/sast/semgrep/semgrep.sarif", file88, sizeof file88 - 1},
    {"nights/2026-11-18/shop/secrets/gitleaks/gitleaks.json", file89, sizeof file89 - 1},
    {"nights/2026-11-19/infra/kubernetes/checkov/checkov.json", file90, sizeof file90 - 1},
    {"nights/2026-11-19/infra/sast/semgrep/semgrep.json", file91, sizeof file91 - 1},
    {"nights/2026-11-19/removed.txt", file92, sizeof file92 - 1},
    {"nights/2026-11-19/shop/dependency/pip-audit/cyclonedx.json", file93, sizeof file93 - 1},
    {"nights/2026-11-20/infra/cloud/prowler/prowler.ocsf.json", file94, sizeof file94 - 1},
    {"nights/2026-11-20/infra/iac/checkov/checkov.json", file95, sizeof file95 - 1},
    {"nights/2026-11-20/infra/sast/semgrep/semgrep.json", file96, sizeof file96 - 1},
    {"nights/2026-11-20/shop/sast/bandit/bandit.json", file97, sizeof file97 - 1},
    {"nights/2026-11-20/shop/sast/semgrep/semgrep.sarif", file98, sizeof file98 - 1},
    {"nights/2026-11-20/shop/secrets/gitleaks/gitleaks.json", file99, sizeof file99 - 1},
    {"nights/2026-11-21/infra/iac/checkov/checkov.json", file100, sizeof file100 - 1},
    {"nights/2026-11-21/shop/sast/bandit/bandit.json", file101, sizeof file101 - 1},
    {"nights/2026-11-21/shop/sast/semgrep/semgrep.sarif", file102, sizeof file102 - 1},
    {"nights/2026-11-22/infra/iac/checkov/checkov.json", file103, sizeof file103 - 1},
    {"nights/2026-11-22/infra/sast/semgrep/semgrep.json", file104, sizeof file104 - 1},
    {"nights/2026-11-22/shop/sast/bandit/bandit.json", file105, sizeof file105 - 1},
    {"nights/2026-11-22/shop/sast/semgrep/semgrep.sarif", file106, sizeof file106 - 1},
    {"nights/2026-11-23/infra/iac/checkov/checkov.json", file107, sizeof file107 - 1},
    {"nights/2026-11-23/infra/sast/semgrep/semgrep.json", file108, sizeof file108 - 1},
    {"nights/2026-11-23/infra/secrets/gitleaks/gitleaks.json", file109, sizeof file109 - 1},
    {"nights/2026-11-23/removed.txt", file110, sizeof file110 - 1},
    {"nights/2026-11-23/shop/container/hadolint/hadolint.sarif", file111, sizeof file111 - 1},
    {"nights/2026-11-23/shop/sast/bandit/bandit.json", file112, sizeof file112 - 1},
    {"nights/2026-11-23/shop/sast/semgrep/semgrep.sarif", file113, sizeof file113 - 1},
    {"tickets/comment.md.mustache", file114, sizeof file114 - 1},
    {"tickets/description.md.mustache", file115, sizeof file115 - 1},
    {"tickets/title.txt.mustache", file116, sizeof file116 - 1},
    {NULL, NULL, 0},
};

const struct CAsset *CAssetsTable(void) { return table; }

size_t CAssetsCount(void) { return sizeof table / sizeof *table - 1; }
