import Database
import FeatureKit
import HTTP
import Kernel
import Partnership
import TestKit
import Testing

@testable import Conferences

@Suite("A data request about a conference that stands apart", .database)
struct DisclosureTests {
  static let reference = {
    var generator = SeededGenerator(seed: 38)
    return Reference(letters: "TM", using: &generator)
  }()

  /// A request of somebody, as those who answer them tell of it.
  static func request(_ name: String = "Rowan Sample", enforcement: Bool = false) -> ApartRequest {
    ApartRequest(
      reference: reference, isLawEnforcement: enforcement, name: Sensitive(name),
      otherNames: Sensitive(""), born: Sensitive(Day("1980-03-12")),
      due: ConferencesFixture.today.adding(days: 20))
  }

  /// Keeps a decision, so that there is one to be sealed.
  static func kept(_ fixture: ConferencesFixture) throws {
    try fixture.database.write { write in
      try DisclosureStore(fixture.services).keep(
        try DisclosureForm(
          Fields([("outcome", "withheld"), ("exemption", "crime"), ("reason", "Quagga would know")]
          ),
          request(), []), of: reference, in: "marac", by: nil, at: fixture.now, in: write)
    }
  }

  /// The number of the side of the case the request is about.
  private static func record(_ fixture: ConferencesFixture) throws -> Int64 {
    try #require(Int64(try fixture.id("conference_case"))) * 2
  }

  private static let path = "/conferences/marac/data-requests/\(reference)"

  /// A case of the MARAC, and a request of the person it is about.
  private func asked(
    _ engine: Engine = .sqlite, enforcement: Bool = false
  ) throws -> ConferencesFixture {
    let fixture = try ConferencesFixture(engine)
    try fixture.refer()
    fixture.requests = [Self.request(enforcement: enforcement)]
    return fixture
  }

  private func answer(_ fixture: ConferencesFixture) throws -> ApartAnswer {
    try fixture.database.read {
      try Conferences.apartAnswer(to: Self.reference, fixture.services, $0)
    }
  }

  /// What is decided in one of them.
  static func decide(
    _ fixture: ConferencesFixture, _ form: [(String, String)],
    as who: ConferencesFixture.Who = .chair
  ) throws -> Response? { try fixture.visit(path, as: who, form: form) }

