import FeatureKit
import Testing

@testable import Incidents

@Suite("Ways of writing dates and times")
struct TimeFormatTests {
  static let read: [(format: String, text: String, means: String)] = [
    ("dd/MM/yyyy HH:mm", "02/11/2026 22:30", "2026-11-2 22:30"),
    ("dd/MM/yyyy HH:mm", "2/1/2026 9:05", "2026-1-2 9:5"),
    ("dd/MM/yyyy[ HH:mm][:ss]", "02/11/2026", "2026-11-2"),
    ("dd/MM/yyyy[ HH:mm][:ss]", "02/11/2026 22:30:59", "2026-11-2 22:30"),
    ("MM/dd/yyyy h:mm a", "11/2/2026 12:05 AM", "2026-11-2 0:5"),
    ("MM/dd/yyyy h:mma", "11/2/2026 12:05pm", "2026-11-2 12:5"),
    ("d MMM yyyy", "2 Nov 2026", "2026-11-2"), ("d MMM yyyy", "2 November 2026", "2026-11-2"),
    ("d MMM yyyy", "2 SEPT 2026", "2026-9-2"), ("dd-MMM-yy", "02-Nov-26", "2026-11-2"),
    ("yyyyMMddHHmm", "202611022230", "2026-11-2 22:30"), ("yyyyMM", "202611", "2026-11"),
    ("yyyy-MM[-dd]", "2026-11", "2026-11"), ("yyyy-MM[-dd]", "2026-11-01", "2026-11-1"),
    ("yyyy-MM-ddTHH:mm:ssZ", "2026-07-01T23:30:00+00:00", "2026-7-1 23:30 +0"),
    ("yyyy-MM-ddTHH:mm:ssZ", "2026-07-01T23:30:00Z", "2026-7-1 23:30 +0"),
    ("yyyy-MM-ddTHH:mmZ", "2026-07-01T23:30-0530", "2026-7-1 23:30 -330"),
    ("yyyy-MM-dd HH:mm:ss.SSS", "2026-07-01 23:30:00.5", "2026-7-1 23:30"),
  ]

  @Test("are read as they say", arguments: read)
  func reading(format: String, text: String, means: String) throws {
    #expect(try words(format, text) == means)
  }

  static let unread: [(format: String, text: String)] = [
    ("dd/MM/yyyy", "11/13/2026"), ("dd/MM/yyyy", "31/02/2026"), ("dd/MM/yyyy", "1/1/26"),
    ("dd/MM/yyyy", "01/01/2026 "), ("dd/MM/yyyy", ""), ("dd/MM/yyyy", "00/01/2026"),
    ("HH:mm dd/MM/yyyy", "24:00 01/01/2026"), ("HH:mm dd/MM/yyyy", "09:60 01/01/2026"),
    ("h:mm a dd/MM/yyyy", "13:00 pm 01/01/2026"), ("h:mm a dd/MM/yyyy", "0:30 am 01/01/2026"),
    ("d MMM yyyy", "2 Nove 2026"), ("d MMM yyyy", "2 N 2026"), ("yyyyMM", "20261"),
    ("yyyy-MM-ddZ", "2026-01-01+15:00"),
  ]

  @Test("refuse what is written otherwise, and what there is not", arguments: unread)
  func refusing(format: String, text: String) throws {
    #expect(try words(format, text) == nil)
  }

  @Test(
    "are none where letters have no meaning or brackets do not match",
    arguments: ["", "dd/mmm/yyyy", "yyyyy", "[dd", "dd]", "[]", "Day"])
  func formats(text: String) { #expect(TimeFormat(text) == nil) }

  @Test("know the order of the other side of the ocean")
  func exchanged() {
    #expect(TimeFormat("dd/MM/yyyy[ HH:mm]")?.exchanged?.text == "MM/dd/yyyy[ HH:mm]")
    #expect(TimeFormat("d MMM yyyy")?.exchanged == nil)
  }

  private func words(_ format: String, _ text: String) throws -> String? {
    let format = try #require(TimeFormat(format))
    guard let time = Array(text.utf8).withUnsafeBytes({ format.read($0) }) else { return nil }
    var words = "\(time.year)-\(time.month)"
    if let day = time.day { words += "-\(day)" }
    if let hour = time.hour { words += " \(hour):\(time.minute)" }
    if let offset = time.offset { words += " \(offset < 0 ? "" : "+")\(offset)" }
    return words
  }
}

@Suite("London's clock in minutes")
struct LondonMinutesTests {
  /// Minutes of 2026-03-29 and 2026-10-25 from midnight UTC, and what the wall shows.
  static let times: [(day: Int, wall: Int, moment: Int)] = [
    (20_541, 59, 59), (20_541, 60, 60), (20_541, 119, 119), (20_541, 120, 60), (20_541, 720, 660),
    (20_751, 59, -1), (20_751, 60, 0), (20_751, 119, 59), (20_751, 120, 120), (20_751, 720, 720),
  ]

  @Test("is put forward and back on the last Sundays of March and October", arguments: times)
  func clock(day: Int, wall: Int, moment: Int) {
    #expect(LondonMinutes.moment(wall: day * 1440 + wall) == day * 1440 + moment)
  }
}
