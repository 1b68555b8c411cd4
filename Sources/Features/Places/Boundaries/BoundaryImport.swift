internal import Access
internal import Commands
internal import Database
internal import Documents
internal import FoundationEssentials
internal import Geography
internal import Kernel
internal import Partnership

/// The import of one boundary file: read whole, checked whole, stored in one transaction.
struct BoundaryImport: Sendable {
  private let services: Services
  private let source: BoundarySource

  init(_ services: Services, source: BoundarySource? = nil) {
    self.services = services
    self.source = source ?? .live(services.settings)
  }

  /// Imports a file; throws ``InputRefused`` where it is refused, and then nothing is stored.
  ///
  /// `title` is what people know the file by, where that is not its path; `last` is what else
  /// belongs to the same transaction.
  func run(
    _ path: String, title: String? = nil, _ options: BoundaryOptions,
    last: (Write, BoundaryResult) throws -> Void = { _, _ in }
  ) throws -> BoundaryResult {
    let name = title ?? URL(filePath: path).lastPathComponent
    let hash = try BoundaryContent.hash(path)
    if let known = try services.database.read({ try BoundaryStore.known(hash, $0) }) {
      let isSame =
        known.kind == options.kind && options.edition.map { $0 == known.edition } != false
      guard isSame else { throw InputRefused.knownElsewhere(name, known.kind, known.edition) }
      try services.database.write { try last($0, known) }
      return known
    }
    let reading = try read(path, name, options)
    let result = try services.database.bulkWrite { write in
      let result = try BoundaryStore.add(
        reading, name: name, hash: hash, options, at: services.clock.now(), in: write)
      try record(result, name, options, write)
      try last(write, result)
      return result
    }
    // The import stands whatever becomes of this: whoever counts by area goes on with it later.
    try? services.areas.changed(services)
    return result
  }

  private func read(
    _ path: String, _ name: String, _ options: BoundaryOptions
  ) throws -> BoundaryReading {
    do {
      let features = try source.features(path, options.reference)
      let reference = try options.reference ?? source.reference(path)
      return try BoundaryReading(
        features, reference: reference, name, options, present: services.clock.today.month.year)
    } catch let problem as ReaderProblem {
      guard case .unavailable = problem else { throw InputRefused.unreadable(name, problem) }
      throw problem
    }
  }

  private func record(
    _ result: BoundaryResult, _ name: String, _ options: BoundaryOptions, _ write: Write
  ) throws {
    let event = AuditEvent(
      actor: options.account, action: "places.boundaries-imported",
      subject: "boundaries/\(result.kind.rawValue)-\(result.edition)",
      detail: [
        "file": name, "areas": String(result.stored), "mended": String(result.mended.count),
      ],
      at: services.clock.now())
    try services.audit.record(event, in: write)
  }
}

/// A boundary file read and checked, and not yet stored.
struct BoundaryReading {
  let edition: Int
  let isEditionAssumed: Bool
  let columns: AreaColumns
  let reference: String
  let areas: [NewArea]

  /// What was made and not read, such as the demonstration's areas.
  init(edition: Int, columns: AreaColumns, reference: String, areas: [NewArea]) {
    self.edition = edition
    isEditionAssumed = false
    self.columns = columns
    self.reference = reference
    self.areas = areas
  }

  /// Checks a file; `present` is the year taken where neither the file nor the user says one.
  init(
    _ features: [BoundaryFeature], reference: String, _ file: String, _ options: BoundaryOptions,
    present: Int
  ) throws {
    guard !features.isEmpty else { throw InputRefused.empty(file) }
    do throws(AreaColumns.Fault) {
      columns = try AreaColumns(
        of: features, options.kind, code: options.codeField, name: options.nameField)
    } catch {
      throw InputRefused.columns(file, error, features)
    }
    if let wanted = options.edition, let found = columns.edition, found != wanted {
      throw InputRefused.otherEdition(file, columns.code, found, wanted)
    }
    let edition = options.edition ?? columns.edition
    isEditionAssumed = edition == nil
    self.edition = edition ?? present
    self.reference = reference
    areas = try Self.areas(features, columns, file, options.kind)
  }

  private static func areas(
    _ features: [BoundaryFeature], _ columns: AreaColumns, _ file: String, _ kind: AreaKind
  ) throws -> [NewArea] {
    var numbers: [String: Int] = [:]
    return try features.map { feature in
      let code = (feature[columns.code] ?? "").trimmed
      guard !code.isEmpty else { throw InputRefused.noCode(file, feature, columns.code) }
      guard code.count <= AreaCode.longest, code.utf8.allSatisfy({ $0 >= 32 && $0 != 127 }) else {
        throw InputRefused.longCode(file, feature, columns.code)
      }
      guard AreaCode.kinds(of: code).contains(kind) else {
        throw InputRefused.otherKind(file, code, kind)
      }
      if let first = numbers.updateValue(feature.number, forKey: code) {
        throw InputRefused.twice(file, code, first, feature.number)
      }
      guard feature.shape.area > 0 else { throw InputRefused.noShape(file, code) }
      let name = (feature[columns.name] ?? "").trimmed
      return NewArea(
        code: code, name: name.isEmpty ? code : String(name.prefix(200)), shape: feature.shape,
        mended: feature.mended.map(rounded))
    }
  }

  /// What was wrong with a ring, its coordinates in whole metres.
  private static func rounded(_ reason: String) -> String {
    reason.split(separator: " ").map { word in
      Double(word).flatMap { Int(exactly: $0.rounded()) }.map(String.init) ?? String(word)
    }.joined(separator: " ")
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
