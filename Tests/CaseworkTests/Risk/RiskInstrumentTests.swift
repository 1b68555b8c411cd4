import Commands
import Testing

@testable import Casework

@Suite("Risk instruments")
struct RiskInstrumentTests {
  static let matrix = Result { try InstrumentSheet.read(ShippedInstruments.matrix, name: "matrix") }
  static let list = Result { try InstrumentSheet.read(ShippedInstruments.list24, name: "list") }

  /// Both sides of every band, and both ends.
  static let bands: [(isMatrix: Bool, score: Int, level: RiskLevel)] = [
    (true, 0, .standard), (true, 15, .standard), (true, 16, .medium), (true, 31, .medium),
    (true, 32, .high), (true, 54, .high), (false, 0, .standard), (false, 9, .standard),
    (false, 10, .medium), (false, 13, .medium), (false, 14, .high), (false, 24, .high),
  ]

  @Test("find the band of a score, on both sides of each", arguments: bands)
  func band(isMatrix: Bool, score: Int, level: RiskLevel) throws {
    let instrument = try (isMatrix ? Self.matrix : Self.list).get()
    #expect(instrument.band(of: score)?.level == level)
    // By answers that give that score, not by the number alone.
    let answers = RiskAnswers.giving(score, in: instrument)
    #expect(instrument.score(answers) == score)
  }

  @Test("that come with the program are those their sources describe")
  func shipped() throws {
    let (matrix, list) = (try Self.matrix.get(), try Self.list.get())
    #expect(matrix.questions.count == 18)
    #expect(matrix.most == 54)
    #expect(matrix.bandWords == "Standard 0 to 15, Medium 16 to 31, High 32 to 54")
    #expect(matrix.isListed)
    #expect(list.questions.count == 24)
    #expect(list.most == 24)
    #expect(list.bandWords == "Standard 0 to 9, Medium 10 to 13, High 14 to 24")
    #expect(!list.isListed)
    for question in matrix.questions + list.questions {
      #expect(question.answers.contains { $0.points == 0 }, "\(question.text)")
    }
  }

  static let start = "row,text,points,days\ntitle,Local\nsource,Ours\n"
  static let rest = "check,Is it bad?,3\nband,Standard,0,60\nband,High,2,10\n"
  static let refusals: [(sheet: String, words: String)] = [
    ("", "There is no row with a title"),
    ("a,b\n", "line 1: The headings must be row,text,points,days"),
    (
      "row,text,points,days\nmistake,x\n", "line 2, column 1: The first column must be one of title"
    ),
    (start + "title,Again\n", "line 4: There is a title already"),
    (start + "source,Again\n", "line 4: There is a source already"),
    (start + "question,\n", "line 4, column 2: Enter the text, 200 characters at most"),
    (start + "answer,Yes,1\n", "line 4: An answer must follow its question"),
    (start + "check,Is it?,x\n", "line 4, column 3: Enter points from 0 to 100"),
    (start + "check,Is it?,101\n", "line 4, column 3: Enter points from 0 to 100"),
    (start + "lists,maybe\n", "line 4, column 2: Enter yes or no"),
    (start + "band,Awful,0,60\n", "line 4: A band is Standard, Medium or High"),
    (start + "band,Medium,0,60\n", "line 4: The first band is Standard, from 0 points"),
    (start + "band,Standard,1,60\n", "line 4: The first band is Standard, from 0 points"),
    (start + "band,Standard,0,0\n", "line 4, column 4: Enter after how many days"),
    (start + "band,Standard,0,367\n", "line 4, column 4: Enter after how many days"),
    (
      start + "band,Standard,0,60\nband,High,2,9\nband,Medium,3,9\n",
      "line 6: Bands go from the lowest to the highest"
    ),
    (start + "band,Standard,0,60\nband,High,0,9\n", "line 5: Bands go from the lowest"),
    (start, "It needs 1 to 60 questions"),
    (
      start + "question,Is it?\nanswer,Yes,3\n" + rest,
      "line 4: This question needs 2 to 10 answers"
    ),
    (start + "check,Is it?,3\nband,Standard,0,60\n", "It needs at least two bands"),
    (
      start + "check,Is it?,3\nband,Standard,0,60\nband,High,4,9\n",
      "The answers reach 3 points at most; High begins at 4"
    ),
    (start + "check,\"open,3\n", "line 4"),
  ]

  @Test("are refused at the line that is wrong", arguments: refusals)
  func refused(sheet: String, words: String) {
    let refusal = #expect(throws: InputRefused.self) {
      try InstrumentSheet.read(sheet, name: "local.csv")
    }
    #expect(refusal?.message.contains(words) == true, "\(refusal?.message ?? "")")
  }

  @Test("are read whatever the ends of lines, also with a band that only the highest score reaches")
  func read() throws {
    let sheet = Self.start + "check,Is it?,3\nband,Standard,0,1\nband,High,3,366\n"
    let instrument = try InstrumentSheet.read(
      sheet.replacing("\n", with: "\r\n"), name: "local.csv")
    #expect(try InstrumentSheet.read(sheet, name: "local.csv") == instrument)
    #expect(instrument.bandWords == "Standard 0 to 2, High 3")
    #expect(instrument.questions[0].answers.map(\.text) == ["Yes", "No", "Not known"])
  }
}

enum RiskAnswers {
  /// Answers whose points are some score: the most of each question until there is enough.
  static func giving(_ score: Int, in instrument: RiskInstrument) -> [Int] {
    var left = score
    return instrument.questions.map { question in
      let place =
        question.answers.indices.filter { question.answers[$0].points <= left }
        .max { question.answers[$0].points < question.answers[$1].points } ?? 0
      left -= question.answers[place].points
      return place
    }
  }

  /// The fields of a form that gives some score.
  static func fields(_ score: Int, in instrument: RiskInstrument) -> [(String, String)] {
    giving(score, in: instrument).enumerated().map { (AssessForm.field($0), String($1)) }
  }
}
