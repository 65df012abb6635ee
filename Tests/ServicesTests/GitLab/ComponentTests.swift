import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: Component.isCheckable, "GitLab's schema or the tools are not there"))
struct ComponentTests {
  @Test func gitLabsSchemaAcceptsIt() throws {
    #expect(try Component().errors == [])
    #expect(try Component(["job": "night", "output": "site", "rule": "$NIGHT"]).errors == [])
  }

  @Test(arguments: [
    "jobs['vigil']['id_tokens'] = 7", "jobs['vigil-pages']['pages'] = {'publish': 'x', 'to': 'y'}",
    "jobs['vigil']['artifacts']['expires'] = 'x'", "header['spec']['inputs']['job']['type'] = 'x'",
  ])
  func theSchemaWouldRefuseWhatIsWrong(damage: String) throws {
    #expect(try !Component(damage: damage).errors.isEmpty)
  }

  @Test func everyInputIsDescribedAndUsed() throws {
    let component = try Component()
    #expect(component.loose == [] && component.undescribed == [])
  }

  @Test func bothJobsRunInSchedulesOnlyAndTheSiteIsPublishedWhateverTheRunSays() throws {
    let jobs = try Component(["output": "site"]).jobs
    let run = try #require(jobs["vigil"])
    let pages = try #require(jobs["vigil-pages"])
    for job in [run, pages] {
      #expect(job.rules.map(\.if) == [#"$CI_PIPELINE_SOURCE == "schedule""#])
    }
    #expect(run.allowFailure?.exitCodes == [2] && run.pages == nil)
    #expect(pages.rules.first?.when == "always" && pages.pages?.publish == "site")
  }

  /// What a `vigil` sees that the job's script finds.
  private func seen(_ variables: [String: String]) throws -> [Substring] {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      #!/bin/sh
      echo "$@"
      echo "${AWS_ROLE_ARN-none} ${AWS_ROLE_SESSION_NAME-none}"
      if [ -n "$AWS_WEB_IDENTITY_TOKEN_FILE" ]; then
        cat "$AWS_WEB_IDENTITY_TOKEN_FILE"; echo
        stat -c %a "$AWS_WEB_IDENTITY_TOKEN_FILE"
        rm "$AWS_WEB_IDENTITY_TOKEN_FILE"
      fi
      """,
      to: "vigil"
    )
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755],
      ofItemAtPath: folder("vigil")
    )
    let job = try #require(try Component().jobs["vigil"])
    let script = (job.beforeScript ?? []) + job.script
    let output = try Component.output(
      of: URL(fileURLWithPath: "/bin/sh"),
      ["-eu", "-c", script.joined(separator: "\n")],
      environment: variables.merging(
        [
          "PATH": "\(folder.path):/usr/bin:/bin", "VIGIL_CONFIG": "a b.yml", "VIGIL_OUTPUT": "o",
          "CI_PROJECT_ID": "7", "CI_JOB_ID": "8",
        ]
      ) { $1 }
    )
    return String(decoding: output, as: UTF8.self).split(separator: "\n")
  }

  @Test func theTokenOfGitLabReachesVigilInAFileThatOnlyTheJobReads() throws {
    let role = ["VIGIL_AWS_ROLE": "arn:role", "VIGIL_AWS_TOKEN": "a.b.c"]
    let command: Substring = "run --config a b.yml --output o"
    #expect(try seen(role) == [command, "arn:role gitlab-7-8", "a.b.c", "600"])
    #expect(try seen(["VIGIL_AWS_ROLE": "", "VIGIL_AWS_TOKEN": "a"]) == [command, "none none"])
  }
}
