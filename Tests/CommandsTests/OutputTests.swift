import Testing

@testable import Commands

@Suite("JSON")
struct JSONTests {
  @Test(
    "is written on one line",
    arguments: [
      (JSON.null, "null"), (true, "true"), (12, "12"), (69.0, "69"), (-4.17, "-4.17"),
      (JSON.number(.nan), "null"), ("a \"b\" \\ \n \u{1}", #""a \"b\" \\ \n \u0001""#),
      (["read": 12, "files": ["a", nil]], #"{"read":12,"files":["a",null]}"#),
      ([], "[]"), ([:], "{}"), (JSON(Int?.none), "null"),
    ] as [(JSON, String)])
  func text(_ value: JSON, _ expected: String) { #expect(value.description == expected) }
}

@Suite("Near misses")
struct NearMissTests {
  @Test(
    "are counted in letters",
    arguments: [
      ("", "", 0), ("a", "", 1), ("sorce", "source", 1), ("imoprt", "import", 1),
      ("kitten", "sitting", 3),
    ])
  func distance(_ a: String, _ b: String, _ expected: Int) {
    #expect(NearMiss.distance(Array(a.utf8), Array(b.utf8)) == expected)
    #expect(NearMiss.distance(Array(b.utf8), Array(a.utf8)) == expected)
  }

  @Test("are suggested only when near")
  func suggestion() {
    #expect(NearMiss.suggestion(for: "Importt", among: ["count", "import"]) == "import")
    #expect(NearMiss.suggestion(for: "zebra", among: ["count", "import"]) == nil)
    #expect(NearMiss.suggestion(for: "zebra", among: []) == nil)
  }
}

@Suite("Progress")
struct ProgressTests {
  @Test("is a bar with what is done and what is being done")
  func text() {
    #expect(Progress.text(1, 2, "a.csv") == "████████████░░░░░░░░░░░░ 50%  a.csv")
    #expect(Progress.text(3, 2, "") == "████████████████████████ 100%")
    #expect(Progress.text(7, nil, "rows") == "7  rows")
  }

  @Test("is drawn only on a terminal, and a message clears it")
  func terminal() {
    let (silent, silence) = Console.recorded()
    Progress(silent).update(1, of: 2)
    #expect(silence.messages == "")
    let (shown, record) = Console.recorded(showsProgress: true)
    let progress = Progress(shown)
    progress.update(1, of: 4)
    progress.update(2, of: 4)
    progress.message("Read.")
    #expect(record.messages == "\r\u{1B}[K██████░░░░░░░░░░░░░░░░░░ 25%\r\u{1B}[KRead.\n")
  }
}
