import Access
import Database
import FeatureKit
import HTTP
import Kernel
import Markup
import Partnership
import TestKit
import Testing

@testable import Casework

@Suite("A bundle for a court", .database)
struct BundleTests {
  /// A case of a report by Zebedee about Quentin, with a victim, and what officers wrote.
  private func planted(_ fixture: CaseworkFixture) throws -> Reference {
    let report = try fixture.report {
      $0.subject = Sensitive(ReportSubject(name: "Quentin Villain", vehicle: "AB12 CDE"))
      $0.story = Sensitive(
        ReportStory(narrative: "Quentin shouts. Ring Zebedee on 07700 900 123"))
    }
    let file = try fixture.openCase(report)
    for (act, form) in [
      ("person", [("part", "subject"), ("name", "Quentin Villain")]),
      ("person", [("part", "victim"), ("name", "Wilhelmina Other"), ("notes", "Tapir")]),
      (
        "note", [("kind", "fact"), ("note", "Wilhelmina Other heard Quentin at 7 Ocelot Row")]
      ),
    ] { #expect(try fixture.work("/cases/\(file)/\(act)", as: .officer, form: form) == 303) }
    return file
  }

  private func acts(_ fixture: CaseworkFixture, _ file: Reference) throws -> BundleActs {
    BundleActs(
      services: fixture.services, account: ID(1), now: fixture.now, file: try fixture.file(file))
  }

  /// A bundle of everything, in which those complained of are named.
  private func whole(_ fixture: CaseworkFixture, _ file: Reference) throws -> CourtBundle {
    let acts = try acts(fixture, file)
    return try fixture.database.write { write in
      let people = try acts.gathering.people(write)
      let named = people.filter { $0.part == .subject }.map { ("named", $0.id.description) }
      let form = try BundleForm(Fields([("court", "The County Court")] + named), people: people)
      let bundle = try acts.begin(form, like: nil, in: write)
      try acts.choose(bundle.number, Set(acts.gathering.papers(write).map(\.key)), in: write)
      return bundle
    }
  }

  private func printed(
    _ fixture: CaseworkFixture, _ file: Reference, _ number: Int = 1
  ) throws -> String {
    let acts = try acts(fixture, file)
    let shown = try fixture.database.read { read in
      try acts.shown(acts.found(number, read), from: "Thornmere", read)
    }
    let document = try BundlePrint(services: fixture.services).document(shown)
    return String(decoding: document.rendered(), as: UTF8.self)
  }

  @Test(
    "names those who are chosen, and strikes everybody else and every number",
    arguments: Engine.tested)
  func striking(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try planted(fixture)
    _ = try whole(fixture, file)
    let text = try printed(fixture, file)
    #expect(text.contains("Quentin shouts") && text.contains("heard Quentin at 7 Ocelot Row"))
    for word in ["Zebedee", "Wilhelmina", "07700", "Tapir"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("<span class=\"struck\">[struck out]</span>"))
    #expect(text.contains("Draft. Not for the court"))
  }

  @Test(
    "never offers who reported it, risks, warnings, support, referrals or what others wrote",
    arguments: Engine.tested)
  func offered(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try planted(fixture)
    let acts = try acts(fixture, file)
    for (kind, note) in [("opinion", "A thought"), ("fact", "A thing seen")] {
      _ = try fixture.work(
        "/cases/\(file)/note", as: .officer, form: [("kind", kind), ("note", note)])
    }
    let papers = try fixture.database.read { try acts.gathering.papers($0) }
    let kinds = Set(papers.map { $0.key.split(separator: "/").map(String.init)[2] })
    #expect(
      kinds.isSubset(of: [
        "head", "story", "subject", "event", "letter", "entry", "place", "vehicle", "file",
      ]))
    #expect(kinds.isSuperset(of: ["head", "story", "subject", "entry"]))
    let entries = try fixture.database.read {
      try CasePartStore(keyring: acts.services.keyring).entries(of: acts.file.id, $0)
    }
    for entry in entries {
      let isTold = [CaseEntryKind.fact, .contact, .action, .actionDone].contains(entry.kind)
      let isOffered = papers.contains { $0.key.hasSuffix("/entry/\(entry.id)") }
      let words = entry.words.reveal(for: "a test")
      #expect(isOffered == (isTold && !words.isEmpty), "\(entry.kind)")
    }
    #expect(papers.map(\.section) == papers.map(\.section).sorted())
  }

