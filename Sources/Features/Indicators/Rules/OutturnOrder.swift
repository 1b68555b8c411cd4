/// Where judgements stand in another order than the figures they judge.
enum OutturnOrder {
  /// How many targets judged "good progress" are behind one judged "not met".
  ///
  /// Nought for any other status and where the way gone cannot be told. It says that people
  /// weighed something besides the figures, not that they were wrong.
  static func better(
    than one: (status: OutturnStatus, parts: [OutturnProgress]),
    among all: [(status: OutturnStatus, parts: [OutturnProgress])]
  ) -> Int {
    guard one.status == .missed, let share = share(one.parts) else { return 0 }
    return all.count { other in
      guard other.status == .progress, let behind = self.share(other.parts) else { return false }
      return behind < share
    }
  }

  /// The way gone of a target with one measure.
  private static func share(_ parts: [OutturnProgress]) -> Ratio? {
    parts.count == 1 ? parts.first?.share : nil
  }
}
