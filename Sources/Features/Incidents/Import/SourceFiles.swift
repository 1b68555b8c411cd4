internal import FoundationEssentials

/// The street files among what somebody named, and the rest.
struct SourceFiles: Equatable, Sendable {
  /// In the order of their paths.
  var street: [SourceFile] = []
  /// The names of what is not read.
  var ignored: [String] = []

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
    _ paths: [String], entries: (String) throws -> [(name: String, bytes: Int)]
  ) throws -> SourceFiles {
    var found = SourceFiles()
    for path in paths {
      if isFolder(path) {
        for inner in try files(under: path) {
          try found.add(inner, isNamed: false, entries)
        }
      } else {
        guard FileManager.default.fileExists(atPath: path) else { throw NoSuchFile(path: path) }
        try found.add(path, isNamed: true, entries)
      }
    }
    return found
  }

  private mutating func add(
    _ path: String, isNamed: Bool, _ entries: (String) throws -> [(name: String, bytes: Int)]
  ) throws {
    let kind = try Magic.read(path)
    if kind == .zip {
      for entry in try entries(path).sorted(by: { $0.name < $1.name }) {
        let file = SourceFile(path: path, form: .entry(entry.name), bytes: entry.bytes)
        if SourceName.isStreet(entry.name) {
          street.append(file)
        } else {
          ignored.append(file.name)
        }
      }
      return
    }
    let isRead = isNamed ? !SourceName.isOtherTable(path) : SourceName.isStreet(path)
    guard isRead else {
      ignored.append(path)
      return
    }
    let form: SourceFile.Form = kind == .gzip ? .gzip : .plain
    street.append(SourceFile(path: path, form: form, bytes: try Magic.size(of: path)))
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
