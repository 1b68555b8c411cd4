import Testing

@testable import Conferences

@Suite("Seats and what they may do")
struct SeatTests {
  /// One letter a right, in the order of the rights: y or n.
  static let table: [(Seat, String)] = [
    (.coordinator, "yyyyyyyyyyy"), (.chair, "yyyyyynyyny"), (.member, "yyynnnnnnnn"),
  ]

  @Test("are as the table says", arguments: table)
  func policy(seat: Seat, letters: String) {
    let found = ConferenceRight.allCases.map { ConferencePolicy.allows($0, seat) ? "y" : "n" }
    #expect(found.joined() == letters)
  }

  @Test("are all in the table")
  func seats() { #expect(Set(Self.table.map(\.0)) == Set(Seat.allCases)) }
}
