internal import Kernel

/// Whether one complaint qualifies: section 104(11) of the Anti-social Behaviour, Crime and Policing
/// Act 2014.
///
/// It was made within the months of the law beginning with the day of the behaviour, and the application
/// within those beginning with the day of the complaint, or within the months that the published
/// procedure names where those are more. What nobody knows is taken for the applicant.
struct ComplaintTest: Equatable, Sendable {
  /// The day of the behaviour; `nil` where nobody knows it.
  let behaviour: Day?
  /// The day it was reported; `nil` where nobody knows it.
  let reported: Day?
  /// The day of the application.
  let applied: Day
  /// The months beginning with the complaint within which an application counts.
  let months: Int
  /// The months beginning with the behaviour within which it had to be made.
  let reportMonths: Int

  /// The last day on which the complaint could be made.
  var reportBy: Day? {
    behaviour.map { StatutoryPeriod.lastDay(ofMonths: reportMonths, beginningWith: $0) }
  }

  /// The last day on which a review could be asked for because of it.
  var applyBy: Day? {
    reported.map { StatutoryPeriod.lastDay(ofMonths: months, beginningWith: $0) }
  }

  /// Days by which it was made too late; 0 in time, or where a day is not known.
  var daysLate: Int {
    guard let reported, let reportBy else { return 0 }
    return max(0, reported.number - reportBy.number)
  }

  /// Days by which the application came too late for it.
  var daysLapsed: Int { applyBy.map { max(0, applied.number - $0.number) } ?? 0 }

  /// Days by which it was made after the application, which cannot rest on it: section 104(11)(b).
  ///
  /// Behaviour of a later day was told later too, whether or not that day is known.
  var daysAfter: Int {
    [reported, behaviour].compactMap { $0.map { max(0, $0.number - applied.number) } }.max() ?? 0
  }

  var qualifies: Bool { daysLate == 0 && daysLapsed == 0 && daysAfter == 0 }

  /// Whether it counts only since a day is not known.
  var isDoubted: Bool { qualifies && (behaviour == nil || reported == nil) }

  /// The result and its reason, such as "Reported 19 days too late".
  var words: String {
    let reasons = [
      daysLate > 0 ? "reported \(Self.days(daysLate)) too late" : nil,
      daysLapsed > 0 ? "applied \(Self.days(daysLapsed)) after its \(months) months" : nil,
      daysAfter > 0 ? "made \(Self.days(daysAfter)) after the application" : nil,
    ].compactMap(\.self)
    guard reasons.isEmpty else {
      let text = reasons.joined(separator: ", ")
      return text.prefix(1).uppercased() + text.dropFirst()
    }
    guard let behaviour, let reported else {
      return "A day is not known: it is taken for the applicant"
    }
    let days = reported.number - behaviour.number
    return days == 0 ? "Reported on the day" : "Reported \(Self.days(days)) after it happened"
  }

  private static func days(_ count: Int) -> String { "\(count) \(count == 1 ? "day" : "days")" }
}
