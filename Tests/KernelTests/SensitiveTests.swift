import Kernel
import Testing

@Suite("A sensitive value")
struct SensitiveTests {
  private let name = Sensitive("Person A")

  @Test("prints as hidden, however it is printed")
  func hidden() {
    var dumped = ""
    dump(name, to: &dumped)
    for text in ["\(name)", String(reflecting: name), String(describing: [name]), dumped] {
      #expect(!text.contains("Person"))
    }
    #expect("\(name)" == "[hidden]")
  }

  @Test("is read for a purpose")
  func revealed() { #expect(name.reveal(for: "a test") == "Person A") }
}

@Suite("An id")
struct IDTests {
  private enum Plan {}

  @Test(
    "is read from digits only",
    arguments: [
      ("12", 12), ("0", nil), ("-1", nil), ("+1", nil), ("1e3", nil), ("", nil), (" 1", nil),
      ("99999999999999999999", nil), ("9223372036854775807", Int64.max),
    ])
  func read(text: String, number: Int64?) { #expect(ID<Plan>(text)?.rawValue == number) }
}

@Suite("A seeded generator")
struct SeededGeneratorTests {
  @Test("gives the published first numbers of SplitMix64 for a seed")
  func published() {
    var generator = SeededGenerator(seed: 1_234_567)
    let numbers = (0..<3).map { _ in generator.next() }
    #expect(
      numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }
}

@Suite("A guarded value")
struct GuardedTests {
  @Test("gives up waiting when the time is up")
  func timeUp() {
    let guarded = Guarded(0)
    let result: Int? = guarded.wait(seconds: 0.01) { $0 > 0 ? $0 : nil }
    #expect(result == nil)
  }

  @Test("hands over what another thread put in")
  func handOver() async {
    let guarded = Guarded(0)
    async let waited = Task.detached { guarded.wait { $0 > 0 ? $0 : nil } }.value
    guarded.withLock { $0 = 7 }
    guarded.broadcast()
    #expect(await waited == 7)
  }
}
