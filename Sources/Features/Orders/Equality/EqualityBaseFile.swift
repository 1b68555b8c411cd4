internal import Commands
internal import Documents

/// Reads a CSV file of people by group: `dimension,group,people`, every group of a dimension once.
struct EqualityBaseFile {
  typealias Line = (dimension: EqualityDimension, group: String, people: Int)

  static let headings = ["dimension", "group", "people"]

  let file: String
  private(set) var rows: [Line] = []
  private var hasHead = false

  init(reading file: String) throws {
    self.file = file
    var reader = CSVReader()
    do {
      try FileBytes.read(file) { piece in try reader.read(piece) { try take($0) } }
      try reader.finish { try take($0) }
    } catch let problem as CSVProblem {
      throw InputRefused(
        file: file, line: problem.line, column: problem.column,
        reason: "\(problem.reason) Nothing was stored.")
    }
    try check()
  }

  private mutating func take(_ record: CSVRecord) throws {
    guard !record.isBlank else { return }
    let cells = record.texts.map { $0.lowercased() }
    guard hasHead else {
      hasHead = true
      guard cells == Self.headings else {
        throw refused(1, "the columns are dimension, group and people")
      }
      return
    }
    rows.append(try row(cells, record.line))
  }

  private func row(_ cells: [String], _ line: Int) throws -> Line {
    guard cells.count == 3, let dimension = EqualityDimension(rawValue: cells[0]),
      dimension != .ward
    else { throw refused(line, "the dimension is age, sex or ethnicity") }
    guard dimension.groups.contains(where: { $0.key == cells[1] }) else {
      let known = dimension.groups.map(\.key).joined(separator: ", ")
      throw refused(line, "“\(cells[1].prefix(20))” is no group; the groups are \(known)")
    }
    guard let people = Int(cells[2].filter { $0 != "," }), (1...100_000_000).contains(people) else {
      throw refused(line, "“\(cells[2].prefix(20))” is not a number of people")
    }
    return (dimension, cells[1], people)
  }

  private func check() throws {
    guard !rows.isEmpty else { throw refused(nil, "there is no row of people in it") }
    for dimension in EqualityDimension.allCases {
      let groups = rows.filter { $0.dimension == dimension }.map(\.group)
      let wanted = dimension.groups.map(\.key)
      guard groups.isEmpty || groups.sorted() == wanted.sorted() else {
        throw refused(
          nil, "\(dimension.rawValue) needs each of \(wanted.joined(separator: ", ")) once")
      }
    }
  }

  private func refused(_ line: Int?, _ reason: String) -> InputRefused {
    InputRefused(file: file, line: line, reason: "\(reason). Nothing was stored.")
  }
}
