import Geography
import Glibc
import Statistics

/// Runs one of the spatial methods over points from a file, times it, and prints one JSON line:
/// `statistics-bench CASE POINTS`, the file holding eastings, northings and days, all as doubles.
@main
struct Bench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let run = cases[arguments[1]] else {
      print("statistics-bench \(cases.keys.sorted().joined(separator: "|")) POINTS")
      exit(2)
    }
    let events = try Events(path: arguments[2])
    let before = Usage()
    let line = before.line(result: try run(events), until: Usage())
    // The peers' points, too, are given back after the clock has stopped.
    withExtendedLifetime(events) { print(line) }
  }

  private static let cases: [String: @Sendable (Events) throws -> Double] = [
    "bin": { Double(try city(250).counts(of: $0.points()).cells.max() ?? 0) },
    "kde": { try KernelDensity.quartic(of: $0.points(), on: city(100), reach: 300).peak },
    "gistar": { events in
      try LocalG(of: events.counts.map(Double.init), on: city(250)).z.reduce(0) { max($0, $1) }
    },
    "permutations": { events in
      let test = try LocalGPermutation(
        of: events.counts, on: city(250), permutations: 999, seed: 1)
      return test.pUpper.min() ?? 0
    },
    "assign": { try AreaFile(beside: CommandLine.arguments[2]).assigned($0.gridPoints()) },
    "cube": { Double(CubeCounts($0.coded)?.groups ?? 0) },
    "dbscan": { Double(try DBSCAN($0.points(), radius: 100, minimum: 20).count) },
    "knox": { events in
      let bands = try KnoxBands.nearRepeat()
      let knox = try Knox(
        of: events.points(), times: events.days, bands: bands, permutations: 99, seed: 1)
      return Double(knox.pairsByDistance.reduce(0, +))
    },
  ]

  /// The grid of the points: 50 by 40 km.
  private static func city(_ cell: Double) throws -> Grid {
    try Grid(
      west: 0, south: 0, cell: cell, columns: Int(50_000 / cell), rows: Int(40_000 / cell))
  }
}

/// The points of a file.
private struct Events {
  private let x: [Double]
  private let y: [Double]
  let days: [Int]
  /// Counts in cells of 250 m, which peers get ready-made as well.
  let counts: [Int]
  /// Codes of 36 months, 14 kinds and 4,835 areas, which peers get ready-made as well.
  let coded: [CodedColumn]

  struct Unreadable: Error {}

  init(path: String) throws {
    guard let file = fopen(path, "rb") else { throw Unreadable() }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let count = ftell(file) / (3 * MemoryLayout<Double>.size)
    rewind(file)
    func column() -> [Double] {
      [Double](unsafeUninitializedCapacity: count) { buffer, filled in
        filled = fread(buffer.baseAddress, MemoryLayout<Double>.size, count, file)
      }
    }
    x = column()
    y = column()
    days = column().map { Int($0) }
    let grid = try Grid(west: 0, south: 0, cell: 250, columns: 200, rows: 160)
    // Only for the methods that take counts: the others are timed as they start.
    let isCounted = ["gistar", "permutations"].contains(CommandLine.arguments[1])
    counts = isCounted ? grid.counts(of: try Points(x: x, y: y)).cells : []
    coded = CommandLine.arguments[1] == "cube" ? Self.coded(x, y, days) : []
  }

  /// The same codes of a point as the peer's.
  private static func coded(_ x: [Double], _ y: [Double], _ days: [Int]) -> [CodedColumn] {
    let areas = zip(x, y).map { UInt32((Int($0) * 7 + Int($1)) % 4835) }
    return [
      CodedColumn(codes: days.map { UInt32($0 / 31) }, size: 36),
      CodedColumn(codes: areas, size: 4835),
      CodedColumn(codes: y.map { UInt32(Int($0 * 10) % 14) }, size: 14),
    ].compactMap(\.self)
  }

  func gridPoints() -> [GridPoint] { zip(x, y).map { GridPoint(easting: $0, northing: $1) } }

  /// Points, checked: what a method takes is part of its time.
  func points() throws -> Points { try Points(x: x, y: y) }
}

/// Time and memory used so far.
private struct Usage {
  private let wall: Double
  private let cpu: Double
  private let peak: Double

  init() {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    wall = Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let (user, system) = (usage.ru_utime, usage.ru_stime)
    cpu = Double(user.tv_sec + system.tv_sec) + Double(user.tv_usec + system.tv_usec) * 1e-6
    peak = Double(usage.ru_maxrss) / 1024
  }

  func line(result: Double, until end: Usage) -> String {
    """
    {"wall": \(end.wall - wall), "cpu": \(end.cpu - cpu), "peak": \(end.peak), "result": \(result)}
    """
  }
}
