import Kernel
import Testing

@testable import Incidents

@Suite("Table of fingerprints")
struct FingerprintTests {
  @Test("keeps the first value of each key, as a dictionary would")
  func likeDictionary() {
    var table = FingerprintTable()
    var plain: [UInt64: UInt32] = [:]
    var generator = SeededGenerator(seed: 1)
    for number in 0..<20_000 {
      let key = generator.next() % 9_000 + 1
      let earlier = table.insert(key, UInt32(number))
      #expect(earlier == plain[key])
      if earlier == nil { plain[key] = UInt32(number) }
    }
    #expect(table.count == plain.count)
    #expect(plain.allSatisfy { table.value(of: $0.key) == $0.value })
    #expect(table.value(of: 10_000) == nil)
  }

  @Test("tells texts of every short length apart, and the same text under another salt")
  func hashes() {
    let fingerprint = Fingerprint(seed: 42)
    var seen: Set<UInt64> = []
    for length in 0..<200 {
      let bytes = [UInt8](repeating: 0, count: length)
      bytes.withUnsafeBytes { all in
        for salt in 0..<3 as Range<UInt64> { seen.insert(fingerprint(all, salt: salt)) }
      }
    }
    #expect(seen.count == 600)
  }
}
