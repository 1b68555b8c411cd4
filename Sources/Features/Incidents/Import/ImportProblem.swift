internal import Commands
internal import Documents
internal import Glibc
internal import Kernel

/// A path that leads nowhere.
struct NoSuchFile: Problem {
  let path: String
  var message: String { "There is no file or folder “\(path)”." }
  var status: Int { 422 }
}

/// A file the machine would not let us read.
struct UnreadableFile: Problem {
  let path: String
  let code: Int32
  var message: String { "“\(path)” could not be read: \(String(cString: strerror(code)))." }
  var status: Int { 422 }
}

/// A file for refused rows that cannot be written.
struct UnwritableFile: Problem, Equatable {
  let path: String
  let code: Int32
  var message: String {
    "“\(path)” could not be written: \(String(cString: strerror(code))). Name another with "
      + "--refused-to."
  }
  var status: Int { 422 }
}

extension InputRefused {
  private static let nothing = "Nothing was stored."

  /// A first line that is not that of a street file.
  static func header(_ file: String, _ fault: HeaderFault) -> InputRefused {
    InputRefused(
      file: file, line: 1, column: fault.column, reason: "\(fault.message). \(nothing)")
  }

  /// Bytes that are not CSV at all.
  static func notCSV(_ file: String, _ problem: CSVProblem) -> InputRefused {
    let expected =
      problem.line == 1
      ? " The first line must be “\(StreetColumn.allCases.map(\.heading).joined(separator: ","))”."
      : ""
    return InputRefused(
      file: file, line: problem.line, column: problem.column,
      reason: "\(problem.reason)\(expected) \(nothing)")
  }

  /// A packed file that could not be unpacked.
  static func unreadable(_ file: String, _ problem: ReaderProblem) -> InputRefused {
    InputRefused(file: file, reason: "\(problem.message) \(nothing)")
  }

  /// More than one row in a hundred that cannot be kept.
  static func tooManyRefused(
    _ file: String, refused: Int, of read: Int, first: RefusedRow
  ) -> InputRefused {
    InputRefused(
      file: file, line: first.line,
      reason: "\(refused) of \(read) rows cannot be kept, more than 1 in 100; "
        + "the first: \(first.reason). \(nothing)")
  }

  /// More rows of one month than can be numbered.
  static func tooManyRows(_ file: String, _ month: Month) -> InputRefused {
    InputRefused(file: file, reason: "more than 16,777,216 rows of \(month.words). \(nothing)")
  }
}
