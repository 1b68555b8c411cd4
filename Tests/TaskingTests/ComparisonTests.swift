import FeatureKit
import Commands
import FoundationEssentials
import HTTP
import Kernel
import TestKit
import Testing

@testable import Tasking

@Suite("A comparison of areas", .database)
struct ComparisonTests {
  static let head = "Code,Name,Events,People\n"

  /// Twelve areas alike, and one with as much more as is given.
  private func file(_ more: Int) -> String {
    Self.head
      + (0..<12).map { "E\($0),Area \($0),\(95 + $0),\(10_000 + 500 * $0)\n" }.joined()
      + "E99,Highton,\(100 + more),10000\n"
  }

  private func written(_ text: String) throws -> UploadedFile {
    let path = try TemporaryFolder.ofCase().path + "/areas.csv"
    try Data(text.utf8).write(to: URL(filePath: path))
    return UploadedFile(field: "file", name: "areas.csv", path: path, size: text.utf8.count)
  }

  @Test("names only who lies outside the limits")
  func outside() throws {
    let fixture = try TaskingFixture()
    let far = try #require(
      try fixture.visit("/tasking/comparison", form: [], files: [written(file(300))]))
    #expect(far.status == 200)
    #expect(far.words.contains("Above the limits: Highton"))
    #expect(far.words.contains("there is no ranking"))
    let near = try #require(
      try fixture.visit("/tasking/comparison", form: [], files: [written(file(5))]))
    #expect(near.words.contains("No area lies outside what such areas differ by"))
  }

  @Test(
    "refuses a file with its line, column and what to do",
    arguments: [
      ("", "it holds 0 areas"), ("Code,Name,Events\nE1,A,3\n", "column “people” is missing"),
      (head + "E1,A,x,100\n", "line 2, column 3: events must be a whole number"),
      (head + "E1,A,-3,100\n", "line 2, column 3"), (head + "E1,A,3,0\n", "line 2, column 4"),
      (head + "E1,A,3\n", "line 2, column 4: there is no value for people"),
      (head + "E1,,3,100\n", "line 2, column 2: enter the name"),
      (head + "E1,A,3,100\nE1,B,3,100\n", "line 3, column 1: the code E1 stands there twice"),
      (head + "E1,A,3,100\n", "it holds 1 areas; a comparison needs 5"),
      (head + "E1,\"A,3,100\n", "line 2"),
    ])
  func refused(text: String, words: String) throws {
    let fixture = try TaskingFixture()
    let response = try #require(
      try fixture.visit("/tasking/comparison", form: [], files: [written(text)]))
    if text.isEmpty {
      #expect(response.words.contains("Choose a CSV file of areas"))
    } else {
      #expect(response.words.contains(words), "\(response.words)")
    }
    #expect(response.status == 422)
  }

  @Test("of wards says what is missing for it")
  func wards() throws {
    let none = try TaskingFixture()
    #expect(
      try #require(try none.visit("/tasking/comparison")).words.contains(
        "There is nothing to compare yet"))
    let few = try TaskingFixture(sources: [TestSource.quiet(weeks: 10).events])
    #expect(
      try #require(try few.visit("/tasking/comparison")).words.contains(
        "The wards have no people yet"))
  }
}
