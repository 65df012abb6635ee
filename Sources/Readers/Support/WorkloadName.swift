/// The name of a Kubernetes object as it stays when its pods are replaced.
enum WorkloadName {
  /// `namespace/kind/name`, what controllers append to the names of pods, replica sets and jobs
  /// taken off; parts that are unknown are empty.
  static func address(namespace: String?, kind: String?, name: String) -> String {
    "\(namespace ?? "")/\(kind ?? "")/\(stable(name, kind: kind ?? ""))"
  }

  /// `namespace/kind/name` of an object named `namespace/name`, or just `name`, among all of a kind,
  /// whose name is plural, such as `pods`.
  static func address(of object: String, among plural: String) -> String {
    let kind = ["pods": "pod", "replicasets": "replicaset", "jobs": "job"][plural] ?? plural
    let parts = object.split(separator: "/", maxSplits: 1).map(String.init)
    return parts.count == 2
      ? address(namespace: parts[0], kind: kind, name: parts[1])
      : address(namespace: nil, kind: kind, name: object)
  }

  private static func stable(_ name: String, kind: String) -> String {
    var parts = name.split(separator: "-", omittingEmptySubsequences: false)
    switch kind.lowercased() {
    case "pod":
      // `web-5d4f8c7b9d-x2x9z` of a deployment, `agent-x2x9z` of a daemon set or job.
      if parts.count > 1, let last = parts.last, last.count == 5, isGenerated(last) {
        parts.removeLast()
        dropTemplateHash(&parts)
        dropScheduledTime(&parts)
      }
    case "replicaset": dropTemplateHash(&parts)
    case "job": dropScheduledTime(&parts)
    default: break
    }
    return parts.joined(separator: "-")
  }

  /// A replica set is named after a hash of its template.
  private static func dropTemplateHash(_ parts: inout [Substring]) {
    guard parts.count > 1, let last = parts.last, (8...10).contains(last.count), isGenerated(last)
    else { return }
    parts.removeLast()
  }

  /// A cron job names its jobs after the minute, or the second, they were scheduled for.
  private static func dropScheduledTime(_ parts: inout [Substring]) {
    guard parts.count > 1, let last = parts.last, (8...10).contains(last.count),
      last.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return }
    parts.removeLast()
  }

  /// Whether all characters are of the alphabet of generated names, which has no vowels and no 0,
  /// 1, 3 (Kubernetes, `k8s.io/apimachinery/pkg/util/rand`).
  private static func isGenerated(_ part: Substring) -> Bool {
    part.allSatisfy { "bcdfghjklmnpqrstvwxz2456789".contains($0) }
  }
}
