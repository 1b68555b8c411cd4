/// What kind of area a boundary is of.
public enum AreaKind: String, Sendable, Hashable, CaseIterable {
  /// A borough, district or unitary authority.
  case borough
  /// An electoral ward.
  case ward
  /// A lower-layer super output area, of some 1,500 people.
  case lsoa
  /// A middle-layer super output area, of some 8,000 people.
  case msoa
  /// A police or council neighbourhood.
  case neighbourhood
  /// A hotspot somebody drew and named.
  case hotspot

  /// One of them in words, such as "Ward".
  public var title: String {
    switch self {
    case .borough: "Borough"
    case .ward: "Ward"
    case .lsoa: "LSOA"
    case .msoa: "MSOA"
    case .neighbourhood: "Neighbourhood"
    case .hotspot: "Hotspot"
    }
  }

  /// Several of them in words, such as "Wards".
  public var plural: String { "\(title)s" }
}
