/// One row of the published performance table of 2018/19.
struct ReturnRow: Hashable, Sendable {
  let priority: String
  let indicator: String
  let value: Figure
  let previous: Figure?
  let isPercentage: Bool
  /// The change as printed; the document rounds one of them to a single decimal.
  let change: String
  let state: RatingState

  static let all: [ReturnRow] = ArchiveTable(ArchiveTable.return2018).rows.compactMap(
    ReturnRow.init)

  private init?(_ fields: [String]) {
    guard fields.count == 6, let value = ReturnRow.figure(fields[2]),
      let state = RatingState(published: fields[5])
    else { return nil }
    priority = fields[0]
    indicator = fields[1]
    self.value = value
    previous = ReturnRow.figure(fields[3])
    isPercentage = fields[2].hasSuffix("%")
    change = fields[4]
    self.state = state
  }

  private static func figure(_ text: String) -> Figure? {
    Figure(text.hasSuffix("%") ? String(text.dropLast()) : text)
  }
}

/// One row of the indicator tables of 2008-11.
struct StrategyRow: Hashable, Sendable {
  let priority: String
  let section: String
  let code: String
  let indicator: String
  let baseline: TargetStatement
  let targets: [TargetStatement]

  static let all: [StrategyRow] = ArchiveTable(ArchiveTable.strategy2008).rows.compactMap(
    StrategyRow.init)

  private init?(_ fields: [String]) {
    guard fields.count == 8 else { return nil }
    priority = fields[0]
    section = fields[1]
    code = fields[2]
    indicator = fields[3]
    baseline = TargetStatement(baseline: fields[4])
    targets = fields[5...].map { TargetStatement(target: $0) }
  }
}

/// One printed row of the outturn of 2005-08, with the lines of its sub-targets.
struct OutturnRow: Hashable, Sendable {
  let area: String
  /// As printed; two numbers are used twice.
  let number: String
  var title: String
  let status: OutturnStatus
  let note: String
  var parts: [Outturn.Part]

  /// Lines such as 27.i, 27.ii and 27.iii belong to one row.
  static let all: [OutturnRow] = ArchiveTable(ArchiveTable.outturn2005).rows.reduce(into: []) {
    rows, fields in
    guard let row = OutturnRow(fields) else { return }
    if let last = rows.last, !row.parts[0].label.isEmpty, last.number == row.number,
      !last.parts[0].label.isEmpty
    {
      rows[rows.count - 1].parts += row.parts
    } else {
      rows.append(row)
    }
  }

  private init?(_ fields: [String]) {
    guard fields.count == 9, let sense = OutturnSense(fields[4]),
      let status = OutturnStatus(rawValue: fields[7])
    else { return nil }
    let number = fields[1].split(separator: ".").map(String.init)
    guard let first = number.first else { return nil }
    area = fields[0]
    self.number = first
    self.status = status
    note = fields[8]
    title = number.count == 1 ? fields[2] : OutturnRow.shared[first] ?? fields[2]
    let progress = OutturnProgress(
      sense: sense, target: Figure(fields[5]), outturn: Figure(fields[6]))
    parts = [
      Outturn.Part(
        label: number.count == 1 ? "" : number[1], measure: fields[2], unit: fields[3],
        progress: progress, note: fields[8])
    ]
  }

  /// Our names for rows whose lines have names of their own.
  private static let shared = [
    "27": "Drug treatment completed", "37": "Custodial share of remands and of sentences",
  ]
}
