scoutsuite_results =
{
  "account_id": "111122223333",
  "provider_code": "aws",
  "last_run": {
    "version": "5.14.0",
    "time": "x"
  },
  "services": {
    "config": {
      "findings": {
        "a": 7,
        "b": {
          "checked_items": 10,
          "compliance": [
            {
              "name": "CIS Amazon Web Services Foundations",
              "reference": "2.5",
              "version": "1.2.0"
            }
          ],
          "dashboard_name": "Regions",
          "description": "AWS Config Not Enabled",
          "flagged_items": 3,
          "items": [],
          "level": "warning",
          "path": "config.regions.id",
          "rationale": "Changes are <b>not</b> logged.",
          "references": [
            "https://example.com/a"
          ],
          "remediation": "Enable it.",
          "service": "Config"
        },
        "c": {
          "checked_items": 10,
          "compliance": [
            {
              "name": "CIS Amazon Web Services Foundations",
              "reference": "2.5",
              "version": "1.2.0"
            }
          ],
          "dashboard_name": "Regions",
          "description": "AWS Config Not Enabled",
          "flagged_items": 2,
          "items": [
            5,
            "config.regions.eu-central-1.NotConfigured"
          ],
          "level": "warning",
          "path": "config.regions.id",
          "rationale": "Changes are <b>not</b> logged.",
          "references": [
            "https://example.com/a"
          ],
          "remediation": "Enable it.",
          "service": "Config"
        },
        "d": {
          "checked_items": 10,
          "compliance": [
            {
              "name": "CIS Amazon Web Services Foundations",
              "reference": "2.5",
              "version": "1.2.0"
            }
          ],
          "dashboard_name": "Regions",
          "description": "AWS Config Not Enabled",
          "flagged_items": 1,
          "items": [
            "x"
          ],
          "level": null,
          "path": "config.regions.id",
          "rationale": "Changes are <b>not</b> logged.",
          "references": [
            "https://example.com/a"
          ],
          "remediation": "Enable it.",
          "service": "Config"
        }
      }
    },
    "acm": {
      "certificates": {}
    }
  }
}
