internal import Database
internal import Kernel
internal import Partnership

/// Made-up applications for case reviews at every stage, under the rule of the made-up procedure.
enum ReviewDemonstration {
  private static let rule = ReviewRule(
    number: 1, validFrom: Day(year: 2024, month: 4, day: 1) ?? Day(number: 0), needed: 3,
    withinMonths: 6,
    applyMonths: 1, acknowledgeDays: 5, decideDays: 10, meetDays: 21, appealDays: 15)

  /// How far an application has come, with the days before today on which it was made.
  private struct Plan {
    let ago: Int
    /// Days before the application of each complaint: happened and reported.
    let complaints: [(ComplaintBody, happened: Int, reported: Int)]
    let stage: Stage
    /// An appeal against it, decided or not; `nil` where there is none.
    var appeal: Appeal?
    /// Whether the council's complaint is about one of its cases.
    var isOfCase = false
  }

  private enum Appeal {
    case open
    case decided(ReviewAppeal)

    var result: ReviewAppeal? {
      switch self {
      case .open: nil
      case .decided(let result): result
      }
    }
  }

  private enum Stage: Int, Comparable {
    case new, acknowledged, refused, toHold, held, told

    static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
  }

  private static let plans = [
    Plan(ago: 400, complaints: qualifying, stage: .told),
    Plan(ago: 330, complaints: late, stage: .refused),
    Plan(
      ago: 210, complaints: qualifying, stage: .told, appeal: .decided(.upheld), isOfCase: true),
    Plan(ago: 120, complaints: qualifying, stage: .told, isOfCase: true),
    Plan(ago: 30, complaints: late, stage: .refused, appeal: .open),
    Plan(ago: 20, complaints: qualifying, stage: .toHold, isOfCase: true),
    Plan(ago: 6, complaints: differing, stage: .acknowledged),
    Plan(ago: 1, complaints: [], stage: .new),
    Plan(ago: 150, complaints: late, stage: .refused, appeal: .decided(.notUpheld)),
    Plan(
      ago: 65, complaints: qualifying, stage: .told, appeal: .decided(.notUpheld), isOfCase: true),
    Plan(ago: 45, complaints: late, stage: .refused, appeal: .decided(.upheld)),
    // What waits is of these weeks.
    Plan(ago: 36, complaints: qualifying, stage: .held, isOfCase: true),
    Plan(ago: 48, complaints: qualifying, stage: .told, appeal: .open, isOfCase: true),
  ]

  private static let qualifying: [(ComplaintBody, happened: Int, reported: Int)] = [
    (.council, 95, 93), (.police, 60, 60), (.landlord, 22, 20),
  ]
  private static let late: [(ComplaintBody, happened: Int, reported: Int)] = [
    (.council, 120, 70), (.police, 50, 49),
  ]
  private static let differing: [(ComplaintBody, happened: Int, reported: Int)] = [
    (.council, 131, 129), (.council, 82, 79), (.landlord, 82, 78), (.police, 37, 35),
    (.council, 232, 184),
  ]

  static func make(_ world: World, _ services: Services) throws {
    var generator = world.generator(for: "case reviews")
    try services.database.bulkWrite { write in
      let start = London.instant(world.today.adding(days: -500), minute: 600)
      try rule.add(by: nil, at: start, in: write)
      let officer = try services.people.people([.manager], write).first
      guard let officer else { return }
      let files = try ReviewMaking.casesToReview(services, write)
      let ofCases = plans.indices.filter { plans[$0].isOfCase }
      for (number, plan) in plans.enumerated() {
        let made = try ReviewMaking(
          services: services, rule: rule, applied: world.today.adding(days: -plan.ago),
          by: officer.id, number: number + 1,
          references: plan.stage == .new ? try reports(before: world.today, write) : [],
          using: &generator, in: write)
        for complaint in plan.complaints {
          let place = complaint.0 == .council ? ofCases.firstIndex(of: number) : nil
          let file = place.flatMap { $0 < files.count ? files[$0] : nil } ?? ""
          try made.complaint(
            complaint.0, complaint.happened, complaint.reported, about: file,
            in: write)
        }
        if plan.stage >= .acknowledged { try made.acknowledge(in: write) }
        if plan.stage >= .refused {
          try made.decide(plan.stage == .refused ? .noReview : .review, in: write)
        }
        if plan.stage >= .toHold { try made.prepare(in: write) }
        if plan.stage >= .held { try made.hold(in: write) }
        if plan.stage == .told { try made.tell(in: write) }
        if let appeal = plan.appeal { try made.appeal(appeal.result, in: write) }
      }
    }
  }

  /// Three reports of the last months about one place, which the newest application names.
  private static func reports(before today: Day, _ read: Read) throws -> [Reference] {
    let since = London.start(of: today.adding(days: -150))
    return try read.all(
      """
      SELECT reference FROM report WHERE received_at >= \(since) AND place_key = (
        SELECT place_key FROM report WHERE received_at >= \(since) AND place_key IS NOT NULL
        GROUP BY place_key ORDER BY COUNT(*) DESC, place_key LIMIT 1)
      ORDER BY received_at LIMIT 3
      """
    ) { row in try row.parsed() }
  }
}
