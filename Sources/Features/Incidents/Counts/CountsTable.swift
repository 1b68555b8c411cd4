internal import Database
internal import Documents
internal import Kernel
internal import Partnership
internal import Statistics

/// An answer in full, as its files hold it.
struct CountsTable {
  let question: CountsQuestion
  let heads: [String]
  let rows: [[CSVWriter.Value]]
  /// What was asked, and where the answer comes from.
  let parameters: [(name: String, value: CSVWriter.Value)]
  private let names: AreaNames

  /// The whole answer; throws ``CountsProblem`` where it has more rows than `most`.
  init(_ question: CountsQuestion, _ reader: CountsReader, most: Int) throws {
    let (answer, names) = try reader.whole(question)
    let size = try answer.size(reader.read)
    guard size.rows <= most else { throw CountsProblem.tooLong(rows: size.rows, most: most) }
    self.question = question
    self.names = names
    heads = Self.heads(question)
    var rows: [[CSVWriter.Value]] = []
    rows.reserveCapacity(size.rows)
    try answer.each(reader.read) { row in
      rows.append(Self.values(names.line(row), question))
    }
    self.rows = rows
    parameters = Self.parameters(question, answer, size)
  }

  /// The rows as CSV, each with the parameters after it.
  var csv: [UInt8] {
    var csv = CSVWriter()
    csv.row((heads + parameters.map(\.name)).map { .text($0) })
    let values = parameters.map(\.value)
    for row in rows { csv.row(row + values) }
    return csv.bytes
  }

  /// A row of the answer as the files hold it.
  func values(_ row: CountRow) -> [CSVWriter.Value] {
    Self.values(names.line(row), question)
  }

  private static func heads(_ question: CountsQuestion) -> [String] {
    let query = question.query
    let places = query.by.flatMap { dimension in
      dimension.areaKind != nil && query.edition != nil
        ? [dimension.title, "\(dimension.title) name"] : [dimension.title]
    }
    guard query.edition != nil else { return places + ["Count"] }
    let per = question.per.title
    return places + [
      "Count", per, "Year of \(per.lowercased())", "Per 1,000 \(per.lowercased())",
      "95% interval from", "95% interval to", "Why no rate",
    ]
  }

  private static func values(_ line: CountsLine, _ question: CountsQuestion) -> [CSVWriter.Value] {
    var values: [CSVWriter.Value] = []
    for (dimension, value) in zip(question.query.by, line.values) {
      let isNone = dimension == .outcome && value.isEmpty
      values.append(.text(isNone ? CountsQuestion.noOutcome : value))
      if dimension.areaKind != nil, let name = line.areaName { values.append(.text(name)) }
    }
    values.append(.integer(line.count))
    return line.rate.map { values + Self.values($0) } ?? values
  }

  private static func values(_ rate: AreaRate) -> [CSVWriter.Value] {
    let base: [CSVWriter.Value] =
      rate.base.map { [.integer($0.number), .integer($0.year)] } ?? [.empty, .empty]
    if case .told(_, _, let rate, let interval) = rate {
      return base + [rate, interval.lower, interval.upper].map { .fixed($0, 2) } + [.empty]
    }
    return base + [.empty, .empty, .empty, .text(rate.reason ?? "")]
  }
}

/// Why an answer is not made a file.
enum CountsProblem: Problem, Equatable {
  case tooLong(rows: Int, most: Int)
  case onlyAreas

  var message: String {
    switch self {
    case .tooLong(let rows, let most):
      "The answer has \(rows) rows and a file of this kind holds \(most). Ask for fewer months."
    case .onlyAreas:
      "A map is made of counts by one kind of imported area and nothing else. Ask for these."
    }
  }

  var status: Int { 422 }
}
