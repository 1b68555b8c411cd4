import Database
import Glibc
import Kernel
import TestKit
import Testing

@Suite("A meeting of a conference", .database)
struct ConferenceLossJourneys {
  private static let gangs = "/conferences/gangs"

  @Test("that loses its server keeps what was saved, and goes on", arguments: Engine.tested)
  func loss(engine: Engine) throws {
    let program = try Program.demonstration(engine)
    let site = try Site(program, "demo")
    let coordinator = try site.demonstrated("coordinator")
    let meeting = try begun(coordinator)
    let said = try coordinator.get(meeting)
    let item = try #require(said.text.firstMatch(of: /item=(\d+)/)).1
    for fields in [
      [("act", "start"), ("item", String(item))],
      [
        ("act", "discuss"), ("item", String(item)), ("version", "1"),
        ("discussion", "Quagga was said"),
      ],
    ] {
      try coordinator.get(meeting)
      let answer = try coordinator.post(meeting, fields)
      #expect(answer.status == 303, "\(fields) \(answer.text)")
    }
    site.signal(SIGKILL)
    #expect(site.end() == -SIGKILL)

    try program.served("demo") { site in
      let coordinator = try site.demonstrated("coordinator")
      let page = try coordinator.get(meeting).text
      #expect(page.contains("Quagga was said") && page.contains("End this case"))
      let fields = [
        ("act", "discuss"), ("item", String(item)), ("version", "2"), ("discussion", "Okapi too"),
      ]
      #expect(try coordinator.post(meeting, fields).status == 303)
      #expect(try coordinator.get("\(meeting)/minutes").text.contains("Okapi too"))
    }
    #expect(try program.auditIsWhole())
  }

  @Test(
    "that is killed while minutes are being saved has them whole or not at all",
    arguments: Engine.tested)
  func killed(engine: Engine) throws {
    let program = try Program.demonstration(engine)
    let (meeting, item) = try program.served("demo") { site in
      let coordinator = try site.demonstrated("coordinator")
      let meeting = try begun(coordinator)
      let item = try #require(coordinator.get(meeting).text.firstMatch(of: /item=(\d+)/)).1
      try send(coordinator, meeting, [("act", "start"), ("item", String(item))])
      return (meeting, String(item))
    }
    func minute(_ words: String, _ version: Int) -> [(String, String)] {
      [
        ("act", "discuss"), ("item", item), ("version", String(version)), ("discussion", words),
      ]
    }
    for (point, words, isKept) in [
      ("conferences.minuted", "Quagga", false), ("conferences.kept", "Okapi", true),
    ] {
      let site = try Site(program, "demo", fault: point)
      let coordinator = try site.demonstrated("coordinator")
      try coordinator.get(meeting)
      #expect(throws: KitProblem.self) { try coordinator.post(meeting, minute(words, 1)) }
      #expect(site.end() == -SIGKILL, "\(point) was not met")
      try program.served("demo") { site in
        let coordinator = try site.demonstrated("coordinator")
        #expect(try coordinator.get(meeting).text.contains(words) == isKept)
        // Sent once more it is kept, or stands beside what was kept: nothing is written over.
        guard isKept else { return }
        let answer = try coordinator.post(meeting, minute("Numbat", 1))
        #expect(answer.status == 409)
        #expect(answer.text.contains(words) && answer.text.contains("Numbat"))
        try coordinator.get(meeting)
        #expect(try coordinator.post(meeting, minute("Both", 2)).status == 303)
      }
    }
    #expect(try program.auditIsWhole())
  }

  /// A meeting held today with one case, begun; its path.
  private func begun(_ coordinator: Visitor) throws -> String {
    let form = try coordinator.get("\(Self.gangs)/refer").text
    let police = try #require(form.firstMatch(of: /value="(\d+)">Thornmere Constabulary/)).1
    let file = try send(
      coordinator, "\(Self.gangs)/refer",
      [
        ("body", String(police)), ("name", "Ash Sample"), ("criterion", "judgement"),
        ("why", "x"), ("gateway", "cda-115"), ("basis", "public-task"), ("shared", "events"),
        ("necessity", "x"),
        ("told", "x"),
      ])
    let today = London.day(Clock.system.now()).civil
    let meeting = try send(
      coordinator, "\(Self.gangs)/meetings/new",
      [
        ("held-day", String(today.day)), ("held-month", String(today.month)),
        ("held-year", String(today.year)), ("starts", "10:00"), ("venue", "Town hall"),
      ])
    let number = try #require(meeting.split(separator: "/").last)
    try coordinator.get(file)
    try send(
      coordinator, file, [("act", "list"), ("version", "1"), ("meeting", String(number))])
    try coordinator.get(meeting)
    try send(coordinator, meeting, [("act", "begin"), ("version", "1")])
    return meeting
  }

  @discardableResult
  private func send(
    _ coordinator: Visitor, _ path: String, _ fields: [(String, String)]
  ) throws -> String {
    try coordinator.get(path)
    let answer = try coordinator.post(path, fields)
    #expect(answer.status == 303, "\(path) \(answer.text)")
    return answer.headers["location"] ?? ""
  }
}
