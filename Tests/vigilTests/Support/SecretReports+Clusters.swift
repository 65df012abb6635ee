// Reports of scanners of clusters, manifests and images.
extension SecretReports {
  mutating func addClusters() {
    addKubescape()
    addPopeye()
    addManifests()
    addKubeHunter()
    addDockle()
  }

  private mutating func addKubescape() {
    let (word, key, token) = (secrets.word(), secrets.key(), secrets.token())
    let id = "path=1/api=/v1/shop/ConfigMap/settings"
    let paths: [[String: Any]] = [
      ["failedPath": "data.token=\(token)", "fixPath": ["path": "", "value": ""]],
      ["fixPath": ["path": "data.password", "value": "YOUR_VALUE"]],
      ["fixPath": ["path": "data[api_key]", "value": key]], ["reviewPath": "data[\(token)]"],
    ]
    let control: [String: Any] = [
      "controlID": "C-0012", "name": "Applications credentials in configuration files",
      "severity": "High", "status": ["status": "failed", "info": "token=\(token)"],
      "rules": [
        [
          "name": "rule-credentials-configmap", "status": "failed", "paths": paths,
          "controlConfigurations": ["sensitiveValues": [key, word]],
        ]
      ],
    ]
    let object: [String: Any] = [
      "apiVersion": "v1", "kind": "ConfigMap",
      "metadata": [
        "name": "settings", "namespace": "shop", "annotations": ["last": "TOKEN=\(token)"],
      ], "data": ["password": word, "token": token], "relatedObjects": [],
    ]
    add(
      "more/kubernetes/kubescape/kubescape.json",
      [
        "clusterName": "c", "customerGUID": token,
        "metadata": ["scanMetadata": ["kubescapeVersion": "v3.0.1", "accountID": key]],
        "summaryDetails": [
          "controls": [
            "C-0012": ["name": "Applications \(token)", "severity": "High", "scoreFactor": 8]
          ], "ResourceCounters": ["failedResources": 1],
        ], "results": [["resourceID": id, "controls": [control], "rawResource": object]],
        "resources": [["resourceID": id, "object": object, "source": ["relativePath": "a.yaml"]]],
      ]
    )
  }

  private mutating func addPopeye() {
    let (key, token) = (secrets.key(), secrets.token())
    let issues: [[String: Any]] = [
      [
        "group": "web", "gvr": "v1/pods", "level": 2,
        "message": "[POP-101] Image https://x:\(token)@r.example/a tagged latest, token=\(token)",
      ], ["group": "__root__", "gvr": "v1/pods", "level": 3, "message": "api_key: \(key) is bad"],
    ]
    add(
      "more/kubernetes/popeye/popeye.json",
      [
        "ClusterName": "c",
        "popeye": [
          "score": 80, "grade": "B", "errors": ["login with \(token) failed"],
          "sections": [
            [
              "linter": "pods", "gvr": "v1/pods",
              "tally": ["ok": 1, "info": 0, "warning": 1, "error": 1, "score": 50],
              "issues": ["shop/web-\(token)": issues],
            ]
          ],
        ],
      ]
    )
  }

  private mutating func addManifests() {
    let (key, token, password) = (secrets.key(), secrets.token(), secrets.password())
    let comment: [String: Any] = [
      "path": "env[TOKEN=\(token)]", "summary": "Variable DB_PASSWORD=\(password) is set",
      "description": "Take api_key=\"\(key)\" out",
      "documentation_url": "https://u:\(password)@h.example/?token=\(token)",
    ]
    add(
      "more/iac/kube-score/kube-score.json",
      [
        [
          "object_name": "web", "file_name": "a.yaml", "file_row": 1,
          "type_meta": ["kind": "Deployment", "apiVersion": "apps/v1"],
          "object_meta": [
            "name": "web", "namespace": "shop", "annotations": ["last": "TOKEN=\(token)"],
          ],
          "checks": [
            [
              "check": [
                "id": "env-secret", "name": "Environment with \(token)",
                "comment": "As in token: \"\(token)\"", "target_type": "Pod", "optional": false,
              ], "grade": 1, "skipped": false, "comments": [comment],
            ]
          ],
        ]
      ]
    )
    let diagnostic: [String: Any] = [
      "Check": "env-var-secret", "Remediation": "Drop api_key=\(key)",
      "Diagnostic": ["Message": "environment variable SECRET=\(password) with \(token)"],
      "Object": [
        "Metadata": ["FilePath": "a.yaml", "Raw": "TOKEN: \(token)"],
        "K8sObject": [
          "Namespace": "shop", "Name": "web",
          "GroupVersionKind": ["Group": "apps", "Version": "v1", "Kind": "Deployment"],
        ],
      ],
    ]
    add(
      "more/iac/kube-linter/kube-linter.json",
      [
        "Checks": [["name": "env-var-secret", "description": "As in token=\(token)"]],
        "Reports": [diagnostic],
        "Summary": ["ChecksStatus": "Failed", "KubeLinterVersion": "0.8"],
      ]
    )
  }

  private mutating func addKubeHunter() {
    let (key, token, web) = (secrets.key(), secrets.token(), secrets.webToken())
    add(
      "more/kubernetes/kube-hunter/kube-hunter.json",
      [
        "nodes": [["type": "Node/Master", "location": "10.0.0.1"]],
        "services": [["service": "API", "location": "10.0.0.1:6443", "description": web]],
        "vulnerabilities": [
          [
            "location": "https://u:\(key)@10.0.0.1:6443/?token=\(token)", "vid": "KHV002",
            "category": "Access with \(web)", "severity": "high",
            "vulnerability": "Read access with token=\(token)",
            "description": "The service account's token \(web) was read", "evidence": web,
            "avd_reference": "https://h.example/?access_key=\(key)", "hunter": "Api \(token)",
          ],
          [
            "location": "Local to Pod (web)", "vid": "None", "category": "Lateral",
            "severity": "low",
            "vulnerability": "Access to pod's secrets", "description": "Found",
            "evidence": ["/var/run/secrets/token", key],
          ],
        ],
      ]
    )
  }

  private mutating func addDockle() {
    let (word, key, token, password) = (
      secrets.word(), secrets.key(), secrets.token(), secrets.password()
    )
    func detail(_ code: String, _ title: String, _ alerts: [String]) -> [String: Any] {
      ["code": code, "title": title, "level": "FATAL", "alerts": alerts]
    }
    add(
      "more/container/dockle/dockle.json",
      [
        "image": "r.example/shop/web:1",
        "summary": ["fatal": 2, "warn": 0, "info": 0, "skip": 0, "pass": 3],
        "details": [
          detail(
            "CIS-DI-0010",
            "Do not store credential in environment variables/files",
            [
              "Suspicious ENV key found : MYSQL_PASS on /bin/sh -c #(nop)  ENV MYSQL_PASS=\(word)",
              "Suspicious ENV key found : SECRET_WORD on ENV SECRET_WORD \(word) (You can suppress)",
              "Suspicious ENV key found : KEY on ENV KEY='\(password)'",
            ]
          ),
          detail(
            "DKL-DI-0005",
            "Clear apt-get caches, token: \(token)",
            [
              "Use 'rm' : /bin/sh -c curl -u x:\(token) https://u:\(password)@h.example --key \(key)"
            ]
          ),
        ],
      ]
    )
  }
}
