/// The numbers of a short list of words: categories, outcomes or forces.
struct WordCodes {
  private let limit: Int
  private let fingerprint: Fingerprint
  private var known = FingerprintTable()
  private let add: (String) throws -> Int

  /// Begins with the words of the database.
  ///
  /// `limit` is how many there may be: past it a file is not what it claims to be. `add` writes a
  /// new word and gives its number.
  init(
    words: [(id: Int, name: String)], limit: Int,
    fingerprint: Fingerprint, add: @escaping (String) throws -> Int
  ) {
    self.limit = limit
    self.fingerprint = fingerprint
    self.add = add
    for word in words {
      var name = word.name
      let key = name.withUTF8 { fingerprint(UnsafeRawBufferPointer($0)) }
      _ = known.insert(key, UInt32(word.id))
    }
  }

  /// The number of a row's word.
  @inline(__always)
  mutating func code(_ row: StreetRow, _ column: StreetColumn) throws -> Int32 {
    let key = fingerprint(row[column])
    if let id = known.value(of: key) { return Int32(id) }
    return try addWord(row, column, key: key)
  }

  private mutating func addWord(
    _ row: StreetRow, _ column: StreetColumn, key: UInt64
  ) throws -> Int32 {
    let word = try row.text(column)
    guard known.count < limit else { throw RowRefusal(.tooManyWords(column)) }
    let id = try add(word)
    _ = known.insert(key, UInt32(id))
    return Int32(id)
  }
}
