internal import Commands
internal import Documents
internal import HTTP

/// A mapping as a sheet of three columns, which is how it is written, kept and saved.
///
///     row,ours,theirs
///     system,,Old Register
///     dates,day-first,
///     cases,reference,Case No
///     priority,1,High
///
/// A row is a table, with a field of ours and the heading of its column; or a list, with a word of
/// ours and the word of theirs that means it.
struct CaseMappingSheet {
  static let headings = ["row", "ours", "theirs"]
  /// The most bytes of a sheet.
  static let most = 1 << 17

  private let name: String
  private var mapping = CaseMapping()

  private init(name: String) { self.name = name }

  /// Reads a sheet; throws ``InputRefused`` with the line of the first row that is wrong.
  static func read(_ text: String, name: String) throws -> CaseMapping {
    var sheet = CaseMappingSheet(name: name)
    var isFirst = true
    func take(_ record: CSVRecord) throws {
      guard !record.isBlank else { return }
      if isFirst {
        isFirst = false
        let found = record.texts.map { CaseMapping.plain($0) }
        guard found.starts(with: headings) else {
          throw sheet.refused(
            record.line, "the headings must be \(headings.joined(separator: ",")).")
        }
      } else {
        try sheet.take(record.texts.map { Self.trimmed($0) }, record.line)
      }
    }
    guard text.utf8.count <= most else { throw sheet.refused(nil, "it is larger than a mapping.") }
    var reader = CSVReader(maximumRecord: 1 << 13, maximumFields: 16)
    do {
      try Array(text.utf8).withUnsafeBytes { try reader.read($0, take) }
      try reader.finish(take)
    } catch let problem as CSVProblem { throw sheet.refused(problem.line, problem.reason) }
    return try sheet.whole()
  }

  private static func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func take(_ values: [String], _ line: Int) throws {
    let row = values[0].lowercased()
    let (ours, theirs) = (
      values.count > 1 ? values[1] : "", values.count > 2 ? values[2] : ""
    )
    if row == "system" {
      mapping.system = theirs
    } else if row == "dates" {
      guard let dates = CarriedDates(rawValue: ours) else {
        let known = CarriedDates.allCases.map(\.rawValue).joined(separator: ", ")
        throw refused(line, "dates are \(known), not “\(ours)”.")
      }
      mapping.dates = dates
    } else if let table = CarryTable(rawValue: row) {
      guard table.fields.contains(where: { $0.name == ours }) else {
        let known = table.fields.map(\.name).joined(separator: ", ")
        throw refused(line, "\(row) have no field “\(ours)”. The fields are \(known).")
      }
      if !theirs.isEmpty { mapping.columns[table, default: [:]][ours] = theirs }
    } else if let list = CarryList(rawValue: row) {
      try check(ours, of: list, line)
      mapping.words[list, default: [:]][CaseMapping.plain(theirs)] = ours
    } else {
      let known = ["system", "dates"] + CarryTable.allCases.map(\.rawValue)
      let words = (known + CarryList.allCases.map(\.rawValue)).joined(separator: ", ")
      throw refused(line, "a row is one of \(words), not “\(values[0])”.")
    }
  }

  /// Organisations and officers are looked up when a table is read: they come and go.
  private func check(_ ours: String, of list: CarryList, _ line: Int) throws {
    let isKnown =
      switch list {
      case .kind: ReportKind.all.contains { $0.id == ours }
      case .priority: Int(ours).flatMap(Priority.init(rawValue:)) != nil
      case .role: CasePart(rawValue: ours) != nil
      case .note: CarryField.noteKinds.contains { $0.rawValue == ours }
      case .organisation, .officer: !ours.isEmpty
      }
    guard isKnown else {
      throw refused(line, "“\(ours)” is none of ours. \(list.title) is \(list.choices).")
    }
  }

  private func whole() throws -> CaseMapping {
    guard !mapping.system.isEmpty, mapping.system.count <= 80 else {
      throw refused(nil, "a row “system,,NAME” is needed: what people call the other system.")
    }
    guard mapping.columns[.cases] != nil else {
      throw refused(nil, "rows “cases,…” are needed: which columns the cases have.")
    }
    for table in CarryTable.allCases {
      guard let columns = mapping.columns[table] else { continue }
      if let missing = table.fields.first(where: { $0.isNeeded && columns[$0.name] == nil }) {
        throw refused(nil, "a row “\(table.rawValue),\(missing.name),HEADING” is needed.")
      }
    }
    return mapping
  }

  private func refused(_ line: Int?, _ reason: String) -> InputRefused {
    InputRefused(file: name, line: line, reason: reason)
  }
}
