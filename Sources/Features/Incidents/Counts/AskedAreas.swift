internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Finds the edition of areas a question is by, and the one area it is of.
struct AskedAreas {
  let directory: AreaDirectory
  let read: Read

  /// Gives a question its edition and its only area.
  ///
  /// Without a year the edition is the latest; `text` is the code or the whole name of the only area,
  /// and all areas count where it is `nil`. Throws a ``Refusal`` at `edition` or `area`.
  func find(year: Int?, only text: String?, for query: inout CountQuery) throws {
    let kind = query.by.lazy.compactMap(\.areaKind).first
    let editions = try directory.editions(read)
      .filter { (kind ?? $0.kind) == $0.kind && (year ?? $0.year) == $0.year }
      .sorted { $1.year < $0.year }
    if let year, editions.isEmpty {
      let what = kind.map { CountDimension($0).plural } ?? "areas"
      throw Refusal("edition", "There are no \(what) of \(year)")
    }
    if let text {
      for edition in editions {
        let areas = try directory.areas(edition.kind, edition.year, read)
        guard let found = Self.area(text, of: areas) else { continue }
        (query.edition, query.only) = (edition, found)
        return
      }
      throw Refusal("area", "No area has this code or name. Look for it on the page Places")
    }
    if year != nil, kind == nil {
      throw Refusal("edition", "Only areas have an edition: count by a kind of area too")
    }
    // Without a year, LSOAs are those the police name.
    if let kind, kind != .lsoa || year != nil || query.source.mapping != nil {
      query.edition = editions.first { $0.kind == kind }
    }
  }

  private static func area(_ text: String, of areas: [Area]) -> Area? {
    areas.first { $0.code == text.uppercased() || $0.code == text }
      ?? areas.first { $0.name.lowercased() == text.lowercased() }
  }
}
