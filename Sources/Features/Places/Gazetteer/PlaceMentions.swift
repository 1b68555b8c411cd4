internal import Database
internal import Geography
internal import Kernel
internal import Partnership

/// Finds the streets and postcodes that people name in a sentence.
enum PlaceMentions {
  /// Words of a sentence that are looked at; people who write more name the street first.
  private static let mostWords = 12
  /// Words a street's name is sought by at most.
  private static let longest = 4

  /// The best first: a whole postcode, what begins with all that was typed, then with runs of its
  /// words, longer runs before shorter ones.
  static func find(_ typed: String, limit: Int, _ read: Read) throws -> [KnownPlace] {
    let words = typed.split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }
      .prefix(mostWords).map(String.init)
    var found = try postcode(in: words, read).map { [KnownPlace($0)] } ?? []
    if found.isEmpty {
      found = try PlaceSearch.find(typed, limit: limit, read).map(KnownPlace.init)
    }
    guard found.isEmpty else { return found }
    for length in stride(from: min(longest, words.count), through: 1, by: -1) where found.isEmpty {
      for start in 0...(words.count - length) {
        let run = words[start..<start + length].joined(separator: " ")
        guard isTelling(run, length) else { continue }
        let left = limit - found.count
        guard left > 0 else { break }
        let some = try PlaceSearch.streets(named: run, limit: left, read).map(KnownPlace.init)
        found += some.filter { !found.contains($0) }
      }
    }
    return found
  }

  /// The place of a key that ``KnownPlace`` was given.
  static func place(_ key: String, _ read: Read) throws -> KnownPlace? {
    let parts = key.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2, let kind = FoundPlace.Kind(rawValue: parts[0]) else { return nil }
    switch kind {
    case .postcode:
      return try Postcode(parts[1]).flatMap { try PlaceSearch.place(of: $0, read) }
        .map(KnownPlace.init)
    case .street:
      return try ID<StreetTag>(parts[1]).flatMap { try PlaceSearch.street($0, read) }
        .map(KnownPlace.init)
    }
  }

  /// One word alone must be long enough to name a street and no word of every sentence.
  private static func isTelling(_ run: String, _ length: Int) -> Bool {
    length > 1 || (run.count >= 5 && !common.contains(run.lowercased()))
  }

  private static let common: Set<String> = [
    "street", "house", "court", "floor", "stairs", "behind", "outside", "opposite", "between",
    "corner", "front", "garden", "gardens", "estate", "block", "around", "there", "where", "close",
    "place", "green", "north", "south", "shops", "school", "church", "station",
  ]

  private static func postcode(in words: [String], _ read: Read) throws -> FoundPlace? {
    let pairs = zip(words, words.dropFirst()).map { $0 + $1 }
    for text in pairs + words {
      if let code = Postcode(text), let place = try PlaceSearch.place(of: code, read) {
        return place
      }
    }
    return nil
  }
}

extension KnownPlace {
  fileprivate init(_ found: FoundPlace) {
    self.init(
      key: "\(found.kind.rawValue)/\(found.street?.description ?? found.name)", name: found.name,
      detail: found.detail, point: found.point)
  }
}
