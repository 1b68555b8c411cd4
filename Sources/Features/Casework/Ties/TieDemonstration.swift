internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Made-up cases that turned out to be one, and one that turned out to be two.
struct TieDemonstration {
  private static let pairs = 4

  private let services: Services
  private let now: Instant

  static func make(_ world: World, _ services: Services) throws {
    let demonstration = TieDemonstration(
      services: services, now: London.instant(world.today, minute: 11 * 60 + 30))
    try services.database.bulkWrite { write in
      var generator = world.generator(for: "cases joined and parted")
      for (index, pair) in try demonstration.pairs(write).enumerated() {
        guard let into = try demonstration.join(pair.0, pair.1, in: write), index == 0 else {
          continue
        }
        try demonstration.part(into, &generator, in: write)
      }
    }
  }

  private var cases: CaseStore { CaseStore(services) }

  /// Open cases of one kind at one place, the newer first; none in two pairs.
  private func pairs(_ write: Write) throws -> [(Reference, Reference)] {
    var seen: Set<Reference> = []
    return try write.all(
      """
      SELECT n.reference, o.reference FROM case_file n JOIN case_file o
        ON o.place_name = n.place_name AND o.kind = n.kind AND o.id < n.id
      WHERE n.state = 'open' AND o.state = 'open' ORDER BY n.id, o.id
      """
    ) { row in (try row.parsed(Reference.self), try row.parsed(Reference.self)) }
    .filter { newer, older in
      guard !seen.contains(newer), !seen.contains(older) else { return false }
      seen.formUnion([newer, older])
      return true
    }.prefix(Self.pairs).map(\.self)
  }

  private func join(_ from: Reference, _ into: Reference, in write: Write) throws -> CaseFile? {
    guard let file = try cases.find(from, write), let taker = try cases.find(into, write) else {
      return nil
    }
    let form = try JoinForm(
      Fields([("join-reason", "Made up: the same door and the same nights"), ("seen", "yes")]))
    try Joining(services: services, account: file.owner, now: now).join(
      file, to: taker, form, in: write)
    return try cases.find(into, write)
  }

  private func part(
    _ file: CaseFile, _ generator: inout SeededGenerator, in write: Write
  ) throws {
    let whole = try WholeCase(file, services, at: now, write)
    guard whole.reports.count > 1, let last = whole.reports.last else { return }
    let form = try PartForm(
      Fields([
        ("part-report", last.reference.description),
        ("part-title", "Second door, \(file.title)".prefix(120).description),
        ("part-reason", "Made up: the second report is of the house behind"),
      ]), of: whole)
    _ = try Parting(services: services, account: file.owner, now: now).part(
      file, form, using: &generator, in: write)
  }
}
