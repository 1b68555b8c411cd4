import Glibc

/// Reads spreadsheets and archives of strangers in a child that is confined: `hamlet-reader`.
///
/// The child has no network, writes nothing, and is limited in memory and time; a crash or a bomb
/// there is a ``ReaderProblem`` here. Calls block the thread and may be made from many at once.
public struct ReaderProcess: Sendable {
  /// What a child may use.
  public struct Limits: Sendable {
    /// Its address space in bytes.
    public var memoryBytes = 1 << 30
    /// Its processor time in seconds; workbooks take seconds, archives of gigabytes minutes.
    public var processorSeconds = 900
    /// How long it may give nothing before it is stopped.
    public var silentSeconds = 60.0
    /// How many cells ``ReaderProcess/sheets(of:)`` holds.
    public var cells = 1_000_000

    /// The usual limits.
    public init() {}
  }

  private let executable: String
  private let limits: Limits

  /// A reader at a path, or by name beside the running program and then on `PATH`.
  public init(executable: String = "hamlet-reader", limits: Limits = Limits()) {
    self.executable = executable
    self.limits = limits
  }

  /// Hands over each row of an XLSX or ODS workbook that holds something.
  ///
  /// - Throws: ``ReaderProblem``, or what `each` throws; the child is stopped then.
  public func rows(of path: String, _ each: (TableRow) throws -> Void) throws {
    var sheet = ""
    try run(["table", path]) { frame in
      switch frame.kind {
      case .sheet: sheet = frame.text
      case .row: try each(frame.row(sheet))
      default: throw ReaderProblem.crashed
      }
    }
  }

  /// All sheets of a workbook of at most as many cells as the limits say.
  ///
  /// - Throws: ``ReaderProblem``.
  public func sheets(of path: String) throws -> [TableSheet] {
    var sheets: [TableSheet] = []
    var cells = 0
    try run(["table", path]) { frame in
      switch frame.kind {
      case .sheet: sheets.append(TableSheet(name: frame.text))
      case .row where !sheets.isEmpty:
        let row = try frame.row(sheets[sheets.count - 1].name)
        cells += row.cells.count
        guard cells <= limits.cells else { throw ReaderProblem.tooLarge }
        sheets[sheets.count - 1].rows.append(row)
      default: throw ReaderProblem.crashed
      }
    }
    try markPercentages(in: &sheets, of: path)
    return sheets
  }

  private func markPercentages(in sheets: inout [TableSheet], of path: String) throws {
    let marked = try PercentCells(path, self, limit: limits.cells).places
    for sheet in sheets.indices {
      guard let places = marked[sheets[sheet].name] else { continue }
      for row in sheets[sheet].rows.indices {
        for cell in sheets[sheet].rows[row].cells.indices {
          let found = sheets[sheet].rows[row].cells[cell]
          let isMarked = found.kind == .number && places.contains(found.reference)
          sheets[sheet].rows[row].cells[cell].isPercentage = isMarked
        }
      }
    }
  }

  /// The files of a zip, tar or gz, in the archive's order.
  ///
  /// - Throws: ``ReaderProblem``.
  public func entries(of archive: String) throws -> [ArchiveEntry] {
    var entries: [ArchiveEntry] = []
    try run(["entries", archive]) { frame in
      if frame.kind == .entry { entries.append(try frame.entry()) }
    }
    return entries
  }

  /// What ``extract(_:from:_:)`` hands over, entry by entry.
  public enum Piece {
    /// An entry begins.
    case begin(ArchiveEntry)
    /// Its next bytes, of use only until the closure returns.
    case bytes(UnsafeRawBufferPointer)
    /// It is complete.
    case end
  }

  /// Hands over the bytes of some files of an archive, or of all, in the archive's order.
  ///
  /// One pass, whatever the number of files; bounded memory, whatever their size.
  ///
  /// - Throws: ``ReaderProblem``, or what `each` throws; the child is stopped then.
  public func extract(
    _ names: [String]? = nil, from archive: String, _ each: (Piece) throws -> Void
  ) throws {
    let wanted = names ?? ["--all"]
    guard !wanted.isEmpty else { return }
    try run(["extract", archive] + wanted) { frame in
      switch frame.kind {
      case .entry: try each(.begin(frame.entry()))
      case .bytes: try each(.bytes(frame.payload))
      case .entryEnd: try each(.end)
      default: throw ReaderProblem.crashed
      }
    }
  }

  /// Hands over the bytes of one file of an archive.
  ///
  /// - Throws: ``ReaderProblem``, also ``ReaderProblem/absent`` when there is no such entry, or what
  ///   `each` throws.
  public func stream(
    _ entry: String, of archive: String, _ each: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var isFound = false
    try extract([entry], from: archive) { piece in
      switch piece {
      case .begin: isFound = true
      case .bytes(let bytes): try each(bytes)
      case .end: break
      }
    }
    if !isFound { throw ReaderProblem.absent }
  }

  func run(_ words: [String], _ each: (ReaderFrame) throws -> Void) throws {
    let options = [
      "--memory", String(limits.memoryBytes), "--seconds", String(limits.processorSeconds),
    ]
    let child = try ChildProcess(Self.locate(executable), options + words)
    var isComplete = false
    do {
      var frames = ReaderFrames(child: child, silentSeconds: limits.silentSeconds)
      while let frame = try frames.next() {
        switch frame.kind {
        case .problem: throw ReaderProblem(word: frame.text)
        case .complete: isComplete = true
        default: try each(frame)
        }
      }
    } catch {
      child.stop()
      throw error
    }
    guard child.wait() == 0, isComplete else { throw ReaderProblem.crashed }
  }

  /// The path of a program: as given, beside the running one, or by `PATH`.
  static func locate(_ executable: String) -> String {
    guard !executable.contains("/") else { return executable }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let own = String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    let folders =
      [own.split(separator: "/").dropLast().map { "/" + $0 }.joined()]
      + path.split(separator: ":").map(String.init)
    return folders.map { "\($0)/\(executable)" }.first { access($0, X_OK) == 0 } ?? executable
  }
}