  @Test(
    "has a chosen passage struck, waits where words changed, and stays as it was finished",
    arguments: Engine.tested)
  func course(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine)
    let file = try planted(fixture)
    let root = "/cases/\(file)/bundles"
    func post(_ path: String, _ form: [(String, String)]) throws -> Int {
      try fixture.work(path, as: .officer, form: form)
    }
    #expect(try post(root, []) == 422)
    #expect(try post(root, [("court", "The County Court")]) == 303)
    #expect(try post("\(root)/1/finish", [("read", "yes")]) == 422)
    let acts = try acts(fixture, file)
    let papers = try fixture.database.read { try acts.gathering.papers($0) }
    let note = try #require(papers.first { $0.text.contains("Ocelot") })
    let path = BundleRoute.paper(file, 1, key: note.key).path
    #expect(try post(path, [("key", note.key)]) == 422)
    #expect(
      try post(path, [("key", note.key), ("in", "yes"), ("passages", "7 ocelot row")]) == 303)
    #expect(try post(path, [("key", "case/x/y"), ("in", "yes")]) == 404)
    #expect(try fixture.words(path).contains("at [struck out]"))
    #expect(try post("\(root)/1/finish", []) == 422)
    #expect(try post("\(root)/1/finish", [("read", "yes")]) == 303)
    let before = try printed(fixture, file)
    #expect(!before.contains("Ocelot") && !before.contains("Draft"))
    #expect(try post("/cases/\(file)/note", [("kind", "fact"), ("note", "Later Quagga")]) == 303)
    #expect(try printed(fixture, file) == before)
    for act in ["finish", "choose", "details", "delete"] {
      #expect(try post("\(root)/1/\(act)", [("read", "yes"), ("court", "C")]) == 409, "\(act)")
    }
    #expect(try post(root, [("court", "The County Court"), ("like", "1")]) == 303)
    #expect(try printed(fixture, file, 2).contains("at <span class=\"struck\">"))
    #expect(try post("\(root)/2/delete", []) == 303)
    #expect(try fixture.work("\(root)/2", as: .officer) == 404)
    let done = try fixture.services.actionsTaken().filter {
      $0.hasPrefix("bundle.") && $0 != "bundle.read"
    }
    #expect(
      done == [
        "bundle.begun", "bundle.struck", "bundle.finished", "bundle.begun", "bundle.deleted",
      ])
  }

  /// A register with one order of the case.
  private static let register = PersonalData(
    kind: "order", find: { _, _, _ in [] },
    record: { id, _, _ in
      PersonalRecord(
        title: "Injunction", name: Sensitive("Quentin Villain"), subject: "order/TM-1111-1111",
        things: [
          .init(
            "head", "The order", lines: [("Forbids", Sensitive("Not to shout"))], isTheirs: true)
        ])
    }, ofCase: { _, _, _ in [7] })

  @Test("is in the trail of every order that it shows", arguments: Engine.tested)
  func orders(engine: Engine) throws {
    let fixture = try CaseworkFixture(engine, personalData: [Self.register])
    let file = try planted(fixture)
    let root = "/cases/\(file)/bundles"
    func noted(_ action: String) throws -> Int {
      let detail = "%\(file)%"
      return try fixture.database.read { read in
        try read.count(
          """
          SELECT COUNT(*) FROM audit_entry WHERE subject = 'order/TM-1111-1111'
            AND action = \(action) AND detail LIKE \(detail)
          """)
      }
    }
    let bundle = try whole(fixture, file)
    #expect(try noted("bundle.read") == 0)
    #expect(try fixture.words("\(root)/1").contains("The order"))
    #expect(try noted("bundle.read") == 1)
    #expect(
      try fixture.words(BundleRoute.paper(file, 1, key: "order/7/head").path).contains("shout"))
    #expect(try noted("bundle.read") == 2)
    let acts = try acts(fixture, file)
    try fixture.database.write { try acts.noteSaved(bundle, in: $0) }
    #expect(try noted("bundle.saved") == 1)
    #expect(try fixture.work("\(root)/1/finish", as: .officer, form: [("read", "yes")]) == 303)
    #expect(try fixture.words("\(root)/1").contains("Finished"))
    #expect(try noted("bundle.read") == 3)
    try fixture.database.write { try acts.noteSaved(acts.found(1, $0), in: $0) }
    #expect(try noted("bundle.saved") == 2)
  }

  @Test("waits for a paper whose words are others than those it was chosen with")
  func changed() {
    let paper = BundlePaper(
      key: "k", section: .record, source: "s", title: "t", day: nil,
      lines: [.init(heading: "Words", words: "New")], file: nil)
    for (choice, standing) in [
      (nil, .left), (BundleChoice(text: "New"), .chosen), (BundleChoice(text: "Old"), .changed),
    ] as [(BundleChoice?, ReviewedPaper.Standing)] {
      #expect(ReviewedPaper(paper, named: [], others: [], choice).standing == standing)
    }
  }

  @Test("keeps the court and the names when two change it at once, and says so to the second")
  func together() throws {
    let fixture = try CaseworkFixture()
    let file = try planted(fixture)
    let bundle = try whole(fixture, file)
    let acts = try acts(fixture, file)
    try fixture.database.write { write in
      try acts.store.keep(.init(court: "First"), of: bundle, in: write)
    }
    #expect(throws: DatabaseError.stale) {
      try fixture.database.write { write in
        try acts.store.keep(.init(court: "Second"), of: bundle, in: write)
      }
    }
  }

  @Test(
    "paths are read as they are written",
    arguments: [
      BundleRoute.list(Self.reference), .show(Self.reference, 3),
      .paper(Self.reference, 3, key: "case/TM-7K42-0931/entry/4"),
    ])
  func routes(_ route: BundleRoute) throws {
    let request = try Request(route.path)
    #expect(BundleRoute(.get, request.path, request.query) == route)
  }

  private static let reference = Reference("TM-7K42-0931") ?? random
  private static var random: Reference {
    var generator = SystemRandom()
    return Reference(letters: "TM", using: &generator)
  }
}

