internal import Commands
internal import Database
internal import Kernel
internal import Partnership

/// How the command line prints an answer: row by row, so that a long one needs no memory.
enum CountOutput {
  static func json(
    _ query: CountQuery, _ answer: CountAnswer, _ read: Read, _ output: Output
  ) throws {
    let by = JSON.array(query.by.map { .string($0.rawValue) })
    output.text("{\"by\":\(by),\"rows\":[")
    var separator = ""
    try answer.each(read) { row in
      let members = zip(query.by, row.values).map { dimension, value in
        JSON.Member(dimension.rawValue, .string(value))
      }
      output.text(
        separator + JSON.object(members + [.init("count", .integer(row.count))]).description)
      separator = ","
    }
    let outside = answer.outside.map { ",\"outside\":\($0)" } ?? ""
    output.line("],\"unlocated\":\(answer.unlocated)\(outside)}")
  }

  static func table(
    _ query: CountQuery, _ answer: CountAnswer, _ read: Read, _ output: Output
  ) throws {
    output.line(line(query.by.map { ($0.rawValue, $0) }, "count"))
    try answer.each(read) { row in
      output.line(line(Array(zip(row.values, query.by)), String(row.count)))
    }
    output.line("\(answer.unlocated) without a place")
    if let outside = answer.outside {
      output.line("\(outside) outside every \(query.edition?.kind.rawValue ?? "area")")
    }
  }

  private static func line(_ values: [(String, CountDimension)], _ count: String) -> String {
    let cells = values.map { value, dimension in
      value + String(repeating: " ", count: max(0, dimension.width - value.count))
    }
    return cells.joined(separator: "  ") + "  "
      + String(repeating: " ", count: max(0, 9 - count.count)) + count
  }
}

extension CountDimension {
  /// Letters a column of the table is wide.
  fileprivate var width: Int {
    switch self {
    case .month: 7
    case .week, .weekday, .hour: 9
    case .lsoa, .ward, .msoa, .neighbourhood, .borough, .hotspot, .source: 13
    case .category, .outcome, .force: 32
    }
  }
}
