internal import Commands
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// What the command line asks of the cube.
struct CountQueryArguments {
  /// The words `--by` takes.
  static let known = CountDimension.allCases.map(\.rawValue).joined(separator: ", ")

  let per: RateBasis
  private var query: CountQuery
  private let year: Int?
  private let area: String?
  private let force: String?

  /// Reads the arguments; throws ``UsageError`` of the first that is wrong.
  init(_ invocation: Invocation, _ read: Read) throws {
    let source = try Self.source(invocation.option("--source"), read)
    query = CountQuery(by: try Self.dimensions(invocation.option("--by") ?? "", of: source))
    query.source = source
    (query.from, query.to) = try CountCommand.months(invocation)
    query.category = invocation.option("--category")
    query.outcome = invocation.option("--outcome").map { $0 == CountsReading.noOutcome ? "" : $0 }
    year = try invocation.option("--edition", expected: "a year such as 2022") { Int($0) }
    area = invocation.option("--area")
    force = invocation.option("--force")
    if query.isByHours, query.outcome != nil {
      throw UsageError("--outcome: \(CountRules.hoursHaveNoOutcome).", argument: "--outcome")
    }
    per = invocation.option("--per").flatMap(RateBasis.init(rawValue:)) ?? .people
  }

  /// The question, with the areas it names found among those there are.
  func query(_ services: Services, _ read: Read) throws -> CountQuery {
    var query = query
    if force != nil, query.source.mapping != nil {
      throw UsageError("--force: only the police's files tell forces.", argument: "--force")
    }
    if let force {
      let forces = try OverviewStore.forces(read)
      guard forces.contains(force) else {
        let names = forces.isEmpty ? "none is imported" : forces.joined(separator: ", ")
        throw UsageError("--force: “\(force)” is none of these: \(names).", argument: "--force")
      }
      query.area = IncidentArea(forces: [force], lsoas: [])
    }
    try checkKind(services, read)
    let facts = CountSourceFacts(source: query.source, read: read)
    try Self.check("--category", query.category, try facts.categories())
    try Self.check("--outcome", query.outcome, [""] + (try facts.outcomes()))
    do {
      try AskedAreas(directory: services.areas, read: read)
        .find(year: year, only: area, for: &query)
    } catch let refusal as Refusal {
      let entry = refusal.entries[0]
      throw UsageError("--\(entry.field): \(entry.message).", argument: "--\(entry.field)")
    }
    return query
  }

  /// Throws where a word is none of those the source says.
  private static func check(_ option: String, _ word: String?, _ known: [String]) throws {
    guard let word, !known.contains(word) else { return }
    let words = known.map { $0.isEmpty ? CountsReading.noOutcome : $0 }
    throw UsageError(
      "\(option): “\(word)” is none of these: \(words.joined(separator: ", ")).", argument: option)
  }

  private func checkKind(_ services: Services, _ read: Read) throws {
    guard let kind = query.by.lazy.compactMap(\.areaKind).first,
      kind != .lsoa || year != nil || query.source.mapping != nil,
      try services.areas.latest(kind, read) == nil
    else { return }
    throw UsageError(
      "--by: there are no \(CountDimension(kind).plural). Import them with hamlet boundaries import "
        + "FILE --kind \(kind.rawValue).", argument: "--by")
  }

  private static func source(_ key: String?, _ read: Read) throws -> CountSource {
    let sources = try CountSourceFacts.sources(read)
    guard let key else { return .policeUK }
    guard let found = sources.first(where: { $0.key == key }) else {
      let known = sources.map(\.key).joined(separator: ", ")
      throw UsageError(
        "--source: there are no incidents of “\(key)”. There are: \(known).", argument: "--source")
    }
    return found
  }

  private static func dimensions(
    _ list: String, of source: CountSource
  ) throws(UsageError) -> [CountDimension] {
    var dimensions: [CountDimension] = []
    for word in list.split(separator: ",", omittingEmptySubsequences: false) {
      guard let dimension = CountDimension(rawValue: String(word)) else {
        throw UsageError("--by: “\(word)” is none of \(known).", argument: "--by")
      }
      guard !dimensions.contains(dimension) else {
        throw UsageError("--by: “\(word)” is there twice.", argument: "--by")
      }
      if let reason = CountRules.reason(against: dimension, after: dimensions, of: source) {
        throw UsageError("--by: \(reason).", argument: "--by")
      }
      dimensions.append(dimension)
    }
    return dimensions
  }
}