@Suite("The pages of a bundle")
struct BundleDocumentTests {
  private func part(
    _ section: BundleSection, _ title: String, evidence: Int64? = nil
  ) -> FixedBundle.Part {
    FixedBundle.Part(
      section: section, source: "Case TM-7K42-0931", title: title, day: "2026-11-20",
      lines: [.init(heading: "Words", words: "Seen")], struck: 0, evidence: evidence)
  }

  private func text(_ parts: [FixedBundle.Part], _ files: [Int64: BundleFile] = [:]) -> String {
    let fixed = FixedBundle(
      partnership: "Thornmere", reference: "TM-7K42-0931", number: 1, court: "The County Court",
      claim: "K00TM000", parties: "One\nTwo", day: "2026-11-27", isDraft: false, parts: parts)
    return String(
      decoding: BundleDocument(fixed: fixed, files: files).rendered(), as: UTF8.self)
  }

  @Test("have an index that leads to each paper, by letter and number")
  func index() {
    let text = text([part(.summary, "Short"), part(.record, "Note"), part(.files, "A file")])
    for words in [
      "A. The case in short", "B. What was seen and done", "C. Photos and documents",
      "href=\"#paper-1\"", "id=\"paper-3\"", "Claim K00TM000", "<p>Two</p>",
      "No words are struck out.",
    ] { #expect(text.contains(words), "\(words)") }
  }

  @Test("show a photo where it is one, and say of anything else that it is handed in apart")
  func files() {
    let photo = BundleFile(
      words: "Photo, 1 KB", hash: "aa bb", pictures: [.init(type: "image/png", bytes: [1, 2, 3])])
    let video = BundleFile(words: "Video, 9 MB", hash: "cc", note: "It is handed in apart.")
    let text = text(
      [part(.files, "A file", evidence: 1), part(.files, "A file", evidence: 2)],
      [1: photo, 2: video])
    #expect(text.contains("src=\"data:image/png;base64,AQID\""))
    #expect(text.contains("alt=\"Photo, 1 KB, 1 of 1\""))
    #expect(text.contains("Video, 9 MB. It is handed in apart."))
    #expect(text.contains("SHA-256 of the original: cc"))
  }
}
