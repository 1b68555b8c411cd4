internal import Commands
internal import Geography
internal import Kernel
internal import Partnership

/// How a mapping reads the rows of a sample: field by field, and what would be refused and why.
struct ExtractPreview: Equatable, Sendable {
  /// One row as it is read.
  struct Row: Equatable, Sendable {
    let line: Int
    /// In the order of ``ExtractPreview/fields``; empty ones say nothing.
    let values: [String]
    /// Why it would be refused.
    let refusal: String?
  }

  /// What the values of the rows are.
  private(set) var fields: [String] = []
  private(set) var rows: [Row] = []
  /// Why no row can be read: a heading that is not there.
  private(set) var fault: String?

  /// Rows that would be refused.
  var refused: Int { rows.count { $0.refusal != nil } }

  /// Reads a sample by a mapping that was checked.
  init(_ sample: Sample, _ mapping: Mapping, _ services: Services) throws {
    let decoder = try ExtractImporter(services).decoder(mapping)
    fields = Self.fields(mapping)
    var search = HeadingSearch()
    var places: ColumnPlaces?
    for row in sample.rows {
      TextRow.with(row.values, line: row.line) { row in
        if let places {
          rows.append(Self.row(row, places, decoder))
        } else {
          places = search.places(row, mapping)
        }
      }
    }
    if places == nil { fault = search.fault }
  }

  private static func fields(_ mapping: Mapping) -> [String] {
    if mapping.rows == .months { return ["Area", "Category", "Months with any", "Incidents"] }
    var fields = ["Category", "When"]
    if !mapping.columns.x.isEmpty { fields.append("Place, in metres") }
    for role in [Mapping.Role.area, .location, .outcome, .reference] where !mapping[role].isEmpty {
      fields.append(role.title)
    }
    return fields
  }

  private static func row(
    _ row: TextRow, _ places: ColumnPlaces, _ decoder: ExtractDecoder
  ) -> Row {
    do {
      let values =
        decoder.mapping.rows == .months
        ? words(try decoder.months(row, places))
        : words(try decoder.event(row, places), decoder.mapping)
      return Row(line: row.line, values: values, refusal: nil)
    } catch { return Row(line: row.line, values: [], refusal: error.fault.words) }
  }

  private static func words(_ row: MonthsRow) -> [String] {
    [
      row.area, row.category, String(row.counts.count),
      String(row.counts.reduce(0) { $0 + $1.count }),
    ]
  }

  private static func words(_ event: ExtractEvent, _ mapping: Mapping) -> [String] {
    var words = [event.category, when(event, mapping)]
    if !mapping.columns.x.isEmpty {
      words.append(
        event.place.map { place in
          "\(Int(place.point.easting.rounded())) \(Int(place.point.northing.rounded()))"
        } ?? "No place")
    }
    let others: [(Mapping.Role, String)] = [
      (.area, event.area), (.location, event.location), (.outcome, event.outcome),
      (.reference, event.reference),
    ]
    return words + others.filter { !mapping[$0.0].isEmpty }.map(\.1)
  }

  private static func when(_ event: ExtractEvent, _ mapping: Mapping) -> String {
    guard let minutes = event.minutes, let day = event.day else { return event.month.words }
    let (first, last) = (
      LondonMinutes.instant(minutes.lowerBound), LondonMinutes.instant(minutes.upperBound)
    )
    if mapping.time == .day { return day.words }
    return first == last ? London.words(first) : "\(London.words(first)) to \(London.words(last))"
  }
}

extension ExtractPreview {
  /// The preview for other programs.
  var json: JSON {
    [
      "fault": JSON(fault), "refused": .integer(refused),
      "rows": .array(
        rows.map { row in
          let members = zip(fields, row.values).map { JSON.Member($0, .string($1)) }
          return [
            "line": .integer(row.line), "refused": JSON(row.refusal), "values": .object(members),
          ]
        }),
    ]
  }

  /// The preview for a terminal.
  var lines: [String] {
    var lines: [String] = []
    for row in rows {
      lines.append("line \(row.line)\(row.refusal.map { ": refused: \($0)" } ?? "")")
      for (field, value) in zip(fields, row.values) where !value.isEmpty {
        lines.append("  \(field): \(value)")
      }
    }
    lines.append("\(rows.count) rows looked at, \(refused) would be refused")
    return lines
  }
}
