internal import Geography
internal import Kernel

/// Reads rows by a mapping; needs no database, so that a preview reads as an import does.
struct ExtractDecoder: Sendable {
  let mapping: Mapping
  let times: TimeDecoder
  let points: PointDecoder?

  /// What reads by a mapping, on a day; `system` looks up coordinate reference systems by name.
  init(_ mapping: Mapping, today: Day, system: (String) throws -> ReferenceSystem) throws {
    self.mapping = mapping
    times = TimeDecoder(mapping, today: today)
    points =
      mapping.columns.x.isEmpty || mapping.rows == .months
      ? nil : try PointDecoder(mapping, system)
  }

  /// The event of a row.
  func event(_ row: some ExtractRow, _ places: ColumnPlaces) throws(ExtractRefusal) -> ExtractEvent
  {
    guard row.count >= places.width else {
      throw ExtractRefusal(.short(row.count, of: places.width))
    }
    var event = try times.event(row, places)
    event.category = try category(row, places)
    event.place = try points?.place(row, places)
    event.area = try text(row, places, .area)
    event.location = try text(row, places, .location)
    event.outcome = try text(row, places, .outcome)
    event.reference = try text(row, places, .reference)
    event.identity = identity(row, places, event.reference)
    return event
  }

  /// The category of a row, in the source's words or what the mapping makes of them.
  func category(
    _ row: some ExtractRow, _ places: ColumnPlaces
  ) throws(ExtractRefusal) -> String {
    var words: [String] = []
    for place in places[.category] {
      let word = try Self.text(row, place, places)
      if !word.isEmpty { words.append(word) }
    }
    let found = words.isEmpty ? mapping.otherwise : words.joined(separator: ": ")
    guard !found.isEmpty else { throw ExtractRefusal(.blank(column: places.heading(.category))) }
    return mapping.renames[found] ?? found
  }

  /// A word of a row; empty where the file has no such column.
  func text(
    _ row: some ExtractRow, _ places: ColumnPlaces, _ role: Mapping.Role
  ) throws(ExtractRefusal) -> String {
    guard let place = places[role].first else { return "" }
    return try Self.text(row, place, places)
  }

  private static func text(
    _ row: some ExtractRow, _ place: Int, _ places: ColumnPlaces
  ) throws(ExtractRefusal) -> String {
    let bytes = row.trimmed(place)
    guard bytes.count <= 200 else { throw ExtractRefusal(.tooLong(column: places.headings[place])) }
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(where: { $0 < 32 })
    else { throw ExtractRefusal(.notText(column: places.headings[place])) }
    return text
  }

  /// What a row is known by: its reference, or else all its columns say but the outcome, which may
  /// change.
  private func identity(
    _ row: some ExtractRow, _ places: ColumnPlaces, _ reference: String
  ) -> UInt64 {
    var hash = IdentityHash(mapping.key)
    if !reference.isEmpty {
      hash.add(reference.utf8)
      return hash.value
    }
    for role in Mapping.Role.allCases where role != .outcome && role != .reference {
      for place in places[role] { hash.add(row.trimmed(place)) }
    }
    return hash.value
  }
}
