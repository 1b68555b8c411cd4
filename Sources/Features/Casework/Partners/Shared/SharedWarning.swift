internal import Access
internal import Database
internal import Design
internal import Kernel
internal import Markup
internal import Secrets

/// What a party minds before it visits: the warning of a marker, without what it rests on, who
/// wrote it, or the case it was written in.
struct SharedWarning: Sendable {
  let about: String
  let words: Sensitive<String>
  let reviewOn: Day

  /// The warnings of a case that hold, about people the party is shown and about its places.
  ///
  /// Where those who reported are hidden, a place added to the case may be a home of theirs, so only
  /// the place the case is known by counts.
  static func all(
    of file: CaseFile, _ sight: PartySight, shown people: [CasePerson], on today: Day,
    _ keyring: Keyring, _ read: Read
  ) throws -> [Self] {
    let places = try CasePlaces(keyring: keyring).places(of: file.id, read)
    let names = Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0.content) })
    return try MarkerStore(keyring: keyring)
      .markers(of: file.id, places: places.map(\.key), read)
      .filter { $0.holds(on: today) }
      .compactMap { marker in
        let about: String? =
          if let person = marker.person {
            names[person]?.reveal(for: "warning before a visit").name
          } else if sight.hidesReporters, marker.placeName != file.placeName {
            nil
          } else {
            marker.placeName
          }
        return about.map {
          Self(
            about: $0,
            words: Sensitive(
              marker.content.reveal(for: "warning before a visit").warning),
            reviewOn: marker.reviewOn)
        }
      }
  }
}

/// Warnings, in front of any address.
struct SharedWarningNotices: HTML {
  let warnings: [SharedWarning]

  var body: some HTML {
    for warning in warnings {
      Notice(.bad) {
        p {
          strong { "Visiting risk, \(warning.about): " }
          warning.words.reveal(for: "warning before a visit")
        }
        p(.class("small")) {
          "To be reviewed on \(warning.reviewOn.words). Ask the lead what it rests on."
        }
      }
    }
  }
}
