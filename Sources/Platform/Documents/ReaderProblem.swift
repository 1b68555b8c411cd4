public import Kernel

/// A file that `hamlet-reader` did not read to its end.
///
/// What was handed over before it is to be thrown away.
public enum ReaderProblem: Problem, Equatable {
  /// Not a file of the kinds that are read.
  case notKnown
  /// Broken or cut short.
  case damaged
  /// Locked with a password, or a workbook in the format before 2007.
  case locked
  /// Larger inside than is accepted.
  case tooLarge
  /// An archive whose names or links could lead outside it.
  case unsafe
  /// The file cannot be opened.
  case absent
  /// The reader crashed or went over its memory or time.
  case crashed
  /// The reader gave nothing for too long and was stopped.
  case tooSlow
  /// The reader cannot be started or confined on this machine; the detail is for the operator.
  case unavailable(String)

  init(word: String) {
    switch word {
    case "not-known": self = .notKnown
    case "damaged": self = .damaged
    case "locked": self = .locked
    case "too-large": self = .tooLarge
    case "unsafe": self = .unsafe
    case "absent": self = .absent
    case "unconfined": self = .unavailable("it cannot be confined on this machine")
    case "unequipped": self = .unavailable("libgdal32 is not installed")
    default: self = .crashed
    }
  }

  /// What happened and what to do.
  public var message: String {
    switch self {
    case .notKnown:
      "We could not read this file: it is not of a kind we know."
        + " Use XLSX or ODS for tables, CSV, GZ or ZIP for data."
    case .damaged:
      "We could not read this file: it is damaged or cut short. Save or download it once more."
    case .locked:
      "We could not read this file: it has a password or is an old .xls."
        + " Save it as .xlsx without a password."
    case .tooLarge:
      "We could not read this file: it holds more than we accept. Split it into smaller files."
    case .unsafe:
      "We could not read this file: it holds links or names that lead outside it."
        + " Make the archive once more from plain files."
    case .absent: "We could not open this file. Check its name and that it may be read."
    case .crashed, .tooSlow:
      "We could not read this file. Open it in a spreadsheet, save it under a new name and try"
        + " that one."
    case .unavailable(let detail):
      "Files of this kind cannot be read at the moment: hamlet-reader: \(detail)."
    }
  }

  /// 422, or 503 when the reader itself is missing.
  public var status: Int { if case .unavailable = self { 503 } else { 422 } }
}
