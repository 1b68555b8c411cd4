internal import Commands
internal import Documents
internal import FoundationEssentials

/// The files to be read among what somebody named, and the rest.
struct SourceFiles: Equatable, Sendable {
  /// In the order of their paths.
  var wanted: [SourceFile] = []
  /// The names of what is not read.
  var ignored: [String] = []

  /// Gives the names and sizes of what an archive holds.
  typealias Entries = (String) throws -> [(name: String, bytes: Int)]

  /// The files to be read, those of one archive together.
  var groups: [[SourceFile]] {
    var groups: [[SourceFile]] = []
    for file in wanted {
      if let last = groups.last?.last, last.path == file.path, last.isEntry {
        groups[groups.count - 1].append(file)
      } else {
        groups.append([file])
      }
    }
    return groups
  }

  /// Which files are wanted.
  enum Kind {
    /// Those of data.police.uk: by hand all but the site's other tables, otherwise street files.
    case street
    /// Those of a mapped source: by hand all, otherwise text and workbooks.
    case mapped
  }

  /// Looks into folders and archives; `entries` gives the names and sizes of what an archive holds.
  static func find(
    _ paths: [String], _ kind: Kind = .street, entries: Entries
  ) throws -> SourceFiles {
    try find(paths.map { ($0, nil) }, kind, entries: entries)
  }

  /// Looks into files that people know by a title of their own.
  static func find(
    _ named: [(path: String, title: String?)], _ kind: Kind = .street, entries: Entries
  ) throws -> SourceFiles {
    var found = SourceFiles()
    for (path, title) in named {
      if isFolder(path) {
        for inner in try files(under: path) {
          try found.add(inner, nil, kind, isNamed: false, entries)
        }
      } else {
        guard FileManager.default.fileExists(atPath: path) else { throw NoSuchFile(path: path) }
        try found.add(path, title, kind, isNamed: true, entries)
      }
    }
    return found
  }

  private mutating func add(
    _ path: String, _ title: String?, _ kind: Kind, isNamed: Bool, _ entries: Entries
  ) throws {
    let name = title ?? path
    let bytes = try Magic.size(of: path)
    let magic = try Magic.read(path)
    if magic == .compound, kind.wants(name, isNamed: isNamed) {
      throw InputRefused.unreadable(name, .locked)
    }
    let inside = magic == .zip ? try entries(path).sorted { $0.name < $1.name } : []
    if magic == .zip, kind == .mapped, Self.isWorkbook(inside.map(\.name)) {
      wanted.append(SourceFile(path: path, title: title, form: .workbook, bytes: bytes))
    } else if magic == .zip {
      for entry in inside {
        let file = SourceFile(
          path: path, title: title, form: .entry(entry.name), bytes: entry.bytes)
        if kind.wants(entry: entry.name) { wanted.append(file) } else { ignored.append(file.name) }
      }
    } else if kind.wants(name, isNamed: isNamed) {
      let form: SourceFile.Form = magic == .gzip ? .gzip : .plain
      wanted.append(SourceFile(path: path, title: title, form: form, bytes: bytes))
    } else {
      ignored.append(name)
    }
  }

  /// Whether the entries of an archive are those of a workbook.
  private static func isWorkbook(_ entries: [String]) -> Bool {
    entries.contains("[Content_Types].xml")
      || entries.contains("mimetype") && entries.contains("content.xml")
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

extension SourceFiles.Kind {
  /// Whether a file is read; `isNamed` where somebody named it by hand.
  fileprivate func wants(_ name: String, isNamed: Bool) -> Bool {
    switch self {
    case .street: isNamed ? !SourceName.isOtherTable(name) : SourceName.isStreet(name)
    case .mapped: isNamed || ExtractName.isExtract(name)
    }
  }

  /// Whether an entry of an archive is read.
  fileprivate func wants(entry name: String) -> Bool {
    switch self {
    case .street: SourceName.isStreet(name)
    case .mapped: ExtractName.isText(name)
    }
  }
}
