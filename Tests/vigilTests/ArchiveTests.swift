import Syntax
import TestSupport
import Testing

/// Zip archives as artifacts.
@Suite struct ArchiveTests {
  private static let results = """
    <FVDL xmlns="xmlns://www.fortifysoftware.com/schema/fvdl" version="1.12"><Vulnerabilities>
    <Vulnerability><ClassInfo><ClassID>R1</ClassID><Type>SQL Injection</Type></ClassInfo>
    <InstanceInfo><InstanceID>I1</InstanceID></InstanceInfo></Vulnerability>
    <Vulnerability><ClassInfo><ClassID>R2</ClassID><Type>Trust</Type></ClassInfo>
    <InstanceInfo><InstanceID>I2</InstanceID></InstanceInfo></Vulnerability>
    </Vulnerabilities></FVDL>
    """
  private static let audit = """
    <a:Audit xmlns:a="xmlns://www.fortify.com/schema/audit"><a:IssueList>
    <a:Issue instanceId="I2" suppressed="true"><a:ThreadedComments><a:Comment>
    <a:Content>not reachable</a:Content></a:Comment></a:ThreadedComments></a:Issue>
    </a:IssueList></a:Audit>
    """

  private func findings(_ archive: StoredArchive) throws -> (Program.Run, [JSON]) {
    let workspace = try Workspace()
    try workspace.put(archive.bytes, at: "scan.zip")
    let run = try workspace.vigil("inspect", "--format", "json", "artifacts/scan.zip")
    return (run, try run.outputLines.map { try JSONDocument(parsing: Array($0.utf8)).root })
  }

  @Test func fortifysArchiveIsReadWithItsAudit() throws {
    var archive = StoredArchive()
    archive.add("VERSION", Array("1.2".utf8))
    archive.add("audit.fvdl", Array(Self.results.utf8))
    archive.add("audit.xml", Array(Self.audit.utf8))
    let (run, lines) = try findings(archive)
    #expect(run.code == 0, "\(run.errorLines)")
    #expect(lines.map { $0["rule"]["id"].string } == [nil, "R1", "R2"])
    #expect(lines.map { $0["state"].string } == [nil, "open", "suppressed"])
    #expect(lines.last?["suppression"]["justification"].string == "not reachable")
  }

  @Test func theReportsInAnArchiveAreOneScan() throws {
    var archive = StoredArchive()
    archive.add("pages/1.json", Array(Sample.semgrep(["a", "b"]).utf8))
    archive.add("pages/2.json", Array(Sample.semgrep(["c"]).utf8))
    archive.add("__MACOSX/._1.json", [0, 1, 2])
    let (run, lines) = try findings(archive)
    #expect(run.code == 0, "\(run.errorLines)")
    #expect(lines.compactMap { $0["rule"]["id"].string } == ["a", "b", "c"])
    #expect(lines.count { $0["outcome"].string == "complete" } == 1)
  }

  @Test func anArchiveWithAFileThatIsNoReportIsNotRead() throws {
    var archive = StoredArchive()
    archive.add("1.json", Array(Sample.semgrep(["a"]).utf8))
    archive.add("2.json", Array("{\"x\": 1}".utf8))
    #expect(try findings(archive).0.code == 2)
    archive = StoredArchive()
    archive.add("1.json", Array(Sample.semgrep(["a"]).utf8))
    archive.add("2.xml", Array(Self.results.utf8))
    let run = try findings(archive).0
    #expect(run.code == 2)
    #expect(run.errorLines.first?.hasSuffix("holds reports in several formats") == true)
  }
}
