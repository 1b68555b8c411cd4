internal import Database
internal import Kernel
internal import Partnership

/// Made-up visiting risks of some open cases: most hold, one is to be reviewed, one has lapsed.
enum MarkerDemonstration {
  private static let warnings = [
    "Do not visit alone", "A large dog is loose in the yard",
    "Visit by day only; the stairs are dark",
    "Do not say at the door why you come",
  ]
  /// Days from the day of the demonstration to the review, for each marker in turn.
  private static let reviews = [30, 75, -6, 120, -70]

  static func make(_ world: World, _ services: Services) throws {
    try services.database.bulkWrite { write in
      let files = try write.all(
        """
        SELECT \(CaseFile.columns) FROM case_file c WHERE c.state <> 'closed' ORDER BY c.id LIMIT 60
        """
      ) { row in try CaseFile(row: &row) }
      let store = MarkerStore(keyring: services.keyring)
      let noon = London.instant(world.today, minute: 12 * 60)
      for (number, file) in files.enumerated() where number % 12 == 3 {
        guard
          let place = try CasePlaces(keyring: services.keyring)
            .places(of: file.id, write).first
        else { continue }
        let days = reviews[number / 12 % reviews.count]
        let content = VisitMarker.Content(
          warning: warnings[number / 12 % warnings.count],
          evidence: "Seen on a visit; made up for the demonstration")
        let added = noon.adding(seconds: Double(min(days, 0) - 40) * 86_400)
        try store.add(
          content, about: .place(key: place.key, name: place.name),
          reviewOn: world.today.adding(days: days), in: file.id, by: file.owner, at: added, write)
        try CaseStore(services).parts.write(
          .marker, about: file.id, content.warning, by: file.owner, at: added, in: write)
      }
    }
  }
}
