/// A ground on which somebody is referred to a kind of conference.
///
/// It is never changed: other words or another score make another ground, so that earlier referrals
/// keep the one they were made on.
struct Criterion: Equatable, Sendable {
  let key: String
  let title: String
  /// The least score it asks of a risk assessment; `nil` where it rests on none.
  let least: Int?
  /// The highest score the instrument can give; `nil` where that is not known.
  let most: Int?
  /// Whether it asks for an earlier referral within the kind's time.
  let isRepeat: Bool
}
