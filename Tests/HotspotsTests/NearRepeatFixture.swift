import FeatureKit
import Commands
import FoundationEssentials
import Glibc
import Kernel
import TestKit

@testable import Hotspots

/// Files of events for the near-repeat test, and its command.
enum NearRepeatFixture {
  /// What a command answered.
  struct Answer: Equatable {
    let status: Int32
    let output: String
    let messages: String
  }

  /// Twelve places far apart, a month apart too, each with a second event 50 m off the next day.
  static let pairs: [String] = (0..<12).flatMap { place in
    let month = Month(index: 2026 * 12 + place)
    return [
      "\(500_000 + place * 2_000),200000,\(month)-10",
      "\(500_050 + place * 2_000),200000,\(month)-11",
    ]
  }

  /// Runs the command on a file of some lines.
  static func run(_ lines: [String], _ options: String...) throws -> Answer {
    try run(lines, options)
  }

  /// Runs the command on a file of some lines.
  static func run(_ lines: [String], _ options: [String]) throws -> Answer {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path + "/events.csv"
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(filePath: path))
    return run(path: path, options)
  }

  /// Runs the command on a file that is there.
  static func run(path: String, _ options: [String]) -> Answer {
    let (console, record) = Console.recorded()
    let program = Program(
      name: "hamlet", summary: "", version: "", commands: [NearRepeatCommand.command])
    let status = program.run(
      ["near-repeat", path] + options, console: console, context: { _ in })
    return Answer(
      status: status.rawValue, output: record.output, messages: record.messages)
  }

  /// The folder of published results; `nil` where it is absent.
  static let published: String? = {
    let project = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let data =
      getenv("HAMLET_TEST_DATA").map { String(cString: $0) } ?? "/\(project)/../shared/data"
    return access("\(data)/near-repeat", R_OK) == 0 ? "\(data)/near-repeat" : nil
  }()
}
