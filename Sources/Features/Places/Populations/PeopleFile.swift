internal import Commands
internal import Documents

/// Reads files of people by area: a code, a year, people, and households where they are given.
struct PeopleFile: RowFormat {
  /// The year of a file without a column of years.
  let year: Int?
  private var columns = (code: 0, year: 0 as Int?, people: 0, households: nil as Int?)
  private var seen: [String: Int] = [:]

  init(year: Int?) { self.year = year }

  mutating func begin(_ record: CSVRecord, _ file: String) throws -> Bool {
    let headings = record.texts.map(Heading.plain)
    let code = headings.firstIndex {
      ["code", "gsscode", "areacode", "wardcode", "lsoacode", "geographycode", "gss"].contains($0)
        || OfficialColumn($0) != nil
    }
    guard let code else { throw InputRefused.headings(file, "area codes", record.texts) }
    let people = ["population", "people", "persons", "allpersons", "allages", "total", "count"]
    guard let people = Heading.find(people, in: headings) else {
      throw InputRefused.headings(file, "people", record.texts)
    }
    columns = (
      code, Heading.find(["year", "midyear"], in: headings), people,
      Heading.find(["households", "dwellings"], in: headings)
    )
    guard columns.year != nil || year != nil else {
      throw InputRefused.headings(file, "years, and no --year was given", record.texts)
    }
    return true
  }

  mutating func row(_ record: CSVRecord, _ file: String) throws -> PeopleRow? {
    let code = record.text(columns.code)
    guard !code.isEmpty, code.count <= AreaCode.longest else {
      throw InputRefused.row(file, record.line, "the area's code is missing or too long")
    }
    let year = try columns.year.map { column in
      guard let year = Self.number(record.text(column)), (1900...2100).contains(year) else {
        throw InputRefused.row(
          file, record.line, "“\(record.text(column).prefix(20))” is not a year")
      }
      return year
    }
    guard let people = Self.number(record.text(columns.people)) else {
      throw InputRefused.row(
        file, record.line,
        "“\(record.text(columns.people).prefix(20))” is not a number of people")
    }
    let row = PeopleRow(
      code: code, year: year ?? self.year ?? 0, people: people,
      households: try households(record, file))
    if let line = seen.updateValue(record.line, forKey: "\(row.code) \(row.year)") {
      throw InputRefused.row(
        file, record.line, "\(row.code) of \(row.year) stands in line \(line) already")
    }
    return row
  }

  private func households(_ record: CSVRecord, _ file: String) throws -> Int? {
    guard let column = columns.households, !record[column].isEmpty else { return nil }
    guard let number = Self.number(record.text(column)) else {
      throw InputRefused.row(
        file, record.line, "“\(record.text(column).prefix(20))” is not a number of households")
    }
    return number
  }

  /// A whole number of nought or more, with or without commas and a `.0`.
  private static func number(_ text: String) -> Int? {
    var plain = text.filter { $0 != "," && $0 != " " }
    if plain.hasSuffix(".0") { plain.removeLast(2) }
    return Int(plain).flatMap { (0...100_000_000).contains($0) ? $0 : nil }
  }
}
