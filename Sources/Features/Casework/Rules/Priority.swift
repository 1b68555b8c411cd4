/// How soon work on a report begins.
enum Priority: Int, CaseIterable, Codable, Comparable, Sendable {
  case first = 1
  case second
  case third

  static func < (one: Priority, other: Priority) -> Bool { one.rawValue < other.rawValue }

  /// As staff write it: "P1".
  var code: String { "P\(rawValue)" }
}

/// The priority a report starts with, from its answers; an officer may set another.
enum PriorityRule {
  /// Kept with each report; a change of the rule is another number.
  static let version = 1

  static func priority(
    kind: ReportKind, course: ReportCourse?, occasions: Int, strands: Set<HateStrand>,
    circumstances: [Circumstance], flags: [ReportFlag]
  ) -> Priority {
    let isHate = kind.isHate || !strands.isEmpty
    if isHate || !flags.isEmpty || kind.weight == .high || circumstances.contains(.afraid) {
      return .first
    }
    let goesOn = course == .now || course == .daily || occasions >= manyOccasions
    if kind.weight == .raised || goesOn || !circumstances.isEmpty { return .second }
    return .third
  }

  static let manyOccasions = 3
}
