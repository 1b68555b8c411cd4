import Kernel
import Partnership
import Testing

@testable import Casework

@Suite("The limit of visits")
struct VisitLimitTests {
  private static let noon = London.instant(
    Day(year: 2026, month: 11, day: 20) ?? Month(index: 0).firstDay, minute: 720)

  @Test(
    "lets through what a busy hour has, and one more only when the hour is over",
    arguments: [
      VisitLimit.Act.begin, .send, .open, .review, .prove, .code, .answer, .file,
    ])
  func hour(_ act: VisitLimit.Act) {
    let limit = VisitLimit()
    for _ in 0..<act.most {
      #expect(limit.minutes(act, from: "192.0.2.7", at: Self.noon) == nil)
    }
    #expect(limit.minutes(act, from: "192.0.2.7", at: Self.noon) == 60)
    #expect(
      limit.minutes(act, from: "192.0.2.7", at: Self.noon.adding(seconds: 3599.9)) == 1)
    #expect(limit.minutes(act, from: "192.0.2.7", at: Self.noon.adding(seconds: 3600)) == nil)
  }

  @Test(
    "counts an address apart from others, and the halves of IPv6 that a household shares as one")
  func addresses() {
    let limit = VisitLimit()
    for number in 0...VisitLimit.Act.prove.most {
      _ = limit.minutes(.prove, from: "2001:db8:1:2::\(number)", at: Self.noon)
    }
    #expect(limit.minutes(.prove, from: "2001:db8:1:2:ffff::1", at: Self.noon) != nil)
    #expect(limit.minutes(.prove, from: "2001:db8:1:3::1", at: Self.noon) == nil)
    #expect(limit.minutes(.open, from: "2001:db8:1:2::1", at: Self.noon) == nil)
  }

  @Test("remembers the latest addresses, however many come")
  func bounded() {
    let limit = VisitLimit(remembering: 10)
    for _ in 0...VisitLimit.Act.prove.most {
      _ = limit.minutes(.prove, from: "192.0.2.7", at: Self.noon)
    }
    for number in 0..<9 { _ = limit.minutes(.prove, from: "198.51.100.\(number)", at: Self.noon) }
    #expect(limit.minutes(.prove, from: "192.0.2.7", at: Self.noon) != nil)
    for number in 0..<20 { _ = limit.minutes(.prove, from: "203.0.113.\(number)", at: Self.noon) }
    #expect(limit.minutes(.prove, from: "192.0.2.7", at: Self.noon) == nil)
  }
}
