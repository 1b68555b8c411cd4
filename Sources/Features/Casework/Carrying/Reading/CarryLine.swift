internal import Kernel

/// Reads the fields of one line and gathers everything that is wrong with it.
struct CarryLine {
  let row: CarriedRow
  let mapping: CaseMapping
  let today: Day
  private(set) var faults: [CarryRefusal] = []
  private(set) var unknown: [(list: CarryList, word: String)] = []

  init(_ row: CarriedRow, _ mapping: CaseMapping, today: Day) {
    self.row = row
    self.mapping = mapping
    self.today = today
  }

  /// Whether the line can be kept.
  var isWhole: Bool { faults.isEmpty && unknown.allSatisfy { $0.list == .officer } }

  mutating func refuse(_ field: String, _ reason: String) {
    faults.append(CarryRefusal(field: field, reason: reason))
  }

  /// What a field says; `nil` where it says nothing.
  mutating func text(_ field: String, most: Int) -> String? {
    guard let text = row.values[field] else { return nil }
    guard text.count <= most else {
      refuse(field, "It has \(text.count) characters; the most are \(most). Shorten it")
      return nil
    }
    return text
  }

  mutating func needed(_ field: String, most: Int) -> String {
    if row.values[field] == nil { refuse(field, "It is empty. Fill it in") }
    return text(field, most: most) ?? ""
  }

  /// The old reference: with a figure, so that no name is taken for one.
  mutating func reference() -> String {
    let text = needed("reference", most: 60)
    if !text.isEmpty, !text.contains(where: \.isNumber) {
      refuse(
        "reference", "A reference has a figure in it. Choose another column, or number the cases")
    }
    return text
  }

  /// A day, with a time where there is one; only what `mayCome` lies after today.
  mutating func moment(_ field: String, mayCome: Bool = false) -> Instant? {
    guard let text = row.values[field] else { return nil }
    let year = today.civil.year
    guard let moment = mapping.dates.moment(text, notAfter: mayCome ? year + 10 : year) else {
      refuse(field, "It is no date, or no such day. Write it as \(Self.sample(mapping.dates))")
      return nil
    }
    if !mayCome, London.day(moment) > today {
      refuse(field, "The day has not come yet. Check the year")
      return nil
    }
    return moment
  }

  /// What a word means here; `nil` where there is none, or it means nothing.
  mutating func word<Meaning>(
    _ list: CarryList, _ field: String, _ read: (String) throws -> Meaning?
  ) rethrows -> Meaning? {
    guard let text = row.values[field] else { return nil }
    if let found = try read(mapping.meaning(of: text, list)) { return found }
    unknown.append((list, text))
    return nil
  }

  private static func sample(_ dates: CarriedDates) -> String {
    switch dates {
    case .dayFirst: "31/01/2026 or 31 January 2026"
    case .monthFirst: "01/31/2026 or January 31 2026"
    case .iso: "2026-01-31"
    }
  }
}

/// What is wrong with a field of a line.
struct CarryRefusal {
  let field: String
  let reason: String

  /// The fault of a line of a table.
  func fault(of rows: CarriedRows, line: Int) -> CarryFault {
    CarryFault(file: rows.name, line: line, column: rows.headings[field], reason: reason)
  }
}
