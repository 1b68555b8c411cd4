/// How the tables of another case system are read: which column says what, and what its words mean here.
struct CaseMapping: Equatable, Sendable {
  /// What people call the system.
  var system = ""
  var dates = CarriedDates.dayFirst
  /// The heading of the column of each field, by table and name of the field.
  ///
  /// One that begins with an equals sign is no heading: what follows is said for every line.
  var columns: [CarryTable: [String: String]] = [:]
  /// What a word of a list means, by the word in small letters.
  var words: [CarryList: [String: String]] = [:]

  /// A word as words are compared: small letters and single spaces.
  static func plain(_ word: String) -> String {
    word.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What a word means here; the word itself where the mapping says nothing of it.
  func meaning(of word: String, _ list: CarryList) -> String {
    words[list]?[Self.plain(word)] ?? word
  }
}

/// A mapping as it is kept.
struct KeptMapping: Sendable {
  let key: String
  let version: Int
  let sheet: String
  let mapping: CaseMapping

  /// The mapping of the sample, which needs no other.
  static let shipped: KeptMapping? = (try? CaseMappingSheet.read(CarrySample.mapping, name: "")).map
  {
    KeptMapping(key: CarrySample.key, version: 0, sheet: CarrySample.mapping, mapping: $0)
  }
}
