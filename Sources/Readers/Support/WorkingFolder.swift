/// The folders in which CI systems and scanner images keep the checked-out repository.
enum WorkingFolder {
  /// How many parts of an absolute path are such a folder; nil when it is under none.
  static func depth(of parts: [Substring]) -> Int? {
    patterns.compactMap { match($0, parts) }.max()
  }

  /// One folder a line: `*` is any part, `=` the same part again, `#` a number, `src#` a number
  /// behind a word.
  private static let patterns: [[String]] = [
    // GitLab's runners: plain, and with a runner's token and slot before the project.
    "builds/*/*", "builds/*/#/*/*",
    // GitHub: hosted and own runners, container jobs, actions.
    "home/runner/work/*/=", "actions-runner/_work/*/=", "__w/*/=", "github/workspace", "a/*/=",
    // Azure DevOps.
    "home/vsts/work/#/s", "a/#/s", "__w/#/s",
    // Jenkins, Bitbucket, CircleCI, CodeBuild, Drone, Cloud Build, Codespaces, TeamCity.
    "var/jenkins_home/workspace/*", "var/lib/jenkins/workspace/*", "home/jenkins/agent/workspace/*",
    "bitbucket/pipelines/agent/build", "opt/atlassian/pipelines/agent/build",
    "home/circleci/project", "root/project", "codebuild/output/src#/src",
    "codebuild/output/src#/src/*/*/*", "drone/src", "workspace/source", "workspace",
    "workspaces/*", "opt/buildagent/work/*",
    // Where scanners' own images expect the code.
    "src", "code", "tf", "scan", "repo", "project", "path", "tmp/app", "usr/src", "zap/wrk",
  ].map { $0.split(separator: "/").map(String.init) }

  private static func match(_ pattern: [String], _ parts: [Substring]) -> Int? {
    guard parts.count > pattern.count else { return nil }
    for (index, expected) in pattern.enumerated() {
      let part = parts[index]
      let fits =
        switch expected {
        case "*": true
        case "=": index > 0 && part == parts[index - 1]
        case "#": isNumber(part)
        case "src#": part.hasPrefix("src") && isNumber(part.dropFirst(3))
        default: part == expected
        }
      if !fits { return nil }
    }
    return pattern.count
  }

  private static func isNumber(_ part: Substring) -> Bool {
    !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) }
  }
}
