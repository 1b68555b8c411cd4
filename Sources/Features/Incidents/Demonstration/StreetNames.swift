internal import Kernel

/// Invented names of streets.
enum StreetNames {
  private static let firsts = [
    "Alderwick", "Brackenhurst", "Candlemaker", "Dunmallow", "Eelpool", "Fennimore", "Gallowgreen",
    "Harrowmere", "Inkerman Wharf", "Juniper Hythe", "Kestrelmoor", "Lanternfield", "Mossbarrow",
    "Nettlecombe", "Orchard Staithe", "Pennyfarthing", "Quillmaker", "Ropewalk Old", "Saltmarsh",
    "Tanner's Reach", "Underwillow", "Vinegar Yard", "Wherryman", "Yarrowfield",
  ]
  private static let seconds = [
    "Street", "Road", "Lane", "Close", "Row", "Court", "Gardens", "Walk", "Terrace", "Mews",
    "Rise", "Square",
  ]

  /// A name drawn by chance.
  static func name(_ generator: inout SeededGenerator) -> String {
    let first = firsts[Int.random(in: 0..<firsts.count, using: &generator)]
    let second = seconds[Int.random(in: 0..<seconds.count, using: &generator)]
    return "\(first) \(second)"
  }
}
