extension ID {
  /// An id for a record that is about to be added, which tells nobody how many others there are.
  ///
  /// Ids the database counts up are of all records of a table: whoever may see two of them can tell how
  /// many lie between. This one holds the milliseconds since 1970 and 18 bits by chance. Each is larger
  /// than those given before in the process. Two processes that add to a table in the same millisecond
  /// draw the same once in 262,144 times, which the database refuses. They last to the year 3084.
  public static func spaced() -> ID {
    ID(spacedIDs.withLock { ids in ids.next(at: Clock.system.now()) })
  }
}

private let spacedIDs = Guarded(SpacedIDs())

/// Numbers that grow with time and by chance.
struct SpacedIDs {
  static let chanceBits: Int64 = 18
  private var last: Int64 = 0

  /// The next number, larger than the last.
  mutating func next(at now: Instant) -> Int64 {
    let chance: Int64 = 1 << Self.chanceBits
    let fresh = now.milliseconds << Self.chanceBits | Int64.random(in: 0..<chance)
    last = fresh > last ? fresh : last + Int64.random(in: 1...chance)
    return last
  }
}
