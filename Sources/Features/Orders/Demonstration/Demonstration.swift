internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// Some 120 made-up orders of Thornmere over three years, at every stage.
///
/// Their subjects are called Sample, and each is held against the law of its day like any other.
struct Demonstration {
  private let world: World
  private let store: OrderStore
  private let places: PlaceDirectory
  private let issuers: [Agency]
  private let officer: ID<Account>?
  private let book: LawBook
  private let wards: [String]
  private let areas: AreaDirectory
  private let wardOutlines: AreaFinder
  private var generator: SeededGenerator
  private var count = 0

  static func make(_ world: World, _ services: Services) throws {
    try services.database.write { write in
      guard var demonstration = try Demonstration(world, services, write) else { return }
      try demonstration.fill(in: write)
    }
  }

  private init?(_ world: World, _ services: Services, _ read: Read) throws {
    self.world = world
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
        try add(sketch, on: world.today.adding(days: -back), place, in: write)
      }
    }
  }

  private mutating func add(
    _ sketch: OrderSketch, on day: Day, _ place: Int, in write: Write
  ) throws {
    count += 1
    let power = sketch.power
    var draft = sketch.draft(on: day, number: count)
    if power.target == .personOrBody || power.target == .person {
      let isYoung = sketch.takesYoung && place % 4 == 1
      let years = isYoung ? 16 : 19 + Int.random(in: 0...40, using: &generator)
      draft.born = draft.term.starts.adding(days: -(years * 366 + 20))
      draft.content.born = draft.born?.description ?? ""
      if draft.isYouth { sketch.makeYoung(&draft, place) }
    }
    if power == .protectionNotice { draft.warning = try warning(of: draft, write) }
    let rules = OrderRules(draft, book.law(on: day))
    guard rules.refused.isEmpty || power.kind == .legacy else { return }
    let issuer = sketch.issuer.flatMap { kind in issuers.first { $0.kind == kind } } ?? issuers[0]
    var new = NewOrder(
      draft: draft, rules: rules.relied, organisation: issuer.id,
      organisationName: issuer.name)
    if let known = try places.find(OrderSketch.streets[place % OrderSketch.streets.count], 1, write)
      .first
    {
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
    let at = draft.term.startsAt.adding(seconds: 11 * 3600)
    let reference = try store.add(new, by: officer, at: at, using: &generator, in: write)
    try settle(reference, at: place, in: write)
    if power == .acceptableBehaviour { try conclude(reference, at: place, in: write) }
    if place % 9 == 4, power.kind == .order, !power.runsByTheHour {
      try discharge(reference, day.adding(days: 40), in: write)
    }
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

  /// What is long past was dealt with in its time; some orders were broken.
  private func settle(_ reference: Reference, at place: Int, in write: Write) throws {
    guard let order = try store.find(reference, write) else { return }
    let past = world.today.adding(days: -5)
    for kind in OrderDue.Kind.allCases where order.term.starts < past {
      try store.settle(kind, of: order, on: past, before: past, in: write)
    }
    let broken = order.term.starts.adding(days: 20)
    guard order.power.canBeBreached, !order.power.runsByTheHour, place % 3 == 0,
      broken < world.today
    else { return }
    let breaches = BreachStore(keyring: store.keyring)
    let at = London.start(of: broken).adding(seconds: 12 * 3600)
    try breaches.add(
      Sensitive("Made up for the demonstration: seen by the warden"), on: broken, of: order.id,
      by: officer, at: at, in: write)
    guard place % 2 == 0, let breach = try breaches.all(of: order.id, write).first else { return }
    try breaches.decide(
      breach, order.power.isCourts ? .court : .warned, on: broken.adding(days: 3),
      Sensitive("Made up for the demonstration: admitted"), in: write)
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
