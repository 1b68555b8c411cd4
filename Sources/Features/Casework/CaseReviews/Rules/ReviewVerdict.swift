internal import Kernel

/// Whether the threshold of a case review is reached: by the floor of the law, and by the
/// partnership's own rule.
///
/// The floor is section 104(4): with as many qualifying complaints as the procedure names, and never more
/// than the law says, the bodies must decide that it is met. Whether one incident told to several bodies is one
/// complaint or several is theirs to decide by their procedure (section 104(12)): both are counted, and
/// the larger number holds, since doubt is the applicant's.
struct ReviewVerdict: Equatable, Sendable {
  static let factorsSection = "section 104(5)"

  /// One complaint of an application, as the rules see it.
  struct Complaint: Equatable, Sendable {
    let test: ComplaintTest
    /// The incident it is about: complaints about one incident share the number.
    let incident: Int64
  }

  /// The set of law it rests on.
  let law: ReviewLaw
  let needed: Int
  /// Complaints that qualify.
  let complaints: Int
  /// Incidents those are about.
  let incidents: Int
  let local: LocalAnswer?

  var isFloorMet: Bool { complaints >= needed }

  /// Whether the floor is met only where each body told counts apart.
  var dependsOnCounting: Bool { isFloorMet && incidents < needed }

  /// Whether the partnership's rule would refuse what the law does not let it refuse.
  var conflicts: Bool { isFloorMet && local?.isMet == false }

  init(_ complaints: [Complaint], applied: Day, rule: ReviewRule?, law: ReviewLaw) {
    self.law = law
    needed = law.floor.needed(rule)
    let qualifying = complaints.filter(\.test.qualifies)
    self.complaints = qualifying.count
    incidents = Set(qualifying.map(\.incident)).count
    local = rule.map { LocalAnswer(complaints, applied: applied, rule: $0) }
  }

  /// What the partnership's own rule says.
  struct LocalAnswer: Equatable, Sendable {
    /// Separate incidents reported within the months of the rule.
    let incidents: Int
    let needed: Int
    /// The last day to apply, counted from the last report; `nil` where the rule sets none.
    let applyBy: Day?
    let daysLate: Int

    var isMet: Bool { incidents >= needed && daysLate == 0 }

    init(_ complaints: [Complaint], applied: Day, rule: ReviewRule) {
      // What was reported after the application is no part of what it rests on.
      let complaints = complaints.filter { $0.test.daysAfter == 0 }
      let counted = complaints.filter { complaint in
        guard let months = rule.withinMonths, let reported = complaint.test.reported else {
          return true
        }
        return StatutoryPeriod.isWithin(months: months, from: reported, through: applied)
      }
      incidents = Set(counted.map(\.incident)).count
      needed = rule.needed
      let last = complaints.compactMap(\.test.reported).max()
      applyBy = rule.applyMonths.flatMap { months in
        last.map { StatutoryPeriod.lastDay(ofMonths: months, beginningWith: $0) }
      }
      daysLate = applyBy.map { max(0, applied.number - $0.number) } ?? 0
    }
  }
}
