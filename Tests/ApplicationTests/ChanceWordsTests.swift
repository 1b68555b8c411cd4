import FoundationEssentials
import Testing

@Suite("Words about chance")
struct ChanceWordsTests {
  /// Every line of the program that is no comment.
  private static func lines() throws -> [(file: String, line: String)] {
    let project = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = "/\(project)/Sources"
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return try names.filter { $0.hasSuffix(".swift") }.flatMap { name in
      let bytes = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
        line.drop(while: \.isWhitespace).hasPrefix("//") ? nil : (name, String(line))
      }
    }
  }

  @Test("nothing the program says calls what a test finds certain or explained")
  func never() throws {
    let lines = try Self.lines()
    #expect(lines.count > 10_000)
    let verdicts = try Regex(
      #"\b(certain|certainly|certainty|chance (does not|doesn't|cannot) explain)\b"#
    ).ignoresCase()
    for (file, line) in lines where line.firstMatch(of: verdicts) != nil {
      Issue.record("\(file): \(line)")
    }
  }
}
