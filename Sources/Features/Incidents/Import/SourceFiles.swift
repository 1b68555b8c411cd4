internal import FoundationEssentials

/// The street files among what somebody named, and the rest.
struct SourceFiles: Equatable, Sendable {
  /// In the order of their paths.
  var street: [SourceFile] = []
  /// The names of what is not read.
  var ignored: [String] = []

  /// Gives the names and sizes of what an archive holds.
  typealias Entries = (String) throws -> [(name: String, bytes: Int)]

  /// The street files, those of one archive together.
  var groups: [[SourceFile]] {
    var groups: [[SourceFile]] = []
    for file in street {
      if let last = groups.last?.last, last.path == file.path, last.form != .plain {
        groups[groups.count - 1].append(file)
      } else {
        groups.append([file])
      }
    }
    return groups
  }

  /// Looks into folders and archives.
  ///
  /// A file named by hand is read whatever its name, unless it is another of the site's tables;
  /// inside a folder or an archive only street files are. `entries` gives the names and sizes of
  /// what an archive holds.
  static func find(
    _ paths: [String], entries: Entries
  ) throws -> SourceFiles {
    try find(paths.map { ($0, nil) }, entries: entries)
  }

  /// Looks into files that people know by a title of their own.
  static func find(
    _ named: [(path: String, title: String?)], entries: Entries
  ) throws -> SourceFiles {
    var found = SourceFiles()
    for (path, title) in named {
      if isFolder(path) {
        for inner in try files(under: path) {
          try found.add(inner, nil, isNamed: false, entries)
        }
      } else {
        guard FileManager.default.fileExists(atPath: path) else { throw NoSuchFile(path: path) }
        try found.add(path, title, isNamed: true, entries)
      }
    }
    return found
  }

  private mutating func add(
    _ path: String, _ title: String?, isNamed: Bool, _ entries: Entries
  ) throws {
    let name = title ?? path
    let kind = try Magic.read(path)
    if kind == .zip {
      for entry in try entries(path).sorted(by: { $0.name < $1.name }) {
        let file = SourceFile(
          path: path, title: title, form: .entry(entry.name), bytes: entry.bytes)
        if SourceName.isStreet(entry.name) {
          street.append(file)
        } else {
          ignored.append(file.name)
        }
      }
      return
    }
    let isRead = isNamed ? !SourceName.isOtherTable(name) : SourceName.isStreet(name)
    guard isRead else {
      ignored.append(name)
      return
    }
    let form: SourceFile.Form = kind == .gzip ? .gzip : .plain
    street.append(
      SourceFile(path: path, title: title, form: form, bytes: try Magic.size(of: path)))
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  private static func files(under folder: String) throws -> [String] {
    var found: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      if isFolder(path) { found += try files(under: path) } else { found.append(path) }
    }
    return found
  }
}
