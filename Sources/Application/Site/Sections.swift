import Partnership

/// The first parts of paths, and whose they are.
enum Sections {
  /// Answered to anybody; the empty one is the front page.
  static let publicOnes: Set<String> =
    features.reduce(into: ["", "accessibility", "privacy", "design"]) {
      $0.formUnion($1.publicSections)
    }

  /// Where "Leave this page" leads, by section.
  static let exits: [String: String] =
    features.reduce(into: [:]) { $0.merge($1.exits) { first, _ in first } }

  /// Sections in which files of up to 256 MiB may be sent.
  static let uploads: Set<String> = [
    "incidents", "indicators", "places", "evidence", "carry", "known", "languages",
  ]

  /// For those who have signed in: of the features there are, and of those the design names, so
  /// that a stranger cannot tell which of them exist.
  static let staff: Set<String> =
    features.reduce(
      into: [
        "work", "cases", "reviews", "orders", "conferences", "hotspots", "tasking", "incidents",
        "indicators", "plans", "admin",
      ]
    ) { $0.formUnion($1.staffSections) }

  /// Public sections whose pages are the same for everybody and are kept rendered.
  static let kept: Set<String> = ["performance"]

  /// What may stand in the access log.
  static let logged = publicOnes.union(staff).union(["assets", "healthz", "readyz", "metrics"])
}
