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
    {NULL, NULL, 0},
};

const struct CAsset *CAssetsTable(void) { return table; }

size_t CAssetsCount(void) { return sizeof table / sizeof *table - 1; }
