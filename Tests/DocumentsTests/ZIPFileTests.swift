import Documents
import Kernel
import TestKit
import Testing

@Suite("A ZIP file")
struct ZIPFileTests {
  private let moment = Instant("2026-11-20T12:00:00Z")

  @Test("has its entries by name, deflated, and the same bytes each time")
  func made() throws {
    let moment = try #require(moment)
    let entries = [
      ZIPFile.Entry("a.html", Array(repeating: 65, count: 100_000)), ZIPFile.Entry("b.json", []),
    ]
    let bytes = try ZIPFile.bytes(entries, at: moment)
    #expect(Array(bytes.prefix(4)) == [0x50, 0x4b, 3, 4])
    #expect(bytes.count < 2_000)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("a.html") && text.contains("b.json"))
    #expect(try ZIPFile.bytes(entries, at: moment) == bytes)
  }

  @Test("holds what does not shrink", arguments: [0, 1, 65_536, 5_000_000])
  func random(count: Int) throws {
    var generator = SeededGenerator(seed: 7)
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let made = try ZIPFile.bytes([.init("x.bin", bytes)], at: try #require(moment))
    #expect(made.count >= count)
  }
}
