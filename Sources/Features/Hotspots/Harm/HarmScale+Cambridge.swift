internal import Kernel

extension HarmScale {
  /// The scale that is used where none was imported: the Cambridge Crime Harm Index by the kinds of
  /// data.police.uk, each with the lowest and the highest weight of its offences.
  ///
  /// - Note: Sherman, Neyroud & Neyroud 2016, doi:10.1093/police/paw003. The ends of the ranges are
  ///   those of the 2026 update by Home Office sub-group as a public analysis of it prints them; they
  ///   were not checked against the index's own spreadsheet, and each row says so.
  static let cambridge = HarmScale(
    name: "Cambridge Crime Harm Index by police.uk kinds", version: "2026, unchecked",
    from: Day(year: 2026, month: 1, day: 1) ?? Day(number: 0),
    source: "Cambridge Centre for Evidence-Based Policing, Cambridge Crime Harm Index, 2026 update "
      + "(method: Sherman, Neyroud & Neyroud 2016, doi:10.1093/police/paw003); lowest and highest "
      + "by sub-group from a published analysis of it, not checked against the index itself",
    weights: [
      weight("Bicycle theft", 2, 2), weight("Burglary", 2, 730),
      weight("Criminal damage and arson", 1, 365), weight("Other crime", 1, 1_460),
      weight("Other theft", 1, 182), weight("Public order", 1, 730), weight("Robbery", 365, 365),
      weight("Shoplifting", 1, 1), weight("Theft from the person", 2, 2),
      weight("Vehicle crime", 2, 10), weight("Violence and sexual offences", 1, 5_475),
      none("Drugs", foundByPolice), none("Possession of weapons", foundByPolice),
      none("Anti-social behaviour", "The index weighs crimes alone, and this is none"),
    ])

  private static let foundByPolice =
    "The index leaves out what is mostly found by the police's own work: its number follows theirs"

  private static func weight(_ category: String, _ lowest: Double, _ highest: Double) -> Weight {
    Weight(
      category: category, lowest: lowest, highest: highest,
      note: lowest == highest
        ? "One weight for every offence of the kind; not checked against the index itself"
        : "Lowest and highest of the offences of the kind; not checked against the index itself")
  }

  private static func none(_ category: String, _ reason: String) -> Weight {
    Weight(category: category, lowest: nil, highest: nil, note: reason)
  }
}
