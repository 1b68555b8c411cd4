/// Whether a constable took somebody under 16 from where a dispersal direction was given to them, and where
/// to (Act of 2014, section 35(7)).
enum Removal: String, CaseIterable, Codable, Sendable {
  case notTaken = "not-taken"
  case home
  case placeOfSafety = "place-of-safety"

  /// What it is called on forms and pages.
  static let question = "Taken home or to a place of safety"

  var title: String {
    switch self {
    case .notTaken: "Not taken"
    case .home: "Taken to where they live"
    case .placeOfSafety: "Taken to a place of safety"
    }
  }
}

extension OrderRules {
  /// Only somebody under 16 may be taken; that somebody was not can be said of everybody.
  mutating func checkRemoval() {
    guard let removal = draft.content.removal, removal != .notTaken, let age = draft.age, age >= 16
    else { return }
    refuse(
      "removal",
      "They were \(age): only somebody under 16 may be taken home or to a place of safety "
        + "(section 35(7))")
  }
}
