internal import Database
internal import Documents
internal import Kernel
internal import Partnership
internal import Secrets
internal import Statistics

/// Who received orders of one power, or of any, by each dimension.
struct EqualityReading: Sendable {
  let power: Power?
  let years: EqualityYears
  /// Whether the counts were kept, or had to be taken.
  let isKept: Bool
  let tables: [EqualityTable]

  init(_ power: Power?, _ services: Services, on today: Day, _ read: Read) throws {
    self.power = power
    years = EqualityYears(overOn: today)
    let (count, isKept) = try EqualityTally(keyring: services.keyring).counts(of: years, read)
    self.isKept = isKept
    let wards = try WardChoices.names(services.areas, read)
    tables = try EqualityDimension.allCases.map { dimension in
      let titles =
        dimension == .ward
        ? wards.map { (key: $0.code, title: $0.name) }
          + [(EqualityFacts.outside, "Outside the partnership's area")] : dimension.groups
      return EqualityTable(
        dimension, count, of: power, titles: titles,
        base: try EqualityBase.of(dimension, services.areas, read))
    }
  }

  /// Keeps counts that had to be taken.
  func keep(_ keyring: Keyring, in write: Write) throws {
    try EqualityTally(keyring: keyring).keep(years, in: write)
  }

  /// The same as CSV, a line a group.
  var csv: [UInt8] {
    var csv = CSVWriter()
    csv.row([
      "Years", "Power", "By", "Group", "Orders", "Self-described", "Perceived by an officer",
      "Share", "Share from", "Share to", "People", "Source of people", "Rate per 10,000",
      "Rate from", "Rate to", "Times the rate of others", "Times from", "Times to", "Note",
    ])
    for table in tables { for line in table.lines { csv.row(values(line, table)) } }
    return csv.bytes
  }

  private func values(
    _ line: EqualityTable.Line, _ table: EqualityTable
  ) -> [CSVWriter.Value] {
    func count(_ count: Int?) -> CSVWriter.Value { count.map { .integer($0) } ?? .empty }
    func number(_ number: Double?, _ digits: Int) -> CSVWriter.Value {
      number.map { .fixed($0, digits) } ?? .empty
    }
    let share = table.share(of: line)
    var rate: [CSVWriter.Value] = Array(repeating: .empty, count: 6)
    if case .told(let value, let interval, let ratio, let ratioInterval) = line.rate {
      rate = [
        number(value, 2), number(interval.lower, 2), number(interval.upper, 2), number(ratio, 2),
        number(ratioInterval?.lower, 2), number(ratioInterval?.upper, 2),
      ]
    }
    let note = line.count == nil ? "hidden" : line.rate.reason
    return [
      .text(years.words), .text(power?.title ?? "All against people"), .text(table.dimension.title),
      .text(line.title), count(line.count), count(line.said), count(line.perceived),
      number(share?.value, 4), number(share?.interval.lower, 4), number(share?.interval.upper, 4),
      count(line.people), .text(line.people == nil ? "" : table.source ?? ""),
    ] + rate + [.text(note)]
  }
}
