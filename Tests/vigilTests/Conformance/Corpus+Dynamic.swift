extension Corpus {
  /// The folders or files of the corpus whose every report is read, and by which reader: dynamic
  /// tests, hosts and TLS.
  static let dynamicFormats = [
    "acunetix": "acunetix", "acunetix/acunetix360_many_findings.json": "invicti",
    "acunetix/acunetix360_one_finding_false_positive.json": "invicti",
    "acunetix/issue_11206.json": "invicti", "appcheck_web_application_scanner": "appcheck",
    "arachni": "arachni", "burp": "burp", "burp_api": "burp", "burp_graphql": "burp",
    "invicti": "invicti", "netsparker": "invicti", "nikto": "nikto", "nmap": "nmap",
    "nuclei": "nuclei", "openvas": "openvas", "qualys": "qualys",
    "qualys_infrascan_webgui": "qualys", "qualys_vmdr": "qualys", "qualys_webapp": "qualys-was",
    "ssl_labs": "ssl-labs",
    "sslscan": "sslscan", "sslyze": "sslyze",
    "stackhawk": "stackhawk", "tenable": "nessus", "testssl": "testssl", "wapiti": "wapiti",
  ]
}
