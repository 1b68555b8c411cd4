internal import Database
internal import Kernel

/// The references cases had in the system they came from.
enum CarriedReferences {
  /// An old reference as references are compared: small letters and figures.
  static func plain(_ reference: String) -> String {
    reference.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// A system as systems are compared.
  static func origin(_ system: String) -> String { CaseMapping.plain(system) }

  /// The case that had a reference in a system, however both are written; `nil` where none had it.
  static func find(
    _ reference: String, of system: String, _ read: Read
  ) throws -> ID<CaseFile>? {
    guard let alias = alias(reference) else { return nil }
    return try read.first("\(query(alias)) AND origin = \(origin(system))") { row in try row.id() }
  }

  /// The cases that had a reference in any system: two systems may have used the same.
  static func all(_ reference: String, _ read: Read) throws -> [ID<CaseFile>] {
    guard let alias = alias(reference) else { return [] }
    return try read.all("\(query(alias)) ORDER BY origin") { row in try row.id() }
  }

  static func query(_ alias: String) -> SQL {
    "SELECT case_file FROM case_carried WHERE alias = \(alias)"
  }

  private static func alias(_ reference: String) -> String? {
    let alias = plain(reference)
    return alias.contains(where: \.isNumber) && reference.count <= 80 ? alias : nil
  }

  /// Where a case came from and what it was called there; `nil` for one that began here.
  static func of(_ file: ID<CaseFile>, _ read: Read) throws -> CarriedReference? {
    try read.first(
      "SELECT system, written, carried_at FROM case_carried WHERE case_file = \(file)"
    ) { row in
      CarriedReference(
        system: try row.text(), written: try row.text(), carriedAt: try row.parsed())
    }
  }
}

/// What a case was called where it came from.
struct CarriedReference: Equatable, Sendable {
  let system: String
  let written: String
  let carriedAt: Instant
}
