import FoundationEssentials
import Testing

@testable import Statistics

/// The files of expected values laid beside the tests, made by other programs.
enum Oracles {
  static let folder = String(#filePath.dropLast("OracleTests.swift".count)) + "Fixtures/oracles"
  /// Kept for the reader; they hold nothing to assert.
  static let notes: Set = ["r_crosscheck.json"]
  /// Relative, as their README says.
  static let tolerance = 1e-9

  static func read<Value: Decodable>(_ name: String) throws -> Value {
    let data = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
    return try JSONDecoder().decode(Value.self, from: data)
  }
}

func isClose(
  _ a: Double, _ b: Double, relative: Double = Oracles.tolerance, absolute: Double = 0
) -> Bool {
  abs(a - b) <= max(absolute, relative * max(abs(a), abs(b), 1e-12))
}

/// Whether both are missing or both are there and close.
func isClose(_ a: Double?, _ b: Double?, absolute: Double = 0) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  return isClose(a, b, absolute: absolute)
}

func isClose(_ interval: ConfidenceInterval?, _ ends: [Double]?, absolute: Double = 0) -> Bool {
  guard let interval, let ends, ends.count == 2 else { return false }
  return isClose(interval.lower, ends[0], absolute: absolute)
    && isClose(interval.upper, ends[1], absolute: absolute)
}

func areClose(_ a: [Double], _ b: [Double], absolute: Double = 0) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { isClose($0, $1, absolute: absolute) }
}

/// A key that is read as it comes.
struct OracleKey: CodingKey {
  let stringValue: String
  let intValue: Int? = nil
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

@Suite("Oracle: every file is asserted")
struct OracleFolderTests {
  /// One file a line, sorted; each has a suite that reads it.
  static let known: Set = [
    "a_gistar.json",
    "b_kde.json",
    "c_dbscan.json",
    "d_knox.json",
    "e_rates.json",
    "f_xmr.json",
    "g_concentration.json",
    "h_accuracy.json",
    "i_timeseries.json",
    "j_proportions.json",
    "k_aoristic.json",
    "l_surveillance.json",
  ]

  @Test("by a suite that knows it")
  func known() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Oracles.folder)
    #expect(Set(files).subtracting(Oracles.notes).subtracting(Self.known) == [])
  }
}
