import Kernel
import Messages
import Testing

@Suite("How somebody may be reached")
struct SafeContactTests {
  /// Between 9am and 5pm in London: from, and the first moment a message may arrive.
  static let hours = [
    ("2026-11-20T08:59:59Z", "2026-11-20T09:00:00.000Z"),
    ("2026-11-20T09:00:00Z", "2026-11-20T09:00:00.000Z"),
    ("2026-11-20T16:59:59Z", "2026-11-20T16:59:59.000Z"),
    ("2026-11-20T17:00:00Z", "2026-11-21T09:00:00.000Z"),
    ("2026-07-01T07:59:59Z", "2026-07-01T08:00:00.000Z"),
    ("2026-07-01T16:00:00Z", "2026-07-02T08:00:00.000Z"),
    // The night before the clocks go back, and the night before they go forward.
    ("2026-10-24T20:00:00Z", "2026-10-25T09:00:00.000Z"),
    ("2026-03-28T20:00:00Z", "2026-03-29T08:00:00.000Z"),
    ("2026-12-31T23:00:00Z", "2027-01-01T09:00:00.000Z"),
  ]

  @Test("is kept to by the clocks of London", arguments: hours)
  func keeps(from: String, first: String) throws {
    let contact = SafeContact(routes: [.email], minutes: 540..<1020)
    #expect(contact.firstMoment(from: try #require(Instant(from))).description == first)
  }

  @Test("is at any time where no hours are set")
  func always() throws {
    let now = try #require(Instant("2026-11-20T03:00:00Z"))
    #expect(SafeContact.anyWay.firstMoment(from: now) == now)
  }

  @Test("is a table of routes")
  func routes() {
    for route in MessageRoute.allCases {
      #expect(SafeContact.anyWay.allows(route))
      #expect(!SafeContact.never.allows(route))
      #expect(SafeContact(routes: [.phone]).allows(route) == (route == .phone))
    }
  }
}
