internal import Kernel
internal import Partnership

/// The floor of a case review as the law says it, in one of its sets: with so many qualifying complaints
/// the bodies must decide that the threshold is met.
///
/// A set is data with its dates; its numbers never change. A decision keeps the set it was taken under.
struct ReviewLaw: DatedLaw, Equatable, Sendable {
  /// A short word for it, such as `asbcpa-2014`.
  let key: String
  let version: Int
  let title: String
  /// Where it is written, such as "Anti-social Behaviour, Crime and Policing Act 2014".
  let source: String
  /// Such as "section 104(4) and (11)".
  let section: String
  let territory: String
  /// The first day of applications it is law for; `nil` while that is not known.
  let from: Day?
  /// The last; `nil` without an end.
  let through: Day?
  let note: String
  /// Whether the program came with it.
  let isShipped: Bool
  let floor: Floor

  /// The numbers of a set.
  struct Floor: Equatable, Sendable {
    /// The qualifying complaints it needs; a procedure may name fewer.
    let complaints: Int
    /// The months beginning with the behaviour within which a complaint must be made.
    let reportMonths: Int
    /// The months beginning with a complaint within which a review must be applied for; a procedure may
    /// name others, and more are taken.
    let applyMonths: Int

    static let mostComplaints = 20
    static let mostMonths = 60

    /// How many complaints are needed under a procedure: never more than the law needs.
    func needed(_ rule: ReviewRule?) -> Int { min(rule?.needed ?? complaints, complaints) }

    /// The months to apply under a procedure: fewer leave the floor as it is.
    func months(_ rule: ReviewRule?) -> Int { max(rule?.withinMonths ?? 0, applyMonths) }
  }

  /// Such as "section 104(4) and (11), Anti-social Behaviour, Crime and Policing Act 2014".
  var citation: String { "\(section), \(source)" }

  /// Of some sets the one that holds on a day: that which came into force last.
  ///
  /// Where every set has ended, the latest goes on until another is written down, and before the first the
  /// first holds: doubt is the applicant's. `nil` where no set has a date.
  static func on(_ day: Day, of sets: [ReviewLaw]) -> ReviewLaw? {
    func first(_ law: ReviewLaw) -> Day { law.from ?? day }
    let dated = sets.filter { $0.from != nil }.sorted {
      (first($0), $0.key) < (first($1), $1.key)
    }
    return dated.last { $0.isInForce(on: day) } ?? dated.last { first($0) <= day } ?? dated.first
  }
}
