/// Orders and steps against people by group, power and how the group is known, over some years.
///
/// They count orders, not people: somebody with three is counted three times.
struct EqualityCount: Codable, Equatable, Sendable {
  struct Key: Codable, Hashable, Sendable {
    let group: String
    let source: EqualityFacts.Source?
    let power: Power
  }

  private(set) var counts: [EqualityDimension: [Key: Int]] = [:]

  mutating func add(_ power: Power, _ facts: EqualityFacts) {
    for dimension in EqualityDimension.allCases {
      let (group, source) = facts.group(dimension)
      let key = Key(group: group, source: source, power: power)
      counts[dimension, default: [:]][key, default: 0] += 1
    }
  }
}
