import Glibc

/// Reads files of strangers, confined, for the program that started it.
///
///     hamlet-reader [--memory BYTES] [--seconds N] table FILE
///     hamlet-reader [--memory BYTES] [--seconds N] entries FILE
///     hamlet-reader [--memory BYTES] [--seconds N] extract FILE --all|NAME…
///     hamlet-reader [--memory BYTES] [--seconds N] layers FILE
///     hamlet-reader [--memory BYTES] [--seconds N] system EPSG:N
///     hamlet-reader [--memory BYTES] [--seconds N] boundaries FILE [--crs EPSG:N] [--layer NAME]
///     hamlet-reader [--memory BYTES] [--seconds N] clean|rebuild|traces|pages
///
/// The last four are ``Tool``s: they read standard input and write no frames.
///
/// Rows and bytes go to standard output as ``Frames`` says. Ends with 0 when all was read, 1 when
/// not, 2 for wrong use; a crash or an overrun ends it by a signal.
enum Reader {
  static func run(_ arguments: [String]) -> Int32 {
    var rest = arguments[...]
    var confinement = Confinement()
    while let option = rest.first, option.hasPrefix("--") {
      guard let value = rest.dropFirst().first.flatMap({ UInt($0) }) else { return wrongUse() }
      switch option {
      case "--memory": confinement.memoryBytes = value
      case "--seconds": confinement.seconds = value
      default: return wrongUse()
      }
      rest = rest.dropFirst(2)
    }
    if rest.count == 1, let tool = rest.first.flatMap(Tool.init(rawValue:)) {
      return tool.run(in: confinement)
    }
    guard let command = Command(rest) else { return wrongUse() }
    unsafe setlocale(LC_ALL, "C.UTF-8")
    let frames = Frames()
    // `_exit`, not `exit`: the libraries' own last words need calls that are refused by now.
    do {
      let work = try command.prepared(frames)
      try confinement.enter()
      try work.run()
      frames.end()
      _exit(0)
    } catch {
      frames.problem(error)
      _exit(1)
    }
  }

  private static func wrongUse() -> Int32 {
    say(
      "Usage: hamlet-reader table FILE | entries FILE | extract FILE --all|NAME…"
        + " | layers FILE | system EPSG:N | boundaries FILE [--crs EPSG:N] [--layer NAME]"
        + " | clean | rebuild | traces | pages")
    return 2
  }
}

/// What is asked for.
private enum Command {
  case table(String)
  case entries(String)
  case extract(String, names: Set<String>?)
  case boundaries(String, BoundaryReader.Wish)
  case system(String)

  init?(_ words: ArraySlice<String>) {
    guard let verb = words.first, let file = words.dropFirst().first else { return nil }
    let rest = words.dropFirst(2)
    switch verb {
    case "table" where rest.isEmpty: self = .table(file)
    case "entries" where rest.isEmpty: self = .entries(file)
    case "system" where rest.isEmpty: self = .system(file)
    case "extract" where !rest.isEmpty:
      self = .extract(file, names: rest == ["--all"] ? nil : Set(rest))
    case "layers", "boundaries":
      guard let wish = BoundaryReader.Wish(verb: verb, rest) else { return nil }
      self = .boundaries(file, wish)
    default: return nil
    }
  }

  /// Loads the libraries it needs, so that they are found before the walls are up.
  func prepared(_ frames: Frames) throws(Unreadable) -> Work {
    switch self {
    case .table(let file): .table(try TableReader(frames), file)
    case .entries(let file): .entries(ArchiveReader(frames), file)
    case .extract(let file, let names): .extract(ArchiveReader(frames), file, names: names)
    case .boundaries(let file, let wish): .boundaries(try BoundaryReader(frames, wish), file)
    case .system(let name): .system(try SystemReader(frames), name)
    }
  }
}

/// A command ready to be carried out.
private enum Work {
  case table(TableReader, String)
  case entries(ArchiveReader, String)
  case extract(ArchiveReader, String, names: Set<String>?)
  case boundaries(BoundaryReader, String)
  case system(SystemReader, String)

  func run() throws(Unreadable) {
    switch self {
    case .table(let reader, let file): try reader.read(file)
    case .entries(let reader, let file): try reader.list(file)
    case .extract(let reader, let file, let names): try reader.extract(file, names: names)
    case .boundaries(let reader, let file): try reader.read(file)
    case .system(let reader, let name): try reader.read(name)
    }
  }
}

/// Why a file was not read.
struct Unreadable: Error {
  /// A word the starting program knows.
  enum Reason: String {
    /// Not a file of the kinds that are read.
    case notKnown = "not-known"
    /// Broken or cut short.
    case damaged
    /// Locked with a password.
    case locked
    /// Larger inside than is accepted.
    case tooLarge = "too-large"
    /// Holds names, links or devices that could lead elsewhere.
    case unsafe
    /// The file cannot be opened.
    case absent
    /// The limits could not be set.
    case unconfined
    /// GDAL is not installed.
    case unequipped
    /// Boundaries that do not say in which system their coordinates are.
    case noReference = "no-reference"
    /// A coordinate reference system that is not known, or has no way to the grid.
    case unknownReference = "unknown-reference"
    /// Latitude where longitude belongs.
    case axesSwapped = "axes-swapped"
    /// Degrees in a file that says metres.
    case degreesAsMetres = "degrees-as-metres"
    /// Metres in a file that says degrees.
    case metresAsDegrees = "metres-as-degrees"
    /// An area off Great Britain.
    case offBritain = "off-britain"
    /// No layer of the name asked for.
    case noLayer = "no-layer"
  }

  let reason: Reason
  /// The number of the area at fault, from 1.
  var feature: Int?

  var word: String { reason.rawValue + (feature.map { " \($0)" } ?? "") }
}
