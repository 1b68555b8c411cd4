import FeatureKit
import FoundationEssentials
import Kernel
import TestKit

@testable import Incidents

/// Street files for tests, made in a folder of their own.
struct StreetCSV {
  static let header =
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
    + "Crime type,Last outcome category,Context"

  /// One row; what is left out is plausible.
  static func row(
    id: String = "", month: String = "2023-01", force: String = "Test Police",
    longitude: String = "-0.407089", latitude: String = "52.241256",
    street: String = "On or near Mill Lane", lsoa: String = "E01000001",
    name: String = "Testford 001A", type: String = "Burglary",
    outcome: String = "Under investigation"
  ) -> String {
    "\(id),\(month),\(force),\(force),\(longitude),\(latitude),\(street),\(lsoa),\(name),"
      + "\(type),\(outcome),"
  }

  /// An id of 64 hexadecimal digits drawn from a number.
  static func id(_ number: Int) -> String {
    var generator = SeededGenerator(seed: UInt64(number))
    return (0..<4).map { _ in
      let digits = String(generator.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Rows with an id each, so that none repeats another.
  static func rows(_ count: Int, from first: Int = 0, month: String = "2023-01") -> [String] {
    (first..<first + count).map { row(id: id($0), month: month) }
  }

  static func text(_ rows: [String], lineEnd: String = "\n") -> String {
    ([header] + rows).map { $0 + lineEnd }.joined()
  }
}

/// A folder with files in it, taken away with the value.
final class StreetFolder {
  private let folder: TemporaryFolder
  var path: String { folder.path }

  init() throws { folder = try TemporaryFolder() }

  deinit { folder.remove() }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = "\(path)/\(name)"
    let parent = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    try FileManager.default.createDirectory(
      atPath: parent.joined(separator: "/"), withIntermediateDirectories: true)
    guard FileManager.default.createFile(atPath: file, contents: Data(bytes)) else {
      throw UnreadableFile(path: file, code: 5)
    }
    return file
  }

  @discardableResult
  func write(_ name: String, rows: [String]) throws -> String {
    try write(name, Array(StreetCSV.text(rows).utf8))
  }
}