  @Test(
    "is seen and decided by those who lead it alone", arguments: ConferencesFixture.Who.allCases)
  func leads(who: ConferencesFixture.Who) throws {
    let fixture = try asked()
    let leads = [.coordinator, .chair].contains(who)
    #expect(
      try fixture.status("/conferences/marac/data-requests", as: who) == (leads ? 200 : 404))
    #expect(try fixture.status(Self.path, as: who) == (leads ? 200 : 404))
    let form = [("outcome", "nothing")]
    #expect(try fixture.status(Self.path, as: who, form: form) == (leads ? 303 : 404))
    let work = try fixture.database.read {
      try OwnActions(fixture.services).dueWork(who.actor, $0)
    }
    #expect(work.isEmpty == true, "those who lead have decided, the others are never asked")
  }

  @Test("is due from each that is used, whether or not it holds anything", arguments: Engine.tested)
  func due(engine: Engine) throws {
    let fixture = try asked(engine)
    #expect(try answer(fixture).isDue)
    let work = try fixture.database.read {
      try OwnActions(fixture.services).dueWork(ConferencesFixture.Who.chair.actor, $0)
    }
    #expect(work.map(\.from) == ["A conference"] && work.map(\.path) == [Self.path])
    #expect(
      try fixture.words("/conferences/marac/data-requests", as: .chair).contains("To come"))
    try fixture.seat(.coordinator, .coordinator, in: "death-review")
    #expect(try Self.decide(fixture, [("outcome", "nothing")])?.status == 303)
    #expect(try answer(fixture).isDue, "the other one has not decided")
    try fixture.visit(
      "/conferences/death-review/data-requests/\(Self.reference)", as: .coordinator,
      form: [("outcome", "nothing")])
    #expect(!(try answer(fixture).isDue))
    #expect(
      try fixture.words("/conferences/marac/data-requests", as: .chair).contains("Decided"))
  }

  /// What is sent, and what the form says.
  static let refusals: [(form: [(String, String)], words: String)] = [
    ([], "Choose what is answered"),
    ([("outcome", "withheld"), ("reason", "x")], "Choose the exemption"),
    ([("outcome", "withheld"), ("exemption", "crime")], "Enter why it is withheld"),
    (
      [("outcome", "withheld"), ("exemption", "offences"), ("reason", "x")], "Choose the exemption"
    ),
    ([("outcome", "given")], "Tick what is given"),
    ([("outcome", "given"), ("given", "FILE/own")], "Choose the exemption"),
    ([("outcome", "given"), ("given", "9/own")], "Tick what is given"),
  ]

  @Test("is refused at the field", arguments: refusals)
  func refused(form: [(String, String)], words: String) throws {
    let fixture = try asked()
    let file = try Self.record(fixture)
    let response = try Self.decide(
      fixture, form.map { ($0, $1.replacing("FILE", with: String(file))) })
    #expect(response?.status == 422 && response?.words.contains(words) == true)
    #expect(try answer(fixture).isDue)
  }

  @Test(
    "is answered alike where nothing is held and where all of it is withheld",
    arguments: Engine.tested)
  func alike(engine: Engine) throws {
    for form in [
      [("outcome", "nothing")],
      [("outcome", "withheld"), ("exemption", "crime"), ("reason", "Quagga would know")],
    ] {
      let fixture = try asked(engine)
      #expect(try Self.decide(fixture, form)?.status == 303)
      let answer = try answer(fixture)
      #expect(!answer.isDue && answer.given.isEmpty)
      #expect(try fixture.services.trail().isEmpty, "what stands apart is in the trail of all")
      let trail = try fixture.words("/conferences/marac/trail", as: .chair)
      #expect(trail.contains("Decided what of a conference answers a data request"))
      #expect(trail.contains("Person chair") && trail.contains(Self.reference.description))
      #expect(!trail.contains("Quagga"))
    }
  }

  @Test("gives what was ticked, in the words it was decided about", arguments: Engine.tested)
  func given(engine: Engine) throws {
    let fixture = try asked(engine)
    let page = try fixture.words(Self.path, as: .chair)
    for words in ["Rowan Sample", "12 March 1980", "What you told", "The referral", "Mornings"] {
      #expect(page.contains(words), "\(words)")
    }
    let file = try Self.record(fixture)
    let form = [
      ("outcome", "given"), ("given", "\(file)/own"), ("exemption", "others"), ("reason", "Quagga"),
    ]
    #expect(try Self.decide(fixture, form)?.status == 303)
    let given = try answer(fixture).given
    #expect(given.map(\.record) == [file])
    let things = given.flatMap(\.things.things)
    #expect(things.map(\.key) == ["own"] && things.allSatisfy { !$0.isTheirs })
    let words = things.flatMap(\.lines).map { $0.words.reveal(for: "a test") }
    #expect(words.contains("Mornings") && !words.contains { $0.contains("Quagga") })
    let decided = try fixture.words(Self.path, as: .coordinator)
    for words in ["What is ticked is given", "Schedule 2, paragraph 16", "Quagga", "Person chair"] {
      #expect(decided.contains(words), "\(words)")
    }
    let stored = try fixture.database.read { read in
      try read.all("SELECT content FROM conference_disclosure") { try $0.bytes() }
    }
    #expect(stored.count == 1)
    #expect(!stored.contains { String(decoding: $0, as: UTF8.self).contains("Rowan") })
    // Somebody who saw no decision sees this one and what they typed, and may decide anew.
    let anew = [("outcome", "withheld"), ("exemption", "crime"), ("reason", "Okapi")]
    let late = try #require(try Self.decide(fixture, anew, as: .coordinator))
    #expect(late.status == 409 && late.words.contains("Somebody decided meanwhile"))
    #expect(late.words.contains("Quagga") && late.words.contains("Okapi"))
    #expect(try !answer(fixture).given.isEmpty)
    let seen = [("was", fixture.now.description)]
    #expect(try Self.decide(fixture, anew + seen, as: .coordinator)?.status == 303)
    #expect(try answer(fixture).given.isEmpty)
    try fixture.database.write { try Conferences.forgetApart([Self.reference], in: $0) }
    #expect(try answer(fixture).isDue)
  }

  @Test("under Part 3 is withheld by section 45 alone")
  func enforcement() throws {
    let fixture = try asked(enforcement: true)
    #expect(try fixture.words(Self.path, as: .chair).contains("section 45(4)(b)"))
    func decide(_ exemption: String) throws -> Int? {
      try Self.decide(
        fixture, [("outcome", "withheld"), ("exemption", exemption), ("reason", "x")])?.status
    }
    #expect(try decide("crime") == 422)
    #expect(try decide("offences") == 303)
  }

  @Test("is asked of no conference that does not stand apart, nor once it is answered")
  func elsewhere() throws {
    let fixture = try asked()
    try fixture.seat(.coordinator, .coordinator, in: "gangs")
    for path in ["", "/\(Self.reference)"] {
      #expect(
        try fixture.status("/conferences/gangs/data-requests\(path)", as: .coordinator) == 404)
    }
    fixture.requests = []
    #expect(try fixture.status(Self.path, as: .chair) == 404)
    #expect(try fixture.status(Self.path, as: .chair, form: [("outcome", "nothing")]) == 404)
  }
}
