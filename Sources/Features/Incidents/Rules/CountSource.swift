internal import Kernel
internal import Partnership

/// A source that incidents are counted of.
struct CountSource: Equatable, Sendable {
  /// Its key, such as `police-uk`.
  let key: String
  /// Its name in a sentence's place, such as “data.police.uk street files”.
  let title: String
  let precision: SourcePrecision
  /// Its mapping; `nil` for the police's files.
  let mapping: ID<Mapping>?
  /// The force whose records it is; `nil` where it is of several, or of none.
  let force: String?

  /// The files of data.police.uk.
  static let policeUK = CountSource(
    key: IncidentEvents.policeUK.key, title: "data.police.uk street files",
    precision: IncidentEvents.policeUK.precision, mapping: nil, force: nil)

  private init(
    key: String, title: String, precision: SourcePrecision, mapping: ID<Mapping>?, force: String?
  ) {
    (self.key, self.title, self.precision) = (key, title, precision)
    (self.mapping, self.force) = (mapping, force)
  }

  /// A source read by a mapping.
  init(_ mapping: Mapping, _ id: ID<Mapping>) {
    self.init(
      key: mapping.key, title: mapping.title, precision: mapping.precision, mapping: id,
      force: mapping.force.isEmpty ? nil : mapping.force)
  }

  /// A source read by a mapping as it is kept.
  init(_ saved: SavedMapping) { self.init(saved.mapping, saved.id) }

  /// How exactly it says where and when, in words.
  var precisionWords: String {
    let place =
      switch precision.place {
      case .exact: "exact places"
      case .snapped: "places moved to points nearby"
      case .area: "areas"
      }
    let time =
      switch precision.time {
      case .minute: "minutes"
      case .day: "days"
      case .month: "months"
      }
    return "\(place); \(time)"
  }
}
