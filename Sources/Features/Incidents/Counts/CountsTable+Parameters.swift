internal import Documents
internal import Kernel
internal import Partnership

extension CountsTable {
  /// What was asked, what the answer leaves out and where it comes from, by name: each row of a file
  /// has them all, so that a row cut out of it still says what it is.
  static func parameters(
    _ question: CountsQuestion, _ answer: CountAnswer, _ size: CountSize
  ) -> [(name: String, value: CSVWriter.Value)] {
    asked(question) + [
      ("All counted", .integer(size.incidents)),
      ("Without a place", .integer(answer.unlocated)),
    ] + areas(question, answer) + [
      ("Source", .text(question.query.source.title)),
      ("Precision of the source", .text(question.query.source.precisionWords)),
      ("Latest month of the source", .text(question.latest.month.description)),
      ("Latest day of the source", question.latest.lastDay.map { .text($0.description) } ?? .empty),
      ("File of that month", .text(question.latest.fileWords)),
      ("Months behind", .integer(SourceLag(of: question.latest.month, on: question.today).months)),
      ("As of", .text(question.latest.asOf.description)),
      ("Made on", .text(question.today.description)),
    ]
  }

  private static func asked(
    _ question: CountsQuestion
  ) -> [(name: String, value: CSVWriter.Value)] {
    [
      ("From month", .text(question.months.lowerBound.description)),
      ("To month, included", .text(question.months.upperBound.description)),
      ("Kinds counted", .text(question.kindWords)),
      ("Outcomes counted", .text(question.outcomeWords ?? "Every outcome")),
      ("Forces counted", .text(question.areaWords)),
      ("Area counted", .text(question.onlyWords ?? "Every area")),
    ]
  }

  private static func areas(
    _ question: CountsQuestion, _ answer: CountAnswer
  ) -> [(name: String, value: CSVWriter.Value)] {
    guard let edition = question.query.edition else { return [] }
    return [
      ("Outside every area", answer.outside.map { .integer($0) } ?? .empty),
      ("Edition of areas", .integer(edition.year)),
      ("Reference system of the areas", .text("EPSG:27700")),
    ]
  }
}
