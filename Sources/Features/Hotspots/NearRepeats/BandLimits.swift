/// The limits of bands as they are typed: upper ends with commas between them, rising.
///
/// The first band begins at nought, whether or not that is typed.
enum BandLimits {
  /// The most bands of distance, and of days.
  static let most = 20
  /// Metres; the first band is the same place.
  static let usualDistances = [0, 0.001, 100, 200, 300, 400, 500]
  /// The same day, the next, the rest of the week, the second week, the third and fourth.
  static let usualDays = [0, 1, 2, 7, 14, 28]

  /// Limits in metres; `nil` for anything else.
  static func distances(_ text: String) -> [Double]? {
    read(text, upTo: 10_000_000) { Double($0) }
  }

  /// Limits in whole days; `nil` for anything else.
  static func days(_ text: String) -> [Int]? { read(text, upTo: 100_000) { Int($0) } }

  private static func read<Limit: Comparable & Numeric>(
    _ text: String, upTo largest: Limit, _ value: (String) -> Limit?
  ) -> [Limit]? {
    var limits: [Limit] = [0]
    for (index, part) in text.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
      guard let limit = value(String(part.drop { $0 == " " })), limit <= largest else {
        return nil
      }
      if index == 0, limit == 0 { continue }
      guard let last = limits.last, last < limit else { return nil }
      limits.append(limit)
    }
    return (2...most + 1).contains(limits.count) ? limits : nil
  }
}
