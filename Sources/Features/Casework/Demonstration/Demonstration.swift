internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Eighteen months of made-up reports, drawn from what happened in the demonstration's borough.
struct Demonstration {
  private static let months = 18
  private static let perMonth = 34
  /// Days for which the latest reports wait to be read.
  private static let newDays = 6

  private let world: World
  private let services: Services
  private let wards = WardFinder()

  static func make(_ world: World, _ services: Services) throws {
    let demonstration = Demonstration(world: world, services: services)
    let places = Thornmere(world)
    let last = world.today.month
    let incidents = ThornmereIncidents(world, places, last.adding(months: -months + 1)...last)
    try services.database.bulkWrite { write in
      for (name, value) in lines { try ServiceLines.set(name, value, in: write) }
      try WorkingDays.keep(
        ChangedDay(
          closed(world.today), isWorked: false,
          title: "The offices move (made up for the demonstration)"),
        by: nil, at: services.clock.now(), in: write)
      try demonstration.reports(incidents, places, in: write)
      try ReportMonthStore(areas: services.areas).make(
        at: London.instant(world.today, minute: 12 * 60), in: write)
    }
  }

  private init(world: World, services: Services) {
    self.world = world
    self.services = services
  }

  private static let lines: [(ServiceLines.Name, String)] = [
    (.phone, "020 7946 0000"), (.phoneHours, "8am to 8pm"), (.noiseLine, "020 7946 0123"),
    (.noiseHours, "10pm to 4am, Thursday to Sunday"),
    (.reviewContact, "Case review coordinator, reviews@thornmere.example"),
  ]

  /// A Friday two months ahead that would be a working day.
  private static func closed(_ today: Day) -> Day {
    let first = today.adding(days: 61 - today.weekday)
    return WorkingTime.statutory.isWorkingDay(first) ? first : first.adding(days: 7)
  }

  private func reports(
    _ incidents: ThornmereIncidents, _ places: Thornmere, in write: Write
  ) throws {
    var generator = world.generator(for: "reports")
    let taker = try services.people.people([.officer], write).first
    var drawn: [(new: NewReport, at: Instant)] = []
    for (_, month) in incidents.months {
      let seen = month.filter { SyntheticReport.isReported($0.category) && $0.day < world.today }
      for incident in seen.shuffled(using: &generator).prefix(Self.perMonth) {
        let found = try services.places.find(places.streets[incident.street].name, 1, write).first
        let place = try ReportMaking.place(found?.key, services, wards, write)
        let report = SyntheticReport(incident, place, number: drawn.count + 1)
        drawn.append(report.draw(taker: taker, until: world.today, &generator))
      }
    }
    for one in drawn.sorted(by: { $0.at < $1.at }) {
      try keep(one.new, at: one.at, &generator, in: write)
    }
  }

  private func keep(
    _ new: NewReport, at: Instant, _ generator: inout SeededGenerator, in write: Write
  ) throws {
    let store = ReportStore(services)
    let (id, _) = try store.add(
      new, secret: SecretToken.code(), at: at, using: &generator, in: write)
    let age = world.today.number - London.day(at).number
    let events = ReportEvents(sealing: store.sealing)
    guard age > Self.newDays else {
      return try acknowledge(id, new, at: at, store, in: write)
    }
    let chance = Int.random(in: 0..<100, using: &generator)
    if chance < 3 {
      try events.add(.withdrawn, to: id, at: at.adding(seconds: 90_000), in: write)
      return try store.move(id, to: .withdrawn, in: write)
    }
    let read = SyntheticReading.moment(id, new.priority, received: at)
    try events.add(.update, to: id, words: Sensitive(SyntheticWords.read), at: read, in: write)
    _ = try store.acknowledge(id, at: read, in: write)
    if !new.story.reveal(for: "flags of a made-up report").flags.isEmpty {
      try store.clear(id, by: new.takenBy ?? ID(1), at: read, in: write)
    }
    let isClosed = age > 35 && chance < 90
    try store.move(id, to: isClosed ? .closed : .triaged, in: write)
    guard isClosed else { return }
    let outcome = SyntheticWords.told(Int.random(in: SyntheticWords.outcomes, using: &generator))
    try events.add(
      .outcome, to: id, words: Sensitive(outcome), at: read.adding(seconds: 14 * 86_400), in: write)
  }

  /// Of those that wait to be read some are acknowledged.
  private func acknowledge(
    _ id: ID<Report>, _ new: NewReport, at received: Instant, _ store: ReportStore, in write: Write
  ) throws {
    let read = SyntheticReading.moment(id, new.priority, received: received)
    guard id.rawValue % 3 != 0, read < London.instant(world.today, minute: 9 * 60),
      try store.acknowledge(id, at: read, in: write)
    else { return }
    try ReportEvents(sealing: store.sealing).add(
      .update, to: id, words: Sensitive(SyntheticWords.acknowledged), at: read, in: write)
  }
}
