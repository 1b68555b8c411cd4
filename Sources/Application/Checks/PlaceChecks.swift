import Glibc
import Secrets

/// Where things lie: the file system of the database, the key, the folder of uploads, the reader.
enum PlaceChecks {
  /// Types of file systems over a network, on which SQLite's locks fail.
  private static let network = [
    "nfs", "cifs", "smb", "9p", "afs", "ceph", "fuse.sshfs", "fuse.glusterfs", "fuse.s3fs",
    "lustre",
    "gfs2", "ocfs2", "virtiofs",
  ]

  /// A SQLite file must not lie on a network file system.
  static func fileSystem(_ path: String) -> Finding {
    let folder = resolved(folder(of: path))
    guard access(folder, F_OK) == 0 else {
      return .fault("file system", "There is no folder \(folder) for the database. Make it first.")
    }
    guard let text = contents(of: "/proc/self/mountinfo"),
      let type = MountTable(text).type(of: folder)
    else {
      return .warning("file system", "It cannot be told what file system \(folder) lies on.")
    }
    return fileSystem(type: type)
  }

  static func fileSystem(type: String) -> Finding {
    guard network.contains(where: type.hasPrefix) else {
      return .good("file system", "The database lies on a disk of this machine (\(type)).")
    }
    return .fault(
      "file system",
      "The database lies on a network file system (\(type)), where SQLite can lose data. Move it "
        + "to a disk of this machine, or use PostgreSQL.")
  }

  /// The key must be there, private, and apart from the database.
  static func key(_ path: String, database: String?) -> Finding {
    if let database, resolved(folder(of: path)) == resolved(folder(of: database)) {
      return .fault(
        "key",
        "The key lies beside the database, so that one copy gives both away. Move it and name its "
          + "new place in HAMLET_KEY_FILE.")
    }
    do {
      _ = try Keyring.load(path)
      return .good("key", "The key at \(path) can be read and is private.")
    } catch {
      return .fault("key", error.message)
    }
  }

  /// Uploads wait in a folder of this machine until their job has read them.
  static func uploads(_ path: String) -> Finding {
    // Made and taken away again: a check leaves nothing behind.
    let isNew = mkdir(path, 0o700) == 0
    let isFit = access(path, W_OK | X_OK) == 0
    if isNew { rmdir(path) }
    guard isFit else {
      return .fault(
        "uploads", "The folder \(path) cannot be written. Name another in HAMLET_UPLOADS.")
    }
    return .good("uploads", "Uploads wait in \(path).")
  }

  /// The reader of strangers' files.
  static func reader(_ path: String) -> Finding {
    guard access(path, X_OK) == 0 else {
      return .fault(
        "reader",
        "hamlet-reader is not at \(path): zip, gz, XLSX and ODS files cannot be read. "
          + "Put it beside hamlet, or name it in HAMLET_READER.")
    }
    return .good("reader", "hamlet-reader is at \(path).")
  }

  /// What makes PDF files, without which everything else works.
  static func printer(_ path: String) -> Finding {
    guard access(path, X_OK) == 0 else {
      return .warning(
        "printer",
        "WeasyPrint is not at \(path): packs are printed from the browser. Run scripts/venv run, and "
          + "name .venv-run/bin/weasyprint in HAMLET_WEASYPRINT.")
    }
    return .good("printer", "WeasyPrint is at \(path).")
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func contents(of path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      text += buffer[..<count]
    }
    return String(decoding: text, as: UTF8.self)
  }
}
