/// How places that stand out are found.
enum HotspotMethod: String, CaseIterable, Codable, Sendable {
  /// Cells that hold more, with those around them, than cells of this borough do by chance.
  case gi
  /// Where incidents lie densest.
  case kde
  /// Groups of incidents close to each other.
  case clusters

  /// The name on pages.
  var title: String {
    switch self {
    case .gi: "More than chance (Getis-Ord Gi*)"
    case .kde: "Density (quartic kernel)"
    case .clusters: "Clusters (DBSCAN)"
    }
  }
}
