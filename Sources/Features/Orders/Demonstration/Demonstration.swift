internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Some 130 made-up orders of Thornmere over three years, at every stage.
///
/// Their subjects are called Sample, or are those complained of in the cases they name, and each is held
/// against the law of its day like any other.
struct Demonstration {
  let world: World
  let services: Services
  let store: OrderStore
  private let places: PlaceDirectory
  private let issuers: [Agency]
  let officer: ID<Account>?
  let book: LawBook
  private let wards: [String]
  private let areas: AreaDirectory
  private let wardOutlines: AreaFinder
  private var generator: SeededGenerator
  /// Within so many days a breach is decided on.
  static let decidingDays = 14
  /// The last days whose dates some are late with.
  static let lateDays = 2
  private var count = 0
  private var broken = 0

  static func make(_ world: World, _ services: Services) throws {
    try services.database.write { write in
      guard var demonstration = try Demonstration(world, services, write) else { return }
      try demonstration.fill(in: write)
      try demonstration.makeStages(in: write)
      try demonstration.nameCases(in: write)
      try demonstration.dealWithPast(in: write)
    }
  }

  private init?(_ world: World, _ services: Services, _ read: Read) throws {
    self.world = world
    self.services = services
    store = OrderStore(services)
    places = services.places
    let agencies = try services.people.agencies(read)
    issuers = [.council, .police, .housing].compactMap { kind in
      agencies.first { $0.kind == kind }
    }
    guard !issuers.isEmpty else { return nil }
    officer = try services.people.people([.officer], read).first?.id
    book = try LawStore.book(read)
    wards = try WardChoices.names(services.areas, read).map(\.code)
    areas = services.areas
    wardOutlines = AreaFinder(try services.areas.latestShapes(.ward, read))
    generator = world.generator(for: "orders")
  }

  private mutating func fill(in write: Write) throws {
    try EqualityBase.replace(
      EqualitySketch.bases, year: 2021, source: "Made up for the demonstration", in: write)
    for sketch in OrderSketch.all {
      for place in 0..<sketch.count {
        // Spread over three years, the last of them some days ago.
        let back =
          6 + place * 1080 / max(1, sketch.count) + Int.random(in: 0...9, using: &generator)
        let day = world.today.adding(days: -back)
        guard let reference = try add(sketch, on: day, place, in: write) else { continue }
        try settle(reference, at: place, in: write)
        if sketch.power == .acceptableBehaviour { try conclude(reference, at: place, in: write) }
        if place % 9 == 4, sketch.power.kind == .order, !sketch.power.runsByTheHour {
          try discharge(reference, day.adding(days: 40), in: write)
        }
      }
    }
  }

  /// Writes one down that the law of its day allows; `nil` where it does not.
  mutating func add(
    _ sketch: OrderSketch, on day: Day, _ place: Int, fitting sample: OrderSample? = nil,
    in write: Write, adjust: (inout OrderDraft) -> Void = { _ in }
  ) throws -> Reference? {
    count += 1
    let power = sketch.power
    var draft = sketch.draft(on: day, number: count)
    if power.target == .personOrBody || power.target == .person {
      let isYoung = sketch.takesYoung && place % 4 == 1
      let years = isYoung ? 16 : 19 + Int.random(in: 0...40, using: &generator)
      draft.born = sample?.born ?? draft.term.starts.adding(days: -(years * 366 + 20))
      if let sample { draft.content.name = sample.name }
      draft.content.born = draft.born?.description ?? ""
      if draft.isYouth { sketch.makeYoung(&draft, place) }
    }
    adjust(&draft)
    if power == .protectionNotice { draft.warning = try warning(of: draft, write) }
    let rules = OrderRules(draft, book.law(on: day))
    guard rules.refused.isEmpty else { return nil }
    let issuer = sketch.issuer.flatMap { kind in issuers.first { $0.kind == kind } } ?? issuers[0]
    var new = NewOrder(
      draft: draft, rules: rules.relied, organisation: issuer.id,
      organisationName: issuer.name, cases: sample?.cases ?? [])
    let street = sample?.place ?? OrderSketch.streets[place % OrderSketch.streets.count]
    if let known = try places.find(street, 1, write).first {
      new.placeKey = known.key
      new.placeName = known.words
      // Every other order of an area covers the whole ward of its place.
      if power.target == .area, place % 2 == 1, let ward = wardOutlines.area(of: known.point) {
        new.area = try AreaKey(ward).find(areas, write)
        new.placeName = [new.area?.name, known.words].compactMap(\.self).joined(separator: "; ")
      }
    }
    if Power.personal.contains(power) {
      new.facts = EqualitySketch.facts(wards, using: &generator)
    }
    new.marks.isAboutDrugs = power.isClosure && place % 2 == 0
    new.marks.requiresTreatment = power.canRequireTreatment && place % 3 == 1
    let noon = London.instant(world.today, minute: 12 * 60)
    let at = min(draft.term.startsAt.adding(seconds: 11 * 3600), noon)
    return try store.add(new, by: officer, at: at, using: &generator, in: write)
  }

