public import Database
public import Design

/// What an area is named by in forms and commands: `ward/2022/E05000573`.
public struct AreaKey: Sendable, Hashable {
  /// Its kind.
  public let kind: AreaKind
  /// The year of its edition.
  public let edition: Int
  /// Its code.
  public let code: String

  /// The key of an area.
  public init(_ area: Area) {
    kind = area.kind
    edition = area.edition
    code = area.code
  }

  /// Reads a key; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 2).map(String.init)
    guard parts.count == 3, let kind = AreaKind(rawValue: parts[0]), let edition = Int(parts[1])
    else { return nil }
    self.init(kind, edition, code: parts[2])
  }

  /// The key of its parts.
  public init(_ kind: AreaKind, _ edition: Int, code: String) {
    self.kind = kind
    self.edition = edition
    self.code = code
  }

  /// How it is written.
  public var text: String { "\(kind.rawValue)/\(edition)/\(code)" }

  /// The area with its outline as it is now; `nil` where there is none.
  ///
  /// - Complexity: reads every outline of its kind and edition.
  public func find(_ areas: AreaDirectory, _ read: Read) throws -> StatedArea? {
    try areas.shapes(kind, edition, read).first { $0.area.code == code }.map { found in
      StatedArea(
        name: "\(found.area.name) (\(kind.title.lowercased()) of \(edition))", shape: found.shape)
    }
  }
}

extension AreaDirectory {
  /// The areas of some kinds to be chosen from, kind by kind and by name: of hotspots every version,
  /// the latest first, of other kinds those of the latest edition.
  public func choices(of kinds: [AreaKind], _ read: Read) throws -> [Choice] {
    let editions = try editions(read)
    return try kinds.flatMap { kind in
      let years = editions.filter { $0.kind == kind }.map(\.year).sorted(by: >)
      return try (kind == .hotspot ? years : Array(years.prefix(1)))
        .flatMap { try areas(kind, $0, read) }
        .sorted { ($0.name, $1.edition, $1.id) < ($1.name, $0.edition, $0.id) }
        .map { area in
          Choice(
            AreaKey(area).text, "\(area.name), \(kind.title.lowercased()) of \(area.edition)")
        }
    }
  }
}
