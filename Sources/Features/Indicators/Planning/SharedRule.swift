import Database
import Kernel

/// What may be changed of an indicator that stands in several plans.
///
/// Its definition and breaks belong to the indicator, not to one plan: documents and closed plans
/// must go on showing what they showed, so that the months of their years are settled.
enum SharedRule {
  /// The last month that is settled; `nil` where none is.
  static func settled(of indicator: ID<Indicator>, in read: Read) throws -> Month? {
    try MembershipStore.all(of: indicator, in: read)
      .compactMap { try PlanStore.find($0.plan, in: read) }
      .filter { !$0.isOpen }.map(\.years.upperBound.lastMonth).max()
  }

  /// Why nothing may change from a month on; `nil` where it may.
  static func refusal(from month: Month, settled: Month?) -> String? {
    guard let settled, month <= settled else { return nil }
    return "Enter a month after \(settled.words): a published or closed plan shows the months up "
      + "to then"
  }

  /// Why a definition may not begin with a month; `nil` where it may.
  static func refusal(
    defining month: Month, after versions: [Definition], settled: Month?
  ) -> String? {
    if let found = refusal(from: month, settled: settled) { return found }
    guard let last = versions.map(\.validFrom).max(), month < last else { return nil }
    return "Enter \(last.words) to correct the present definition, or a later month for a new one"
  }
}
