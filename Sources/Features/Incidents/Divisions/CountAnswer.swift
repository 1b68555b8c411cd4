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

  /// Hands over the rows in the order of the question's dimensions.
  func each(_ read: Read, _ body: (CountRow) throws -> Void) throws {
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
