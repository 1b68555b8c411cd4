internal import Commands
internal import Documents
internal import Kernel

/// A CSV file of weights of harm: category, lowest, highest and note, one kind a row.
struct HarmFile {
  let path: String
  /// What people know it by.
  let name: String

  private static let headings = ["category", "lowest", "highest", "note"]
  private static let most = 2_000

  /// Reads the weights; throws ``InputRefused`` with the line of the first that is wrong.
  func read() throws -> [HarmScale.Weight] {
    var weights: [HarmScale.Weight] = []
    var (isFirst, known) = (true, Set<String>())
    var reader = CSVReader()
    func take(_ record: CSVRecord) throws {
      guard !record.isBlank else { return }
      if isFirst {
        isFirst = false
        try checkHeadings(record)
        return
      }
      let weight = try weight(record)
      guard known.insert(HarmScale.plain(weight.category)).inserted else {
        throw refused(record.line, 1, "“\(weight.category)” stands here for the second time.")
      }
      weights.append(weight)
      guard weights.count <= Self.most else {
        throw refused(record.line, nil, "a scale holds \(Self.most) kinds at most.")
      }
    }
    do {
      try FileBytes.read(path) { piece in try reader.read(piece, take) }
      try reader.finish(take)
    } catch let problem as CSVProblem {
      throw refused(problem.line, problem.column, problem.reason)
    } catch let problem as FileProblem {
      throw UsageError("FILE: \(problem.message)", argument: "FILE")
    }
    guard weights.contains(where: { $0.lowest != nil }) else {
      throw refused(nil, nil, "no kind has a weight.")
    }
    return weights
  }

  private func checkHeadings(_ record: CSVRecord) throws {
    let found = record.texts.map(HarmScale.plain)
    guard Array(found.prefix(3)) == Array(Self.headings.prefix(3)) else {
      throw refused(
        record.line, nil, "the headings must be \(Self.headings.joined(separator: ",")).")
    }
  }

  private func weight(_ record: CSVRecord) throws -> HarmScale.Weight {
    let texts = (0..<4).map { $0 < record.count ? Self.trimmed(record.text($0)) : "" }
    guard !texts[0].isEmpty, texts[0].count <= 200 else {
      throw refused(
        record.line, 1, "expected a kind in the source's words, of 200 letters at most.")
    }
    let (lowest, highest) = (try days(texts[1], record.line, 2), try days(texts[2], record.line, 3))
    guard (lowest == nil) == (highest == nil) else {
      throw refused(record.line, 3, "give both weights, or neither with the reason in note.")
    }
    if let lowest, let highest, lowest > highest {
      throw refused(record.line, 3, "the highest weight is under the lowest.")
    }
    return HarmScale.Weight(
      category: texts[0], lowest: lowest, highest: highest, note: String(texts[3].prefix(400)))
  }

  private func days(_ text: String, _ line: Int, _ column: Int) throws -> Double? {
    if text.isEmpty { return nil }
    guard let days = Double(text), (0...100_000).contains(days) else {
      throw refused(line, column, "expected days from 0 to 100000, such as 365.")
    }
    return days
  }

  private static func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func refused(_ line: Int?, _ column: Int?, _ reason: String) -> InputRefused {
    InputRefused(file: name, line: line, column: column, reason: "\(reason) Nothing was stored.")
  }
}
