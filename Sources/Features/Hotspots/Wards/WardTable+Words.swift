internal import Design
internal import Kernel
internal import Partnership

extension WardTable {
  /// How many wards the three ways put at places far apart.
  var headline: String {
    switch disagreements {
    case 0: "Count, rate and harm put every ward at about the same place"
    case 1: "Count, rate and harm disagree on the place of 1 of \(lines.count) wards"
    case let some: "Count, rate and harm disagree on the place of \(some) of \(lines.count) wards"
    }
  }

  var facts: [(name: String, value: String)] {
    let counted = lines.reduce(0) { $0 + $1.count }
    let unweighed = lines.reduce(0) { $0 + ($1.harm?.unweighed ?? $1.count) }
    let years = Set(lines.compactMap { $0.people?.year }).sorted().map(String.init)
    return [
      ("Counted", "\(NumberText.whole(counted)) incidents, \(months.words)"),
      ("Wards", edition.map { "Those of \($0)" } ?? "None"),
      (
        "People",
        years.isEmpty ? "No estimates" : "Estimates of \(years.joined(separator: " and "))"
      ),
      (
        "Rates",
        "Incidents of all these months per 1,000 residents, with Byar's interval; none under "
          + "\(WardLine.fewest) incidents. What happens to visitors counts, and visitors do not"
      ),
      ("Harm", scale),
      (
        "Harm is a range",
        "Each kind counts by the lowest and by the highest weight of its offences. "
          + "\(NumberText.whole(unweighed)) incidents of kinds without a weight are left out"
      ),
      (
        "Disagree",
        "Places by count, rate and harm a quarter of the wards or more apart"
      ),
      ("Without a place", "\(NumberText.whole(unlocated)), in no ward"),
      ("Outside every ward", NumberText.whole(outside)),
      (
        "Months missing",
        missing.isEmpty ? "None" : missing.map(\.words).joined(separator: ", ")
      ),
    ]
  }
}

extension WardLine.Harm {
  /// The range in days, such as "1,204 to 88,310".
  var words: String {
    let (low, high) = (Int(lowest.rounded()), Int(highest.rounded()))
    return low == high
      ? NumberText.whole(low) : "\(NumberText.whole(low)) to \(NumberText.whole(high))"
  }
}

extension WardRanks {
  /// The places, such as "1, 3, 2 to 7".
  var words: String {
    let harm =
      switch (lowestHarm, highestHarm) {
      case (let low?, let high?) where low == high: String(low)
      case (let low?, let high?): "\(min(low, high)) to \(max(low, high))"
      default: "none"
      }
    return "\(count.map(String.init) ?? "none"), \(rate.map(String.init) ?? "none"), \(harm)"
  }
}
