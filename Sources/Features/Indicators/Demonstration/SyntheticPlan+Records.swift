import Kernel

/// What the made-up plan counts from the partnership's own records: no figure of it is typed in.
extension SyntheticPlan {
  static let fromRecords = orders + [supported] + reviews + [drugAddresses]

  private static let orders = [
    SyntheticIndicator(
      code: "A5", title: "People required by an order to engage in treatment", unit: "person",
      polarity: .higher, reason: "More people should get help", owner: "Council",
      agency: "council", frequency: .quarter, measure: "orders.treatment", source: register),
    SyntheticIndicator(
      code: "A6", title: "Orders issued or made", unit: "order", polarity: .neutral,
      reason: "Neither more nor fewer is an end in itself", owner: "Council", agency: "council",
      measure: "orders.issued", source: register),
    SyntheticIndicator(
      code: "A7", title: "Orders in force on the last day", unit: "order", kind: .level,
      polarity: .neutral, reason: "It says how much there is to watch over", owner: "Council",
      agency: "council", frequency: .quarter, measure: "orders.live", source: register),
    SyntheticIndicator(
      code: "A8", title: "Known breaches that were acted on", unit: "breach", kind: .percentage,
      polarity: .higher, reason: "An order that may be broken protects nobody", owner: "Council",
      agency: "council", frequency: .quarter, measure: "orders.breaches-acted-on",
      source: register, denominator: "breaches that became known",
      targets: ["100%", "100%", "100%", "100%"]),
    SyntheticIndicator(
      code: "A9", title: "Young people with an order who took up support", unit: "person",
      kind: .percentage, polarity: .higher, reason: "Support stands beside enforcement",
      owner: "Council", agency: "council", frequency: .quarter,
      measure: "orders.young-supported", source: register,
      denominator: "people under 18 given an order or a contract",
      targets: ["75%", "75%", "80%", "80%"]),
  ]

  private static let supported = SyntheticIndicator(
    code: "A10", title: "People supported through the community MARAC", unit: "person",
    polarity: .higher, reason: "Those who are repeatedly harmed should be found",
    owner: "Council", agency: "council", frequency: .quarter,
    measure: "conferences.people-supported", source: "Meetings of the community MARAC")

  private static let reviews = [
    SyntheticIndicator(
      code: "A11", title: "Applications for a case review", unit: "application",
      polarity: .neutral, reason: "A rise can mean more harm, or that people know of it",
      owner: "Council", agency: "council", frequency: .quarter,
      measure: "case-reviews.applications", source: applications),
    SyntheticIndicator(
      code: "A12", title: "Case reviews with whose outcome the victim is satisfied",
      unit: "review", kind: .percentage, polarity: .higher, reason: "A review is held for them",
      owner: "Council", agency: "council", frequency: .year,
      measure: "case-reviews.satisfied", source: applications,
      denominator: "reviews of which the victim said",
      annualReason: "So few are held that a quarter often has none"),
  ]

  private static let drugAddresses = SyntheticIndicator(
    code: "A13", title: "Drug addresses acted on in time", unit: "case", kind: .percentage,
    polarity: .higher, reason: "What residents tell should be acted on", owner: "Council",
    agency: "council", frequency: .quarter, measure: "casework.drug-addresses-in-time",
    source: "Cases of drug use or dealing", denominator: "cases whose time is over or acted on",
    targets: ["80%", "80%", "85%", "85%"])

  private static let register = "The register of orders"
  private static let applications = "Applications for case reviews"
}
