import Testing

@testable import Kernel

@Suite("References")
struct ReferenceTests {
  @Test(
    "are read as people write them",
    arguments: [
      "TM-7K42-0931", "tm-7k42-0931", "TM 7K42 0931", "TM7K420931", "tm-7k42-o931", "TM-7K42-093I",
      "TM-7K42-093l",
    ])
  func reading(text: String) {
    #expect(Reference(text)?.description == "TM-7K42-0931")
  }

  @Test(
    "are refused where the shape or the check is wrong",
    arguments: [
      "", "TM", "7K42-0931", "TM-7K42-0932", "TM-7K42-093", "TM-7K42-09311", "T1-7K42-0931",
      "TM-7K42-09/1", "ABCD-7K42-0931",
    ])
  func refusing(text: String) {
    #expect(Reference(text) == nil)
  }

  @Test("find any one wrong character and any two that changed places")
  func slips() {
    var generator = SeededGenerator(seed: 7)
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRTVWXYZ")
    for _ in 0..<50 {
      let right = Array(Reference(letters: "TM", using: &generator).description.dropFirst(3))
      let places = right.indices.filter { right[$0] != "-" }
      for place in places {
        for letter in alphabet where letter != right[place] {
          var wrong = right
          wrong[place] = letter
          #expect(Reference("TM-" + String(wrong)) == nil)
        }
        for other in places where right[other] != right[place] {
          var wrong = right
          wrong.swapAt(place, other)
          #expect(Reference("TM-" + String(wrong)) == nil)
        }
      }
    }
  }

  @Test("read what they write, and differ")
  func drawing() {
    var generator = SystemRandom()
    let drawn = (0..<500).map { _ in Reference(letters: "tm", using: &generator) }
    #expect(drawn.allSatisfy { Reference($0.description) == $0 })
    #expect(Set(drawn).count == 500)
  }
}
