internal import Kernel

extension Order {
  /// The last day to appeal against it or question it, with the section; `nil` where none is known.
  ///
  /// Days run from the day it was issued to them, or on which a court or council made it. What a tenant
  /// may ask of a landlord runs from the notice before a claim for possession and is dealt with before
  /// one is begun (Housing Act 1985, section 85ZA(2) and (6)): once a court made its order there is none.
  var appealWords: String? {
    guard power != .possession, let rule = rule(.appealDays) else { return nil }
    let first = power.isServed ? servedAt.map(London.day) : term.starts
    return first.map {
      let last = StatutoryPeriod.lastDay(ofDays: rule.value, beginningWith: $0)
      return "\(last.words) (\(rule.rule.section))"
    }
  }
}
