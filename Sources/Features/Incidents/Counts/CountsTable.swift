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
  private let wards: WardPeople

  /// The whole answer; throws ``CountsProblem`` where it has more rows than `most`.
  init(_ question: CountsQuestion, _ reader: CountsReader, most: Int) throws {
    let (answer, wards) = try reader.whole(question)
    let size = try answer.size(reader.read)
    guard size.rows <= most else { throw CountsProblem.tooLong(rows: size.rows, most: most) }
    self.question = question
    self.wards = wards
    heads = Self.heads(question)
    var rows: [[CSVWriter.Value]] = []
    rows.reserveCapacity(size.rows)
    try answer.each(reader.read) { row in
      rows.append(Self.values(wards.line(row, of: question.query), question))
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
    Self.values(wards.line(row, of: question.query), question)
  }

  private static func heads(_ question: CountsQuestion) -> [String] {
    let places = question.query.by.flatMap { dimension in
      dimension == .ward ? ["Ward", "Ward name"] : [dimension.title]
    }
    guard question.edition != nil else { return places + ["Count"] }
    return places + [
      "Count", "People", "Year of people", "Per 1,000 people", "95% interval from",
      "95% interval to", "Why no rate",
    ]
  }

  private static func values(_ line: CountsLine, _ question: CountsQuestion) -> [CSVWriter.Value] {
    var values: [CSVWriter.Value] = []
    for (dimension, value) in zip(question.query.by, line.values) {
      values.append(.text(value))
      if dimension == .ward { values.append(.text(line.wardName ?? "")) }
    }
    values.append(.integer(line.count))
    return line.rate.map { values + Self.values($0) } ?? values
  }

  private static func values(_ rate: WardRate) -> [CSVWriter.Value] {
    let people: [CSVWriter.Value] =
      rate.people.map { [.integer($0.people), .integer($0.year)] } ?? [.empty, .empty]
    if case .told(_, let rate, let interval) = rate {
      return people + [rate, interval.lower, interval.upper].map { .fixed($0, 2) } + [.empty]
    }
    return people + [.empty, .empty, .empty, .text(rate.reason ?? "")]
  }

  private static func parameters(
    _ question: CountsQuestion, _ answer: CountAnswer, _ size: CountSize
  ) -> [(name: String, value: CSVWriter.Value)] {
    let asked: [(String, CSVWriter.Value)] = [
      ("From month", .text(question.months.lowerBound.description)),
      ("To month, included", .text(question.months.upperBound.description)),
      ("Kinds counted", .text(question.kindWords)),
      ("Forces counted", .text(question.areaWords)),
      ("All counted", .integer(size.incidents)),
      ("Without a place", .integer(answer.unlocated)),
    ]
    let wards: [(String, CSVWriter.Value)] =
      question.edition.map { edition in
        [
          ("Outside every ward", answer.outside.map { .integer($0) } ?? .empty),
          ("Edition of wards", .integer(edition.year)),
        ]
      } ?? []
    return asked + wards + [
      ("Source", "data.police.uk street files"),
      ("Latest month of the source", .text(question.latest.month.description)),
      ("File of that month", .text(question.latest.fileWords)),
      ("Months behind", .integer(question.lag.months)),
      ("As of", .text(question.latest.asOf.description)),
      ("Made on", .text(question.today.description)),
    ]
  }
}

/// Why an answer is not made a file.
enum CountsProblem: Problem, Equatable {
  case tooLong(rows: Int, most: Int)
  case onlyWards

  var message: String {
    switch self {
    case .tooLong(let rows, let most):
      "The answer has \(rows) rows and a file of this kind holds \(most). Ask for fewer months."
    case .onlyWards: "A map is made of counts by ward and nothing else. Ask for these."
    }
  }

  var status: Int { 422 }
}
