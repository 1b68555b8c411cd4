internal import Partnership

/// A kind of area with the years of its editions, the latest first.
struct AreaYears: Equatable, Sendable {
  let kind: AreaKind
  let years: [Int]

  /// The kinds of some editions, in the order of ``AreaKind``.
  static func all(_ editions: [AreaEdition]) -> [AreaYears] {
    AreaKind.allCases.compactMap { kind in
      let years = editions.filter { $0.kind == kind }.map(\.year).sorted(by: >)
      return years.isEmpty ? nil : AreaYears(kind: kind, years: years)
    }
  }

  /// Such as “Wards of 2022, 2014”.
  var words: String { "\(kind.plural) of \(years.map(String.init).joined(separator: ", "))" }
}
