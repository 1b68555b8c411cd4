import Database
import Kernel
import Partnership
import TestKit
import Testing

@Suite("The working days of the partnership", .database)
struct WorkingDaysTests {
  private static let now = Instant(milliseconds: 1_790_000_000_000)

  @Test(
    "are the law’s own until a day is added, and again once it is gone", arguments: Engine.tested)
  func kept(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: WorkingDays.migrations).database
    #expect(try database.read(WorkingDays.time) == .statutory)
    let (off, worked) = (try #require(Day("2027-05-12")), try #require(Day("2027-05-03")))
    try database.write { write in
      try WorkingDays.keep(
        ChangedDay(off, isWorked: false, title: "A day"), by: nil, at: Self.now, in: write)
      try WorkingDays.keep(
        ChangedDay(worked, isWorked: true, title: "Moved"), by: nil, at: Self.now, in: write)
    }
    #expect(try database.read(WorkingDays.time) == WorkingTime(off: [off], worked: [worked]))
    #expect(try database.read(WorkingDays.changed).map(\.day) == [worked, off])
    // What is kept of a day is kept once.
    try database.write { write in
      try WorkingDays.keep(
        ChangedDay(off, isWorked: false, title: "Another word"), by: nil, at: Self.now, in: write)
      try WorkingDays.remove(worked, by: nil, at: Self.now, in: write)
    }
    #expect(
      try database.read(WorkingDays.changed) == [
        ChangedDay(off, isWorked: false, title: "Another word")
      ])
    try database.write { try WorkingDays.remove(off, by: nil, at: Self.now, in: $0) }
    #expect(try database.read(WorkingDays.time) == .statutory)
  }

  @Test("are for what began at a moment those that were known then", arguments: Engine.tested)
  func known(engine: Engine) throws {
    let database = try TestDatabase(engine, migrations: WorkingDays.migrations).database
    let off = try #require(Day("2027-05-12"))
    let (made, removed) = (Self.now, Self.now.adding(seconds: 86_400))
    try database.write { write in
      try WorkingDays.keep(
        ChangedDay(off, isWorked: false, title: "A day"), by: nil, at: made, in: write)
      try WorkingDays.remove(off, by: nil, at: removed, in: write)
    }
    let calendar = try database.read(WorkingDays.calendar)
    let changed = WorkingTime(off: [off])
    for (moment, time) in [
      (made.adding(seconds: -1), WorkingTime.statutory), (made, changed),
      (removed.adding(seconds: -1), changed), (removed, .statutory),
    ] { #expect(calendar.time(at: moment) == time, "\(moment)") }
    let day = London.day(made)
    #expect(calendar.time(on: day.adding(days: -1)) == .statutory)
    #expect(calendar.time(on: day) == changed)
    #expect(calendar.time(on: London.day(removed)) == .statutory)
  }
}
