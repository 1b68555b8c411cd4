internal import Commands
internal import Documents

/// An instrument as a sheet of rows, which is how it is written, kept and saved.
///
///     row,text,points,days
///     title,Risk on estates
///     source,The partnership's policy of 2026
///     question,How often does it happen?
///     answer,Most days,3
///     answer,Less often,1
///     check,Is anybody ill or disabled?,2
///     band,Standard,0,60
///     band,High,4,14
///
/// A `check` is a question answered yes, no or not known, of which only yes has points. A row
/// `lists,no` keeps what the instrument finds off every list.
struct InstrumentSheet {
  static let headings = ["row", "text", "points", "days"]
  /// The most bytes of a sheet.
  static let most = 1 << 16
  static let mostQuestions = 60
  static let mostAnswers = 10
  private static let mostPoints = 100

  /// What people know it by where it is refused.
  let name: String
  private var title: String?
  private var source: String?
  private var isListed = true
  private var questions: [(question: RiskInstrument.Question, line: Int)] = []
  private var bands: [RiskInstrument.Band] = []

  private init(name: String) { self.name = name }

  /// Reads a sheet; throws ``InputRefused`` with the line of the first row that is wrong.
  static func read(_ text: String, name: String) throws -> RiskInstrument {
    var sheet = InstrumentSheet(name: name)
    var isFirst = true
    func take(_ record: CSVRecord) throws {
      guard !record.isBlank else { return }
      if isFirst {
        isFirst = false
        let found = record.texts.map { $0.lowercased().filter { !$0.isWhitespace } }
        guard found.starts(with: headings) else {
          throw sheet.refused(
            record.line, "The headings must be \(headings.joined(separator: ",")).")
        }
      } else {
        try sheet.take(InstrumentRow(record, name: name))
      }
    }
    guard text.utf8.count <= most else {
      throw sheet.refused(nil, "It is larger than a sheet can be.")
    }
    var reader = CSVReader(maximumRecord: 1 << 13, maximumFields: 64)
    do {
      try Array(text.utf8).withUnsafeBytes { bytes in try reader.read(bytes, take) }
      try reader.finish(take)
    } catch let problem as CSVProblem {
      throw sheet.refused(problem.line, problem.reason)
    }
    return try sheet.instrument()
  }

  private mutating func take(_ row: InstrumentRow) throws {
    switch row.kind {
    case .title:
      guard title == nil else { throw row.refused("There is a title already.") }
      title = try row.text(most: 80)
    case .source:
      guard source == nil else { throw row.refused("There is a source already.") }
      source = try row.text(most: 400)
    case .lists: isListed = try row.isYes()
    case .question:
      questions.append((.init(text: try row.text(most: 200), answers: []), row.line))
    case .check:
      let points = try row.points(most: Self.mostPoints)
      let answers: [RiskInstrument.Answer] = [
        .init(text: "Yes", points: points), .init(text: "No", points: 0),
        .init(text: "Not known", points: 0),
      ]
      questions.append((.init(text: try row.text(most: 200), answers: answers), row.line))
    case .answer:
      guard let last = questions.indices.last else {
        throw row.refused("An answer must follow its question.")
      }
      questions[last].question.answers.append(
        .init(text: try row.text(most: 120), points: try row.points(most: Self.mostPoints)))
    case .band: try add(row)
    }
  }

  private mutating func add(_ row: InstrumentRow) throws {
    guard let level = RiskLevel.allCases.first(where: { $0.title == row.words }) else {
      throw row.refused("A band is Standard, Medium or High.")
    }
    let from = try row.points(most: Self.mostQuestions * Self.mostPoints)
    if let last = bands.last {
      guard level > last.level, from > last.from else {
        throw row.refused("Bands go from the lowest to the highest, each from a higher score.")
      }
    } else {
      guard level == .standard, from == 0 else {
        throw row.refused("The first band is Standard, from 0 points.")
      }
    }
    bands.append(.init(level: level, from: from, days: try row.days()))
  }

  private func instrument() throws -> RiskInstrument {
    guard let title else { throw refused(nil, "There is no row with a title.") }
    guard let source else { throw refused(nil, "There is no row that says its source.") }
    guard (1...Self.mostQuestions).contains(questions.count) else {
      throw refused(nil, "It needs 1 to \(Self.mostQuestions) questions.")
    }
    for (question, line) in questions
    where !(2...Self.mostAnswers).contains(question.answers.count) {
      throw refused(line, "This question needs 2 to \(Self.mostAnswers) answers.")
    }
    let instrument = RiskInstrument(
      title: title, source: source, isListed: isListed, questions: questions.map(\.question),
      bands: bands)
    guard let highest = bands.last, bands.count > 1 else {
      throw refused(nil, "It needs at least two bands.")
    }
    guard highest.from <= instrument.most else {
      throw refused(
        nil,
        "The answers reach \(instrument.most) points at most; \(highest.level.title) begins "
          + "at \(highest.from).")
    }
    return instrument
  }

  private func refused(_ line: Int?, _ reason: String) -> InputRefused {
    InputRefused(file: name, line: line, reason: "\(reason) Nothing was stored.")
  }
}
