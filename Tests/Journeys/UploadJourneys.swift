import Database
import Glibc
import Kernel
import TestKit
import Testing

@Suite("An upload", .database)
struct UploadJourneys {
  private static let faults =
    ["jobs.taken", "incidents.published", "incidents.acknowledge"]
    + (isTorture ? ["incidents.batch", "incidents.publish"] : [])

  @Test("becomes incidents by a job whose progress can be watched", arguments: Engine.tested)
  func imports(engine: Engine) throws {
    let program = try Program.demonstration(engine)
    try program.served("demo") { site in
      let before = try seen(program)
      let analyst = try site.demonstrated("analyst")
      try upload(analyst, rows: 20_000)
      #expect(eventually(within: 60) { isDone(analyst, program) }, "\(analyst.last.text)")
      #expect(analyst.last.text.contains("20000 rows stored"), "\(analyst.last.text)")
      #expect(try seen(program) == before + 20_000)
      #expect(try eventually { try leftOver(program) == [] })
      let councillor = try site.demonstrated("councillor")
      try councillor.get("/account")
      #expect(
        try councillor.upload(
          "/incidents/import", file: ("files", "2023-03-test-street.csv"), [65]
        ).status == 404)
    }
  }

  @Test(
    "that was acknowledged is imported after a kill, whole and once", arguments: Engine.tested,
    faults)
  func killed(engine: Engine, fault: String) throws {
    let program = try Program(engine)
    let link = try program.add(.analyst)
    let site = try Site(program, fault: fault)
    let analyst = site.visitor()
    try analyst.choosePassword(Program.password, by: link)
    // The job may be taken, and the site die, before the answer to the upload is out.
    do { try upload(analyst, rows: 20_000) } catch is KitProblem {}
    #expect(site.end() == -SIGKILL, "\(site.log)")
    let isPublished = fault == "incidents.acknowledge"
    #expect(try seen(program) == (isPublished ? 20_000 : 0))
    try runOut(program)
    try program.served { site in
      let again = site.visitor()
      again.cookies = analyst.cookies
      let isDone = try eventually(within: 60) {
        try again.get(job(program)).text.contains("The import is done")
      }
      #expect(isDone, "\(again.last.text)")
      #expect(try seen(program) == 20_000)
    }
    #expect(try program.number("SELECT COUNT(*) FROM incident_run WHERE state = 'running'") == 0)
    #expect(try program.auditIsWhole())
  }

  @Test("of what is no street file is refused in words, and stores nothing")
  func refused() throws {
    let program = try Program.demonstration()
    try program.served("demo") { site in
      let before = try seen(program)
      let analyst = try site.demonstrated("analyst")
      try analyst.get("/incidents/import")
      try analyst.upload(
        "/incidents/import", file: ("files", "2023-03-test-street.csv"),
        Array("Crime;Month\n1;2\n".utf8))
      try analyst.follow()
      let isOver = try eventually(within: 60) {
        try analyst.get(job(program)).text.contains("The import was not done")
      }
      #expect(isOver)
      #expect(analyst.last.text.contains("line 1"), "\(analyst.last.text)")
      #expect(try seen(program) == before)
      #expect(try eventually { try leftOver(program) == [] })
    }
  }

  @Test("torn off in its midst leaves no file behind")
  func torn() throws {
    let program = try Program.demonstration()
    try program.served("demo") { site in
      let analyst = try site.demonstrated("analyst")
      let cookie = analyst.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
      for _ in 0..<3 {
        let client = RawClient(port: site.port)
        client.send(
          "POST /incidents/import HTTP/1.1\r\nHost: a\r\nCookie: \(cookie)\r\n"
            + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\n"
            + String(repeating: "x", count: 300_000))
        pause(0.1)
      }
      #expect(try eventually(within: 20) { try leftOver(program) == [] })
      #expect(try analyst.get("/incidents").status == 200)
    }
  }

  private func upload(_ visitor: Visitor, rows: Int) throws {
    try visitor.get("/incidents/import")
    let file = Array(Streets.file("2023-03", rows: rows).utf8)
    try visitor.upload("/incidents/import", file: ("files", "2023-03-test-street.csv"), file)
    #expect(visitor.last.status == 303, "\(visitor.last.text)")
  }

  private func isDone(_ visitor: Visitor, _ program: Program) -> Bool {
    let answer = try? visitor.last.status == 303 ? visitor.follow() : visitor.get(job(program))
    return answer?.text.contains("The import is done") == true
  }

  /// The page of the latest import.
  private func job(_ program: Program) throws -> String {
    let id = try program.number("SELECT MAX(id) FROM job WHERE kind = 'incidents.import'")
    return "/incidents/jobs/\(id)"
  }

  /// The incidents that are counted.
  private func seen(_ program: Program) throws -> Int {
    try program.number(
      """
      SELECT CAST(COALESCE(SUM(t.count), 0) AS BIGINT)
      FROM incident_total t JOIN incident_snapshot s ON s.id = t.snapshot
      WHERE s.state = 'current'
      """)
  }

  /// The files that wait where uploads wait.
  private func leftOver(_ program: Program) throws -> [String] {
    guard let folder = opendir("\(program.folder)/uploads") else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// Lets the half minute pass in which a job still counts as in the hands of the dead.
  private func runOut(_ program: Program) throws {
    try program.withDatabase { database in
      try database.write { write in
        let past = Clock.system.now().adding(seconds: -1)
        try write.run("UPDATE job SET due_at = \(past) WHERE state = 'running'")
      }
    }
  }
}
