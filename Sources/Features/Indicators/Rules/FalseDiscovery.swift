/// Which of several tested changes stand out once it is allowed for that many were tested.
///
/// - Note: Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x.
enum FalseDiscovery {
  /// The share of those that are named which may be chance after all.
  static let rate = 0.05

  /// The indices of the p-values that survive.
  static func survivors(_ chances: [Double]) -> Set<Int> {
    let ordered = chances.indices.sorted { chances[$0] < chances[$1] }
    let last = ordered.indices.last { position in
      chances[ordered[position]] <= rate * Double(position + 1) / Double(chances.count)
    }
    return last.map { Set(ordered[...$0]) } ?? []
  }
}
