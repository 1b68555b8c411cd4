internal import Kernel
internal import Partnership

/// When a further referral of the same parties is a repeat.
///
/// Within some months **of** the last referral: that day itself is not counted, and the day of the
/// same number some months on is still within them; where that month has no such day, its last day.
/// The earlier referral may be made a repeat itself, or not: the months run from the last of them.
struct RepeatRule: Equatable, Sendable {
  /// Nought where the kind of conference does not ask.
  let months: Int

  /// The last day on which a further referral is a repeat.
  func lastDay(after referral: Day) -> Day {
    let month = Month(index: referral.month.index + months)
    let civil = month.firstDay.civil
    return Day(year: civil.year, month: civil.month, day: referral.civil.day) ?? month.lastDay
  }

  func isRepeat(_ day: Day, after referral: Day) -> Bool {
    months > 0 && referral <= day && day <= lastDay(after: referral)
  }

  /// Whether two referrals are of the same parties.
  ///
  /// Every word of both names agrees. A day of birth or another side that one of them leaves out
  /// tells them not apart: what nobody knows is taken for the danger, not against it.
  static func areSame(_ one: ReferralContent, _ other: ReferralContent) -> Bool {
    areSamePerson(one, other) && agree(one.other, other.other) { words($0) }
  }

  /// Whether two referrals are of the same person, whoever the other side is.
  static func areSamePerson(_ one: ReferralContent, _ other: ReferralContent) -> Bool {
    words(one.name) == words(other.name) && agree(one.born, other.born) { [$0] }
  }

  private static func words(_ name: String) -> Set<String> { NameTokens.words(Sensitive(name)) }

  private static func agree(
    _ one: String, _ other: String, by parts: (String) -> Set<String>
  ) -> Bool { one.isEmpty || other.isEmpty || parts(one) == parts(other) }
}
