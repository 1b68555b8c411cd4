internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Conferences of every kind in Thornmere: held, to come, with cases at every stage.
struct Demonstration {
  let world: World
  let services: Services
  let agencies: [Agency]
  let seats: Seats
  private let grounds: [ShareGround]
  var generator: SeededGenerator
  private var count = 0

  /// Who sits: one made-up person a role.
  struct Seats {
    let coordinator: Person
    let chair: Person
    let partner: Person
    let officer: Person
  }

  static let meetingsHeld = 5

  static func make(_ world: World, _ services: Services) throws {
    try services.database.write { write in
      guard var demonstration = try Demonstration(world, services, write) else { return }
      for kind in try KindStore.all(write) { try demonstration.fill(kind, in: write) }
    }
  }

  private init?(_ world: World, _ services: Services, _ read: Read) throws {
    let people = try services.people.people(ConferencePolicy.sitting, read)
    func first(_ role: Role) -> Person? { people.first { $0.role == role } }
    guard let coordinator = first(.coordinator), let chair = first(.manager),
      let partner = first(.partner), let officer = first(.officer)
    else { return nil }
    self.world = world
    self.services = services
    agencies = try services.people.agencies(read)
    let choices = try services.shares.choices(world.today, read)
    grounds = [
      choices.ground(.gateway, "cda-115"), choices.ground(.basis, "public-task"),
      choices.ground(.special, "safeguarding"), choices.ground(.criminal, "unlawful-acts"),
    ].compactMap(\.self)
    seats = Seats(coordinator: coordinator, chair: chair, partner: partner, officer: officer)
    generator = world.generator(for: "conferences")
  }

  private mutating func fill(_ kind: ConferenceKind, in write: Write) throws {
    var kind = kind
    if kind.key == "marac" {
      kind.rules.adultWomen = 61_400
      kind.rules.adultWomenSource = "Made up for the demonstration"
      try KindStore.change(kind, to: kind.rules, in: write)
    }
    try seat(kind, in: write)
    try beside(kind, in: write)
    if kind.rules.flagMonths > 0 {
      // Flags of this one end within days.
      try hold(kind, on: world.today.adding(days: -355), isLast: false, in: write)
    }
    for back in (0..<Self.meetingsHeld).reversed() {
      let day = world.today.adding(days: -4 - back * kind.rules.cadenceDays)
      try hold(kind, on: day, isLast: back == 0, in: write)
    }
    try prepare(kind, in: write)
    if kind.key == "marac" { try hurry(kind, in: write) }
    if kind.key == "gangs" { try begin(kind, in: write) }
  }

  /// A mailbox of a body without accounts, and sessions of most months.
  private func beside(_ kind: ConferenceKind, in write: Write) throws {
    if let health = agency(.health), kind.rules.agencies.contains(.health) {
      try MailboxStore(services).set(
        Sensitive("sample.desk@health.thornmere.example"), of: health.id, in: kind.key,
        by: seats.coordinator.id, at: noon(world.today.adding(days: -200)), in: write)
    }
    guard !kind.sessionsTitle.isEmpty else { return }
    for back in 1...14 {
      let month = world.today.month.adding(months: -back)
      for (place, audience) in SessionAudience.allCases.enumerated() {
        let held = (month.index + place * 2) % 4
        try SessionStore.set(
          SessionCount(
            month: month, audience: audience, sessions: held, people: held * (9 + place)),
          of: kind.key, by: seats.coordinator.id, at: noon(month.lastDay), in: write)
      }
    }
  }

  private func seat(_ kind: ConferenceKind, in write: Write) throws {
    let first = world.today.adding(days: -400)
    var sitting: [(Person, Seat)] = [
      (seats.coordinator, .coordinator), (seats.chair, .chair), (seats.partner, .member),
    ]
    if !kind.isApart { sitting.append((seats.officer, .member)) }
    for (person, seat) in sitting {
      try MemberStore.seat(
        person.id, of: person.organisation, as: seat, in: kind.key, by: nil, on: first, write: write
      )
    }
  }

  /// Refers somebody made up; every fifth is somebody who was referred before.
  mutating func refer(
    _ kind: ConferenceKind, on day: Day, place: Int, isUrgent: Bool = false, in write: Write
  ) throws -> Referral? {
    count += 1
    let store = ReferralStore(services)
    let sketches = CaseSketch.of(kind.key)
    let sketch = sketches[place % sketches.count]
    let isAgain = kind.rules.repeatMonths > 0 && count % 5 == 0
    let number = isAgain ? max(1, count - 6) : count
    var content = ReferralContent()
    content.name = name(number, kind)
    content.other = kind.otherTitle.isEmpty ? "" : "Other Sample"
    content.born = kind.key == "tension" ? "" : born(number)
    (content.why, content.wishes) = (sketch.why, sketch.wishes)
    content.contact = "By the adviser only, in the mornings."
    content.told = "Told, and agrees."
    content.necessity = "Several bodies each know a part of it."
    let bodies = agencies.filter { kind.rules.agencies.contains($0.kind) }
    var new = NewReferral(
      organisation: bodies[count % bodies.count].id, referredOn: day,
      grounds: ReferralGrounds.Named(
        grounds: grounds, told: [.identity, .contact, .events, .risk]),
      content: content)
    let earlier = try store.earlier(than: day, of: content, in: kind, write)
    new.repeatOf = earlier?.id
    new.isUrgent = isUrgent
    ground(&new, kind, earlier)
    new.children = kind.rules.agenda.contains(.children) && count % 2 == 0 ? 1 + count % 3 : 0
    let reference = try store.add(
      new, to: kind.key, by: seats.partner.id, at: noon(day), using: &generator, in: write)
    return try store.find(reference, in: kind.key, write)
  }

  private func ground(_ new: inout NewReferral, _ kind: ConferenceKind, _ earlier: Referral?) {
    let usual = kind.criteria.filter { !$0.isRepeat }
    let ground =
      (earlier == nil ? nil : kind.criteria.first(where: \.isRepeat)) ?? usual[count % usual.count]
    new.criterion = ground.key
    guard let least = ground.least else { return }
    new.assessment = Assessment(
      instrument: kind.key == "marac" ? "DASH" : "Risk matrix", version: "2009",
      score: least + count % 5)
  }

  private func name(_ number: Int, _ kind: ConferenceKind) -> String {
    let first = CaseSketch.firstNames[number % CaseSketch.firstNames.count]
    let second = CaseSketch.firstNames[(number / 3 + 7) % CaseSketch.firstNames.count]
    return kind.key == "tension" ? "Traders of \(first) Sample Row" : "\(first) \(second) Sample"
  }

  private func born(_ number: Int) -> String {
    world.today.adding(days: -365 * (22 + number % 40) - number * 7).description
  }

  func noon(_ day: Day) -> Instant { London.instant(day, minute: 12 * 60) }

  func agency(_ kind: AgencyKind) -> Agency? { agencies.first { $0.kind == kind } }
}

/// Somebody of the demonstration who did something on a day.
struct SampleClerk: Clerk {
  let services: Services
  let now: Instant
  let account: ID<Account>?
}
