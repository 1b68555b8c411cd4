/// One file to be read: by itself, compressed, or inside an archive.
struct SourceFile: Equatable, Sendable {
  enum Form: Equatable, Sendable {
    case plain
    case gzip
    case entry(String)
    case workbook
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

  /// Whether it lies in an archive, to be read with what lies beside it.
  var isEntry: Bool { if case .entry = form { true } else { false } }

  /// How it is named to people: the path, and the entry after a colon.
  var name: String {
    switch form {
    case .plain, .gzip, .workbook: title ?? path
    case .entry(let entry): "\(title ?? path):\(entry)"
    }
  }

  /// The last part of its name, which is kept with its rows.
  var shortName: String {
    let whole =
      switch form {
      case .plain, .gzip, .workbook: title ?? path
      case .entry(let entry): entry
      }
    return whole.split(separator: "/").last.map(String.init) ?? whole
  }
}
