internal import Commands
internal import Documents
internal import Kernel

/// A CSV file of areas to compare: code, name, events, people; one line of headings.
struct ComparatorFile {
  private static let headings = ["code", "name", "events", "people"]
  private static let most = 2_000_000_000

  let path: String
  /// What the file is called where it is refused.
  let name: String

  /// Reads the areas; throws ``InputRefused`` with the line and column.
  func areas() throws -> [Comparison.Area] {
    var columns: [Int]?
    var areas: [Comparison.Area] = []
    var codes: Set<String> = []
    func take(_ record: CSVRecord) throws {
      guard !record.isBlank else { return }
      guard let places = columns else {
        columns = try self.columns(record)
        return
      }
      let area = try area(record, places)
      guard codes.insert(area.code).inserted else {
        throw refused(record.line, places[0] + 1, "the code \(area.code) stands there twice.")
      }
      areas.append(area)
      guard areas.count <= Comparison.most else {
        throw refused(record.line, nil, "it holds more than \(Comparison.most) areas.")
      }
    }
    var reader = CSVReader(maximumRecord: 1 << 16, maximumFields: 64)
    do {
      try FileBytes.read(path) { piece in try reader.read(piece, take) }
      try reader.finish(take)
    } catch let problem as CSVProblem {
      throw refused(problem.line, problem.column, problem.reason)
    } catch let problem as FileProblem {
      throw refused(nil, nil, problem.message)
    }
    guard areas.count >= Comparison.fewest else {
      throw refused(
        nil, nil, "it holds \(areas.count) areas; a comparison needs \(Comparison.fewest).")
    }
    return areas
  }

  private func columns(_ record: CSVRecord) throws -> [Int] {
    let found = record.texts.map { text in
      text.lowercased().filter { !$0.isWhitespace }
    }
    return try Self.headings.map { heading in
      guard let place = found.firstIndex(of: heading) else {
        throw refused(
          record.line, nil,
          "the column “\(heading)” is missing. The first line must hold "
            + Self.headings.joined(separator: ", ") + ".")
      }
      return place
    }
  }

  private func area(_ record: CSVRecord, _ columns: [Int]) throws -> Comparison.Area {
    func text(_ column: Int) throws -> String {
      guard columns[column] < record.count else {
        throw refused(
          record.line, columns[column] + 1, "there is no value for \(Self.headings[column]).")
      }
      let text = record.text(columns[column]).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      guard !text.isEmpty, text.count <= 120 else {
        throw refused(
          record.line, columns[column] + 1,
          "enter the \(Self.headings[column]), 120 characters at most.")
      }
      return text
    }
    func number(_ column: Int, from least: Int) throws -> Int {
      let digits = try text(column).filter { $0 != "," }
      guard let number = Int(digits), (least...Self.most).contains(number) else {
        throw refused(
          record.line, columns[column] + 1,
          "\(Self.headings[column]) must be a whole number from \(least), such as 1,041.")
      }
      return number
    }
    return Comparison.Area(
      code: try text(0), name: try text(1), events: try number(2, from: 0),
      people: try number(3, from: 1))
  }

  private func refused(_ line: Int?, _ column: Int?, _ reason: String) -> InputRefused {
    InputRefused(file: name, line: line, column: column, reason: reason)
  }
}
