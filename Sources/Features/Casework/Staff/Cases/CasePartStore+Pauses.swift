internal import Database
internal import Kernel
internal import Partnership

extension CasePartStore {
  /// The working days for which the clocks of a case stood still and run again.
  ///
  /// While they stand still the days since are not among them: what is due is moved as they run again.
  func stillDays(of file: ID<CaseFile>, _ read: Read) throws -> Int {
    let calendar = try WorkingDays.calendar(read)
    var (days, paused) = (0, Instant?.none)
    try read.each(Self.pausesQuery(file)) { row in
      let (kind, at): (CaseEntryKind, Instant) = (try row.choice(), try row.parsed())
      if let start = paused, kind == .resumed {
        days += calendar.time(at: at).days(after: London.day(start), through: London.day(at))
      }
      paused = kind == .paused ? at : nil
    }
    return days
  }

  static func pausesQuery(_ file: ID<CaseFile>) -> SQL {
    """
    SELECT kind, at FROM case_entry WHERE case_file = \(file)
      AND kind IN (\(list: [CaseEntryKind.paused, .resumed])) ORDER BY at, id
    """
  }
}
