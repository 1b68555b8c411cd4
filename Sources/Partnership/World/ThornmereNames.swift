import Kernel

/// The invented names of the demonstration's borough.
enum ThornmereNames {
  static let wards = [
    "Stepbridge", "Northgate", "Millwharf", "Eastcroft", "Southmead", "Tannery", "Westhythe",
    "Abbotsmere", "Chandlery", "Fenwick Green", "Granary", "Hollowbrook", "Kilnfield", "Kingsmoor",
    "Lockside", "Mereside", "Oxlease", "Priory Vale", "Quarry Rise", "Staithe",
  ]
  /// Streets the story of the demonstration is set in, each with its ward's place.
  static let known = [
    (name: "Station Place", ward: 1), (name: "Northgate Market", ward: 1),
    (name: "Ropewalk", ward: 2), (name: "Millwharf Park", ward: 2), (name: "Wherry Quay", ward: 2),
    (name: "Stepbridge Court", ward: 0), (name: "Stepbridge High Street", ward: 0),
  ]

  /// The name of a small area: groups of four with letters, as the real ones have.
  static func smallArea(_ place: Int) -> String {
    let group = String(place / 4 + 1)
    return "\(World.borough) " + String(repeating: "0", count: 3 - group.count) + group
      + ["A", "B", "C", "D"][place % 4]
  }

  /// Every name of a street there can be, shuffled.
  static func streets(_ generator: inout SeededGenerator) -> [String] {
    let firsts = stems.flatMap { stem in endings.map { stem + $0 } }
    let all = firsts.flatMap { first in kinds.map { "\(first) \($0)" } }
    return Array(all.shuffled(using: &generator).prefix(4000))
  }

  private static let stems = [
    "Alder", "Barley", "Birch", "Black", "Brack", "Broad", "Candle", "Chalk", "Cinder", "Clover",
    "Copper", "Cran", "Crow", "Dun", "Eel", "Elm", "Fallow", "Fern", "Flax", "Gold", "Goose",
    "Grey", "Hazel", "Heron", "Holly", "Juniper", "Kestrel", "Lantern", "Lark", "Linnet", "Mallow",
    "Moss", "Nettle", "Oat", "Osier", "Otter", "Pike", "Quill", "Reed", "Rook", "Rush", "Saddle",
    "Salt", "Sedge", "Sorrel", "Tallow", "Teasel", "Thistle", "Vine", "Willow", "Wren", "Yarrow",
  ]
  private static let endings = [
    "acre", "bank", "barrow", "brook", "combe", "croft", "field", "gate", "holme", "hurst", "ley",
    "mere", "moor", "stead", "wick", "worth",
  ]
  private static let kinds = [
    "Street", "Road", "Lane", "Close", "Row", "Court", "Gardens", "Walk", "Terrace", "Mews",
    "Rise", "Square", "Way", "Drive", "Avenue", "Place", "Green", "Yard", "Crescent", "Passage",
  ]
}
