/// The source's own words for kinds of incident.
///
/// Anti-social behaviour is told apart by its type, never by a blank id: crimes of 2010 and 2011
/// have no id either.
enum CrimeCategory {
  static let antisocial = "Anti-social behaviour"
  static let burglary = "Burglary"

  /// The fourteen of today, then the two that earlier months used.
  static let known = [
    antisocial, "Bicycle theft", burglary, "Criminal damage and arson", "Drugs", "Other crime",
    "Other theft", "Possession of weapons", "Public order", "Robbery", "Shoplifting",
    "Theft from the person", "Vehicle crime", "Violence and sexual offences",
    "Violent crime", "Public disorder and weapons",
  ]

  /// Whether incidents of the category count as crime.
  static func isCrime(_ category: String) -> Bool { category != antisocial }
}
