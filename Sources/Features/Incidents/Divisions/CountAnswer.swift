internal import Database
internal import Kernel
internal import Partnership

/// The answer to a question, from the source's own places or from an edition of wards.
struct CountAnswer {
  let unlocated: Int
  /// Incidents whose point lies in no ward; `nil` where the answer is not by ward.
  let outside: Int?
  private let query: CountQuery
  private let wards: (division: Division, areas: [Area])?

  /// The wards counted by, by code; none where the answer is not by ward.
  var areas: [Area] { wards?.areas ?? [] }

  /// An answer; the edition of wards, where one is counted by, was brought up to date before.
  init(
    _ query: CountQuery, _ edition: AreaEdition?, _ directory: AreaDirectory, _ read: Read
  ) throws {
    self.query = query
    guard let edition else {
      wards = nil
      unlocated = try CubeStore.unlocated(query, in: read)
      outside = nil
      return
    }
    guard let division = try DivisionStore.find(edition, read) else { throw WardsChanged() }
    wards = (division, try directory.areas(edition.kind, edition.year, read))
    let gaps = try DivisionCubeStore.gaps(query, division, in: read)
    unlocated = gaps.unlocated
    outside = gaps.outside
  }

  /// How long the answer is, in full.
  func size(_ read: Read) throws -> CountSize {
    if let wards { return try DivisionCubeStore.size(query, wards.division, in: read) }
    return try CubeStore.size(query, in: read)
  }

  /// The rows of an answer that is known to be short, broken down or ordered otherwise.
  func rows(_ change: (inout CountQuery) -> Void, _ read: Read) throws -> [CountRow] {
    var other = query
    change(&other)
    var rows: [CountRow] = []
    try each(other, read) { rows.append($0) }
    return rows
  }

  /// Hands over the rows in the order of the question's dimensions.
  func each(_ read: Read, _ body: (CountRow) throws -> Void) throws {
    try each(query, read, body)
  }

  private func each(
    _ query: CountQuery, _ read: Read, _ body: (CountRow) throws -> Void
  ) throws {
    if let wards {
      try DivisionCubeStore.each(query, wards.division, wards.areas, in: read, body)
    } else {
      try CubeStore.each(query, in: read, body)
    }
  }
}

/// Areas were added or taken away between the counting and the answer.
struct WardsChanged: Problem {
  var message: String { "The wards were changed while they were counted by. Ask again." }
  var status: Int { 409 }
}
