import Kernel
import Testing

@testable import Casework

@Suite("Days of another system")
struct CarriedDatesTests {
  @Test(
    "are read in the ways people write them",
    arguments: [
      ("03/11/2026", "2026-11-03T00:00:00.000Z"), ("3.11.26", "2026-11-03T00:00:00.000Z"),
      ("3-11-2026 09:30", "2026-11-03T09:30:00.000Z"), ("2026-11-03", "2026-11-03T00:00:00.000Z"),
      ("2026-11-03T09:30:00Z", "2026-11-03T09:30:00.000Z"),
      ("2026-11-03 09:30:15", "2026-11-03T09:30:00.000Z"),
      ("3 Nov 2026", "2026-11-03T00:00:00.000Z"),
      ("3rd November 2026 at 9.30pm", "2026-11-03T21:30:00.000Z"),
      ("Tuesday 3 November 2026, 9 am", "2026-11-03T09:00:00.000Z"),
      ("November 3, 2026", "2026-11-03T00:00:00.000Z"),
      ("03-Nov-26 12:05am", "2026-11-03T00:05:00.000Z"),
      ("31/12/80", "1980-12-31T00:00:00.000Z"), ("01/07/2026", "2026-06-30T23:00:00.000Z"),
      ("29/02/2024", "2024-02-29T00:00:00.000Z"),
    ])
  func read(text: String, moment: String) {
    let found = CarriedDates.dayFirst.moment(text, notAfter: 2026)
    #expect(found?.description == moment, "\(text)")
  }

  @Test(
    "are refused where there is no such day, or it is none",
    arguments: [
      "31/02/2026", "29/02/2026", "2026", "soon", "", "13/13/2026", "1/2", "03/11/2026 25:00",
      "03/11/2026 13pm", "3 Nox 2026", "03/11/026", "0/1/2026",
    ])
  func refused(text: String) {
    #expect(CarriedDates.dayFirst.moment(text, notAfter: 2026) == nil)
  }

  @Test("with the month first where the mapping says so, and with figures in one order alone")
  func order() {
    let day = Day("2026-11-03")
    let found = CarriedDates.monthFirst.moment("11/03/2026", notAfter: 2026)
    #expect(found.map { London.day($0) } == day)
    #expect(CarriedDates.iso.moment("03/11/2026", notAfter: 2026) == nil)
    #expect(CarriedDates.iso.moment("2026-11-03", notAfter: 2026) != nil)
    #expect(CarriedDates.iso.moment("3 November 2026", notAfter: 2026) != nil)
  }
}
