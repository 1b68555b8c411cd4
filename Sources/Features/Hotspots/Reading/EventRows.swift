internal import Commands
internal import Documents

/// Reads events from the rows of a file, one after another.
struct EventRows {
  private let file: String
  private let names: [EventColumn: String]
  private let order: DateOrder?
  private var columns: [EventColumn: Int] = [:]
  private var events = DatedEvents()
  private var fault: InputRefused?
  private var otherFaults: [Int] = []

  /// The columns are found by `names`, or by the headings they are known by, or are the first
  /// three where there are no headings.
  init(file: String, names: [EventColumn: String], order: DateOrder?) {
    self.file = file
    self.names = names
    self.order = order
  }

  /// Takes the next row.
  mutating func take(_ record: CSVRecord) throws(InputRefused) {
    guard !record.isBlank else { return }
    if columns.isEmpty, try begin(record) { return }
    switch WrittenDate(text(.date, record), order: order) {
    case .month: throw refused(.date, record, EventFile.months)
    case .unreadable:
      let forms = order?.rawValue ?? "yyyy-mm-dd or dd/mm/yyyy; --date-format says another order"
      add(refused(.date, record, "expected a day written \(forms)."))
    case .day(let day):
      guard let x = metres(.x, record) else { return add(notMetres(.x, record)) }
      guard let y = metres(.y, record) else { return add(notMetres(.y, record)) }
      events.append(x: x, y: y, day: day)
    }
  }

  /// The events; throws the first row that is wrong and names the others.
  func finished() throws(InputRefused) -> DatedEvents {
    guard let fault else { return events }
    guard !otherFaults.isEmpty else { throw fault }
    let shown = otherFaults.prefix(10).map(String.init).joined(separator: ", ")
    let rest = otherFaults.count > 10 ? " and \(otherFaults.count - 10) more" : ""
    let lines = otherFaults.count == 1 ? "line" : "lines"
    throw InputRefused(
      file: file, line: fault.line, column: fault.column,
      reason: "\(fault.reason) Also wrong: \(lines) \(shown)\(rest).")
  }

  /// Finds the columns; whether the row held headings.
  private mutating func begin(_ record: CSVRecord) throws(InputRefused) -> Bool {
    let headings = record.texts.map(EventColumn.plain)
    guard Double(headings[0]) == nil else {
      guard names.isEmpty else {
        throw InputRefused(
          file: file, line: record.line,
          reason: "there are no headings. Leave out --x, --y and --date: "
            + "the columns are x, y and date in this order.")
      }
      columns = [.x: 0, .y: 1, .date: 2]
      return false
    }
    for column in EventColumn.allCases {
      columns[column] = try place(of: column, in: headings, line: record.line)
    }
    return true
  }

  private func place(
    of column: EventColumn, in headings: [String], line: Int
  ) throws(InputRefused) -> Int {
    let wanted = names[column].map { [EventColumn.plain($0)] } ?? column.known
    let found = headings.indices.filter { wanted.contains(headings[$0]) }
    guard let place = found.first else {
      let there = headings.prefix(12).joined(separator: ", ")
      throw InputRefused(
        file: file, line: line,
        reason: "there is no column “\(wanted[0])”: name it by \(column.option). "
          + "The columns are \(there).")
    }
    guard found.count == 1 else {
      throw InputRefused(
        file: file, line: line, column: found[1] + 1,
        reason: "this is the second column for \(column.rawValue): name one by \(column.option).")
    }
    guard !EventColumn.degrees.contains(headings[place]) else {
      throw InputRefused(file: file, line: line, column: place + 1, reason: EventFile.degrees)
    }
    return place
  }

  private func text(_ column: EventColumn, _ record: CSVRecord) -> String {
    record.text(columns[column] ?? -1)
  }

  private func metres(_ column: EventColumn, _ record: CSVRecord) -> Double? {
    Double(EventColumn.plain(text(column, record))).flatMap { $0.magnitude < 1e8 ? $0 : nil }
  }

  private func notMetres(_ column: EventColumn, _ record: CSVRecord) -> InputRefused {
    refused(column, record, "expected metres such as 459192.3.")
  }

  private func refused(
    _ column: EventColumn, _ record: CSVRecord, _ reason: String
  ) -> InputRefused {
    InputRefused(
      file: file, line: record.line, column: columns[column].map { $0 + 1 }, reason: reason)
  }

  private mutating func add(_ refusal: InputRefused) {
    if fault == nil {
      fault = refusal
    } else if let line = refusal.line {
      otherFaults.append(line)
    }
  }
}
