internal import Commands
internal import Documents
internal import Partnership

/// Reads the first rows of a file.
struct SampleReader: Sendable {
  /// Bytes of a file of text that are looked at.
  private static let mostBytes = 1 << 18
  private let reader: FileReader
  private let workbooks: ReaderProcess

  init(_ services: Services) {
    reader = .live(services.settings)
    workbooks = ReaderProcess(executable: services.settings.reader)
  }

  /// The first rows of a file that people know by a title; of an archive, those of its first file.
  ///
  /// Where the mapping says nothing of columns yet, what parts the values is what there is most of
  /// in the first line. Throws ``InputRefused``.
  func sample(
    _ path: String, title: String?, _ mapping: Mapping
  ) throws -> (sample: Sample, separator: Mapping.Separator) {
    let found = try SourceFiles.find([(path, title)], .mapped, entries: reader.entries)
    let name = title ?? path
    guard let file = found.wanted.first else {
      throw InputRefused(file: name, reason: "there is no table in it.")
    }
    if file.form == .workbook { return (try sheet(of: file, mapping.sheet), mapping.separator) }
    let bytes = try start(of: file)
    let separator =
      mapping.headings.isEmpty ? Self.separator(of: bytes) : mapping.separator
    return (try Self.sample(bytes, separator, name), separator)
  }

  /// What parts the values of a line, by what there is most of.
  static func separator(of bytes: [UInt8]) -> Mapping.Separator {
    let line = bytes.prefix { $0 != 10 }
    return Mapping.Separator.allCases.max { left, right in
      line.count { $0 == left.byte } < line.count { $0 == right.byte }
    } ?? .comma
  }

  /// The first bytes of a file of text.
  func start(of file: SourceFile) throws -> [UInt8] {
    struct Enough: Error {}
    var bytes: [UInt8] = []
    do {
      try reader.read([file]) { piece in
        guard case .bytes(let more) = piece else { return }
        bytes += more.prefix(Self.mostBytes - bytes.count)
        if bytes.count >= Self.mostBytes { throw Enough() }
      }
    } catch is Enough {}
    return bytes
  }

  private static func sample(
    _ bytes: [UInt8], _ separator: Mapping.Separator, _ name: String
  ) throws -> Sample {
    var csv = CSVReader(
      maximumRecord: 1 << 20, maximumFields: 2_000, separator: separator.byte)
    var sample = Sample()
    do {
      try bytes.withUnsafeBytes { try csv.read($0) { sample.add($0) } }
      if bytes.count < mostBytes { try csv.finish { sample.add($0) } }
    } catch let problem as CSVProblem { throw InputRefused.notTable(name, problem) }
    return sample
  }

  private func sheet(of file: SourceFile, _ name: String) throws -> Sample {
    struct Enough: Error {}
    var sample = Sample()
    do {
      try workbooks.rows(of: file.path) { row in
        if !name.isEmpty, row.sheet != name { return }
        TextRow.with(row) { sample.add($0) }
        if sample.isFull { throw Enough() }
      }
    } catch is Enough {
    } catch let problem as ReaderProblem { throw InputRefused.unreadable(file.name, problem) }
    return sample
  }
}
