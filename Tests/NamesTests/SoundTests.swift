import Testing

@testable import Names

@Suite("How names sound")
struct SoundTests {
  /// From the published description of the method and its explanations.
  static let published: [(String, Set<String>)] = [
    ("auerbach", ["097400", "097500"]), ("ohrbach", ["097400", "097500"]),
    ("lipshitz", ["874400"]), ("lippszyc", ["874400", "874500"]), ("lewinsky", ["876450"]),
    ("levinski", ["876450"]), ("szlamawicz", ["486740"]), ("shlamovitz", ["486740"]),
    ("moskowitz", ["645740"]), ("moskovitz", ["645740"]), ("przemysl", ["746480", "794648"]),
    ("pshemeshil", ["746480"]), ("golubitsa", ["587400"]), ("tsenyuv", ["467000"]),
    ("ceniow", ["467000", "567000"]), ("holubica", ["587400", "587500"]),
    ("peters", ["734000", "739400"]), ("peterson", ["734600", "739460"]),
    ("jackson", ["154600", "454600", "145460", "445460"]), ("breuer", ["791900"]),
    ("freud", ["793000"]), ("halberstadt", ["587433", "587943"]), ("mannheim", ["665600"]),
    ("rosokhovatsets", ["945744"]), ("topf", ["370000"]),
  ]

  @Test("are told by the published codes", arguments: published)
  func codes(name: String, codes: Set<String>) {
    #expect(Set(DaitchMokotoff.codes(name)) == codes)
  }

  @Test("are nothing where there is no letter", arguments: ["", "123", "-"])
  func nothing(word: String) { #expect(DaitchMokotoff.codes(word).isEmpty) }

  @Test("never have codes of another length, whatever the letters")
  func lengths() {
    for word in ["a", "cccccccccccccccc", "schtschschtsch", "rsrzrsrzckckjcj", "qqq"] {
      let codes = DaitchMokotoff.codes(word)
      #expect(!codes.isEmpty && codes.count <= 32)
      #expect(codes.allSatisfy { $0.count == 6 })
    }
  }

  static let distances: [(String, String, Int)] = [
    ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("john", "jane", 3),
    ("stephen", "steven", 2), ("a", "b", 1), ("ab", "ba", 1),
  ]

  @Test("look alike by the letters they differ in", arguments: distances)
  func distance(left: String, right: String, distance: Int) {
    #expect(EditDistance.between(left, right) == distance)
    #expect(EditDistance.between(right, left) == distance)
  }
}
