/// One file to be read: by itself, compressed, or inside an archive.
struct SourceFile: Equatable, Sendable {
  enum Form: Equatable, Sendable {
    case plain
    case gzip
    case entry(String)
  }

  /// The file on disk.
  let path: String
  let form: Form
  /// What people know it by where that is not its path: an upload waits under a random name.
  let title: String?
  /// What it takes on disk, or in full inside its archive; what progress is measured in.
  let bytes: Int

  init(path: String, title: String? = nil, form: Form, bytes: Int) {
    self.path = path
    self.title = title
    self.form = form
    self.bytes = bytes
  }

  /// Its name inside the archive; empty for a file of its own.
  var entry: String { if case .entry(let name) = form { name } else { "" } }

  /// How it is named to people: the path, and the entry after a colon.
  var name: String {
    switch form {
    case .plain, .gzip: title ?? path
    case .entry(let entry): "\(title ?? path):\(entry)"
    }
  }

  /// The last part of its name, which is kept with its rows.
  var shortName: String {
    let whole =
      switch form {
      case .plain, .gzip: title ?? path
      case .entry(let entry): entry
      }
    return whole.split(separator: "/").last.map(String.init) ?? whole
  }
}

/// The kinds of file the site gives, told apart by their names.
enum SourceName {
  /// Endings that say what kind of file it is, longer ones first.
  static let endings = ["-street", "-outcomes", "-stop-and-search", ""].flatMap { kind in
    [".csv.gz", ".csv", ".gz", ".zip"].map { kind + $0 }
  }

  /// Whether it is a street file: `…-street.csv` or `…-street.csv.gz`.
  static func isStreet(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix("-street.csv") || name.hasSuffix("-street.csv.gz")
  }

  /// Whether it is another table of the site, which is left aside even when named by hand.
  static func isOtherTable(_ name: String) -> Bool {
    let name = name.lowercased()
    let ends = ["-outcomes.csv", "-stop-and-search.csv"]
    return ends.contains { name.hasSuffix($0) || name.hasSuffix($0 + ".gz") }
  }
}
