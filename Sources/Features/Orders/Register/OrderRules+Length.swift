internal import Kernel

extension OrderRules {
  /// What runs by the hour: a closure notice, a dispersal direction.
  mutating func checkHours() {
    guard let short = limit(.longestHours) else { return }
    let term = draft.term
    let authoriser = draft.content.authoriser
    if draft.power == .dispersal, authoriser?.isInspectorOrAbove != true {
      refuse(
        "authoriser", "An inspector or above must have authorised the power (section 34(1))")
    }
    if draft.power == .closureNotice, authoriser == .constable {
      refuse(
        "authoriser", "An inspector or above, or the council, issues the notice (section 76(1))")
    }
    let shortEnd = term.startsAt.adding(seconds: Double(short.value) * 3600)
    guard term.endsAt > shortEnd else { return }
    guard let long = limit(.longestHoursSenior) else {
      return refuse("ends-day", "It may last \(short.length) at most", short)
    }
    guard authoriser?.isSenior == true else {
      return refuse(
        "ends-day",
        "It may last \(short.length) at most, or \(long.length) where a superintendent or the chief "
          + "executive signed it", long)
    }
    if term.endsAt > StatutoryPeriod.end(ofHours: long.value, from: term.startsAt) {
      refuse("ends-day", "It may last \(long.length) at most, Christmas Day not counted", long)
    }
  }

  /// The authorisation under which a direction is given: no longer than the law says, and in force then.
  mutating func checkAuthorisation() {
    guard draft.power == .dispersal, let rule = limit(.authorisationHours) else { return }
    guard let from = draft.authorisedFrom, let to = draft.authorisedTo else {
      return refuse(
        "authorised-day", "Enter when the authorisation of the power began and ends", rule)
    }
    if to <= from { refuse("authorised-end-day", "The end must be after the beginning") }
    if to > from.adding(seconds: Double(rule.value) * 3600) {
      refuse("authorised-end-day", "The authorisation may last \(rule.length) at most", rule)
    }
    if draft.term.startsAt < from || draft.term.startsAt >= to {
      refuse(
        "starts-day",
        "The direction must be given while the authorisation is in force (section 35(1))")
    }
  }

  /// What runs by months, for the young and for adults.
  mutating func checkMonths() {
    let (isYouth, first) = (draft.isYouth, draft.term.starts)
    let longest =
      isYouth ? limit(.longestMonthsYouth) ?? limit(.longestMonths) : limit(.longestMonths)
    let shortest = isYouth ? limit(.shortestMonthsYouth) : limit(.shortestMonths)
    let who = isYouth ? " for somebody under 18" : ""
    if let longest {
      guard let last = draft.term.ends else {
        return refuse(
          "ends-day", "Enter the last day: it may last \(longest.length) at most\(who)", longest)
      }
      if !StatutoryPeriod.isWithin(months: longest.value, from: first, through: last) {
        let latest = StatutoryPeriod.lastDay(ofMonths: longest.value, beginningWith: first)
        refuse(
          "ends-day",
          "It may last \(longest.length) at most\(who): to \(latest.words) at the latest", longest)
      }
    }
    if let shortest, let last = draft.term.ends,
      !StatutoryPeriod.isAtLeast(months: shortest.value, from: first, through: last)
    {
      let soonest = StatutoryPeriod.lastDay(ofMonths: shortest.value, beginningWith: first)
      refuse(
        "ends-day",
        "It must last \(shortest.length) at least\(who): to \(soonest.words) or later", shortest)
    }
  }

  /// The hearing a closure notice leads to; the hours run from service.
  mutating func checkHearing() {
    guard let rule = limit(.hearingHours) else { return }
    guard let hearing = draft.hearingAt else {
      return refuse("hearing-day", "Enter when the court hears the application", rule)
    }
    let served = draft.servedAt ?? draft.term.startsAt
    if let refusal = Self.hearingRefusal(hearing, served: served, rule) {
      refuse("hearing-day", refusal)
    }
  }

  /// Why a hearing is refused of a notice served at a moment; `nil` where it is in time.
  static func hearingRefusal(
    _ hearing: Instant, served: Instant, _ rule: LawFinding
  ) -> String? {
    let latest = StatutoryPeriod.end(ofHours: rule.value, from: served)
    if hearing < served { return "The hearing must be after the notice (\(rule.citation))" }
    guard hearing > latest else { return nil }
    return "The court must hear it by \(London.words(latest)), Christmas Day not counted "
      + "(\(rule.citation))"
  }
}
