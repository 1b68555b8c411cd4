internal import Kernel
internal import Partnership
internal import Statistics

/// One ward: its incidents, its rate, its harm and its place by each.
struct WardLine: Equatable, Sendable {
  /// Incidents per 1,000 people, with the interval the true rate lies in.
  struct PerThousand: Equatable, Sendable {
    let value: Double
    let interval: ConfidenceInterval
  }

  /// Harm in days, by the lowest and the highest weights.
  struct Harm: Equatable, Sendable {
    let lowest: Double
    let highest: Double
    /// Incidents of kinds without a weight, which are left out.
    let unweighed: Int
  }

  let area: Area
  let count: Int
  let people: AreaPeople?
  /// `nil` without people, and below ``fewest`` incidents.
  let rate: PerThousand?
  /// `nil` where no incident has a weight.
  let harm: Harm?
  private(set) var ranks = WardRanks()

  /// The fewest incidents a rate is told of.
  static let fewest = 20

  init(_ area: Area, _ counts: [String: Int], _ people: AreaPeople?, _ scale: HarmScale) {
    let count = counts.values.reduce(0, +)
    self.area = area
    self.count = count
    self.people = people
    rate = people.flatMap { people in
      count < Self.fewest
        ? nil
        : Rate(count, over: Double(people.people)).map { rate in
          PerThousand(value: rate.value * 1000, interval: rate.byar().scaled(by: 1000))
        }
    }
    var (lowest, highest, weighed) = (0.0, 0.0, 0)
    for (category, count) in counts.sorted(by: { $0.key < $1.key }) {
      guard let weight = scale[category] else { continue }
      lowest += Double(count) * weight.lowest
      highest += Double(count) * weight.highest
      weighed += count
    }
    harm =
      weighed > 0 ? Harm(lowest: lowest, highest: highest, unweighed: count - weighed) : nil
  }

  /// Why there is no rate; `nil` where there is one.
  var noRate: String? {
    if rate != nil { return nil }
    return people == nil ? "No estimate of people" : "Too few incidents"
  }

  /// The lines with their places; equal values share the better one.
  static func ranked(_ lines: [WardLine]) -> [WardLine] {
    func places(_ value: (WardLine) -> Double?) -> [Int?] {
      let values = lines.map(value)
      return values.map { one in
        one.map { one in 1 + values.count { ($0 ?? -.infinity) > one } }
      }
    }
    let (counts, rates) = (places { Double($0.count) }, places { $0.rate?.value })
    let (low, high) = (places { $0.harm?.lowest }, places { $0.harm?.highest })
    return lines.enumerated().map { index, line in
      var line = line
      line.ranks = WardRanks(
        count: counts[index], rate: rates[index], lowestHarm: low[index],
        highestHarm: high[index])
      return line
    }
  }
}

/// A ward's places among all, 1 for the most.
struct WardRanks: Equatable, Sendable {
  var count: Int?
  var rate: Int?
  /// By harm at the lowest weights and at the highest; the truth may give any place.
  var lowestHarm: Int?
  var highestHarm: Int?

  /// How many places its best and its worst rank lie apart.
  var spread: Int {
    let all = [count, rate, lowestHarm, highestHarm].compactMap(\.self)
    return (all.max() ?? 0) - (all.min() ?? 0)
  }

  /// Whether they lie a quarter of the places or more apart, and at least two.
  func disagree(among count: Int) -> Bool { spread >= max(2, (count + 3) / 4) }
}
