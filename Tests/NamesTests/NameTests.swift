import Testing

@testable import Names

@Suite("The words of names")
struct NameTests {
  static let words: [(String, [String])] = [
    ("", []), ("  -- ", []), ("Jane Smith", ["jane", "smith"]), ("SMITH, Jane", ["smith", "jane"]),
    ("O'Neill", ["oneill"]), ("O’Neill", ["oneill"]), ("O Neill", ["oneill"]),
    ("Mac Donald", ["macdonald"]), ("J. Smith", ["j", "smith"]), ("Smith O", ["smith", "o"]),
    ("Anne-Marie Smith-Jones", ["anne", "marie", "smith", "jones"]),
    ("Mrs Jane Smith (née Jones)", ["jane", "smith", "jones"]),
    ("Ludwig van der Berg", ["ludwig", "berg"]), ("De La", ["de", "la"]),
    ("Łukasz Wiśniewski", ["lukasz", "wisniewski"]), ("Мохаммед", ["mohammed"]),
    ("محمد", ["mhmd"]), ("王小明", ["wang", "xiao", "ming"]),
    ("Παπαδόπουλος", ["papadopoulos"]), ("Jane Jane", ["jane"]),
    ("Resident 12", ["resident", "12"]),
    ("Nguyễn Thị", ["nguyen", "thi"]), ("Þór Straße", ["thor", "strasse"]),
  ]

  @Test("are read from any script, in any order", arguments: words)
  func read(name: String, words: [String]) throws {
    #expect(try NameWords(name).words.map(\.text) == words)
  }

  @Test("are at most twelve, however long the name")
  func most() throws {
    let long = (0..<500).map { "word\($0)" }.joined(separator: " ")
    #expect(try NameWords(long).words.count == NameWords.most)
  }

  static let pairs: [(String, String, NameMatch?)] = [
    ("smith", "smith", .same), ("bill", "william", .variant), ("stephen", "steven", .variant),
    ("rowlands", "rowland", nil), ("jane", "john", nil), ("j", "john", .initial),
    ("john", "j", .initial), ("k", "john", nil), ("meier", "meyer", .sound),
    ("12", "12", .same), ("12", "13", nil), ("mohammed", "muhammad", .variant),
  ]

  @Test("match by themselves, their variants, their sound or their first letter", arguments: pairs)
  func match(left: String, right: String, match: NameMatch?) {
    #expect(NameWord(left).match(NameWord(right)) == match)
    #expect(NameWord(right).match(NameWord(left)) == match)
  }

  @Test("that match by more than an initial share a key")
  func keys() {
    for (left, right, match) in Self.pairs {
      guard let match, match > .initial else { continue }
      #expect(!Set(NameWord(left).keys).isDisjoint(with: NameWord(right).keys), "\(left) \(right)")
    }
  }

  @Test("are met each by another word, and the fuller name comes first")
  func scores() throws {
    let sought = try NameWords("Jane Smith")
    let names = ["Smith, Jane", "Jane Smythe", "J Smith", "Jane", "Jane Brown"]
    let scores = try names.map { try NameScore(NameWords($0), for: sought) }
    let found = scores.compactMap(\.self)
    #expect(found.count == 5)
    #expect(found == found.sorted(by: >))
    #expect(found.map(\.isFull) == [true, true, true, false, false])
    #expect(try NameScore(NameWords("James Brown"), for: sought) == nil)
    #expect(try NameScore(NameWords("Smith"), for: NameWords("Smith Smyth"))?.met == 1)
  }

  static let joined: [(String, String, Bool)] = [
    ("Anne-Marie Smith", "Annemarie Smith", true), ("Annemarie Smith", "Anne Marie Smith", true),
    ("Abdul Rahman", "Abdulrahman", true), ("王小明", "Xiaoming Wang", true),
    ("Anne Smith", "Annemarie Smith", false),
  ]

  @Test("meet each other where one writes two as one", arguments: joined)
  func writtenAsOne(name: String, sought: String, isFull: Bool) throws {
    let score = try NameScore(NameWords(name), for: NameWords(sought))
    #expect((score?.isFull ?? false) == isFull)
  }

  @Test("that are variants of one name are words a name can have")
  func variants() throws {
    for line in NameVariants.lines.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      #expect(words.count > 1 && Set(words).count == words.count, "\(line)")
      for word in words { #expect(try NameWords.plain(word) == [word], "\(word)") }
    }
    let heads = NameVariants.lines.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(Set(heads).count == heads.count)
  }
}
