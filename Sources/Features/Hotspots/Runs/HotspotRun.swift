internal import Access
internal import Database
internal import Kernel

/// Tag of ids of kept maps.
enum HotspotRunTag {}

/// A kept map, without the map.
struct HotspotRun: Equatable, Sendable {
  let id: ID<HotspotRunTag>
  let source: String
  let sourceTitle: String
  /// A kind in the source's words; all where `nil`.
  let category: String?
  let method: HotspotMethod
  let months: ClosedRange<Month>
  let cell: Double
  let reach: Double
  let version: Int
  /// The hash of the events it was drawn from.
  let input: String
  let headline: String
  let spots: Int
  let events: Int
  /// Who had it drawn; `nil` for a command.
  let account: ID<Account>?
  let madeAt: Instant
  /// The hash of the kept bytes.
  let hash: [UInt8]

  static let columns: SQL = """
    id, source, source_title, category, method, first_month, last_month, cell, reach, version, \
    input, headline, spots, events, account, made_at, sha256
    """

  init(row: inout Row) throws {
    id = try row.id()
    source = try row.text()
    sourceTitle = try row.text()
    let category = try row.text()
    self.category = category.isEmpty ? nil : category
    method = try row.choice()
    let first = try row.parsed(Month.self)
    months = first...(try row.parsed(Month.self))
    cell = try row.real()
    reach = try row.real()
    version = try row.int()
    input = try row.text()
    headline = try row.text()
    spots = try row.int()
    events = try row.int()
    account = try row.optionalID()
    madeAt = try row.parsed()
    hash = try row.bytes()
  }

  /// What it is of, such as "Burglary, recorded by the police".
  var title: String {
    let source = sourceTitle.prefix(1).lowercased() + sourceTitle.dropFirst()
    return "\(category ?? "All kinds"), \(source)"
  }
}

/// A kept map with the map.
struct KeptMap: Equatable, Sendable {
  let run: HotspotRun
  let map: HotspotMap
}
