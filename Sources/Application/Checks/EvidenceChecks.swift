import Documents
import Glibc
import Partnership

/// What evidence needs: a folder, what takes location data out of files, a virus scanner.
enum EvidenceChecks {
  private static let tools = [
    ("/usr/bin/exiftool", "libimage-exiftool-perl"), ("/usr/bin/qpdf", "qpdf"),
  ]

  static func all(_ settings: Settings) -> [Finding] {
    [folder(settings.files), cleaning(), scanner(settings.scanner)]
  }

  /// Photos, recordings and documents lie sealed in a folder of this machine.
  static func folder(_ path: String) -> Finding {
    // Made and taken away again: a check leaves nothing behind.
    let isNew = mkdir(path, 0o700) == 0
    let isFit = access(path, W_OK | X_OK) == 0
    if isNew { rmdir(path) }
    guard isFit else {
      return .fault(
        "evidence", "The folder \(path) cannot be written. Name another in HAMLET_FILES.")
    }
    return .good("evidence", "Photos, recordings and documents are kept, sealed, in \(path).")
  }

  /// Without them officers open originals, each with a reason.
  static func cleaning(_ tools: [(String, String)] = tools) -> Finding {
    let missing = tools.filter { access($0.0, X_OK) != 0 }.map(\.1)
    guard missing.isEmpty else {
      return .warning(
        "clean copies",
        "Location and device data cannot be taken out of files. Install "
          + "\(missing.joined(separator: " and ")), then: hamlet evidence examine")
    }
    return .good("clean copies", "ExifTool and qpdf take location and device data out of files.")
  }

  /// Without one a manager releases each file.
  static func scanner(_ socket: String?) -> Finding {
    guard let socket else {
      return .warning(
        "virus scanner",
        "None is set: a manager has to release each file before it can be opened. Install "
          + "clamav-daemon and name its socket in HAMLET_CLAMAV.")
    }
    guard VirusScanner(socket: socket, seconds: 5).answers else {
      return .fault(
        "virus scanner",
        "ClamAV does not answer at \(socket). Start clamav-daemon, or let this account use the "
          + "socket. Until then a manager has to release each file.")
    }
    return .good("virus scanner", "ClamAV answers at \(socket).")
  }
}