  /// The warning a notice follows: one to the same name, served a month before.
  private mutating func warning(of draft: OrderDraft, _ write: Write) throws -> PrecedingWarning? {
    guard let sketch = OrderSketch.all.first(where: { $0.power == .protectionWarning }) else {
      return nil
    }
    var warning = sketch.draft(on: draft.term.starts.adding(days: -30), number: count)
    warning.content.name = draft.content.name
    warning.born = draft.born
    warning.content.born = draft.content.born
    let issuer = issuers[0]
    let rules = OrderRules(warning, book.law(on: warning.term.starts))
    guard rules.refused.isEmpty else { return nil }
    let reference = try store.add(
      NewOrder(
        draft: warning, rules: rules.relied, organisation: issuer.id, organisationName: issuer.name),
      by: officer, at: warning.term.startsAt.adding(seconds: 11 * 3600), using: &generator,
      in: write)
    return PrecedingWarning(
      reference: reference.description, isProtectionWarning: true, servedAt: warning.servedAt,
      isOfSameSubject: true)
  }

  /// Some orders were broken.
  private mutating func settle(_ reference: Reference, at place: Int, in write: Write) throws {
    guard let order = try store.find(reference, write) else { return }
    let day = order.term.starts.adding(days: 20)
    guard order.power.canBeBreached, !order.power.runsByTheHour, place % 3 == 0, day < world.today
    else { return }
    try breakIt(order, on: day, in: write)
  }

  /// A breach, and in turn each decision that can be made about one of its power; of one that became known
  /// lately none yet.
  private mutating func breakIt(_ order: Order, on day: Day, in write: Write) throws {
    let breaches = BreachStore(keyring: store.keyring)
    try breaches.add(
      Sensitive("Made up for the demonstration: seen by the warden"), on: day, of: order.id,
      by: officer, at: London.instant(day, minute: 12 * 60), in: write)
    let decided = day.adding(days: 3)
    let choices = BreachSketch.decisions(order.power, book.law(on: decided))
    let made = choices.compactMap(\.self)
    let isLate = day < world.today.adding(days: -Self.decidingDays)
    let choice = choices[broken % choices.count] ?? (isLate ? made[broken % made.count] : nil)
    broken += 1
    guard let choice, decided <= world.today,
      let breach = try breaches.all(of: order.id, write).first
    else { return }
    try breaches.decide(breach, choice(decided), in: write)
  }

  /// Of contracts that have ended most holders kept out of trouble; of some nobody has said.
  private func conclude(_ reference: Reference, at place: Int, in write: Write) throws {
    guard place % 5 != 3, let order = try store.find(reference, write),
      order.term.endsAt <= London.start(of: world.today)
    else { return }
    try store.conclude(order, place % 7 == 2 ? .entered : .notEntered, in: write)
  }

  private func discharge(_ reference: Reference, _ day: Day, in write: Write) throws {
    guard day <= world.today, let order = try store.find(reference, write),
      order.term.endsAt > London.start(of: day)
    else { return }
    try store.discharge(order, on: day, in: write)
    try store.keep(
      .discharged, "\(day.words): made up for the demonstration, the behaviour stopped",
      of: order.id, by: officer, at: London.start(of: day).adding(seconds: 12 * 3600), in: write)
  }
}
