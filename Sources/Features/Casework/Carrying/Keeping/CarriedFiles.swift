internal import Commands
internal import Documents
internal import FoundationEssentials
internal import Glibc
internal import HTTP
internal import Kernel
internal import Partnership
internal import Secrets

/// A file of a case of another system, on disk until it was handed over.
struct CarriedFile {
  /// What people know it by: its path, or that of the zip with its own after a colon.
  let name: String
  /// What its folder, or without one it itself, is called.
  let folder: String
  let path: String
  let size: Int

  var upload: UploadedFile {
    UploadedFile(
      field: EvidenceTaking.field,
      name: name.split { "/:".contains($0) }.last.map(String.init) ?? name, path: path, size: size)
  }

  func start() throws -> [UInt8] { try EvidenceTaking.start(of: path) }

  /// The SHA-256 of what it holds.
  func hash() throws -> String {
    var hash = SHA256()
    try FileBytes.read(path) { hash.update($0) }
    return hash.finish().hexadecimal
  }
}

/// The files of a folder or of a zip, one after another.
struct CarriedFiles {
  /// One byte more than any file that is taken: what is larger is refused by its size.
  private static let mostBytes = (200 << 20) + 1

  let path: String
  let settings: Settings

  /// Hands over each file; throws ``InputRefused`` where there is neither a folder nor a zip.
  func each(_ body: (CarriedFile) throws -> Void) throws {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw InputRefused(file: path, reason: "it is not there. Check its name")
    }
    if isFolder { try eachOfFolder(body) } else { try eachOfZip(body) }
  }

  /// What a file belongs to by its path: its first folder, or its own name without the ending.
  static func folder(of path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count < 2 else { return parts[0] }
    let name = parts.first ?? ""
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  private func eachOfFolder(_ body: (CarriedFile) throws -> Void) throws {
    let files = FileManager.default
    for name in try files.subpathsOfDirectory(atPath: path).sorted() {
      let whole = "\(path)/\(name)"
      var status = stat()
      // Links are not followed: a folder holds what it holds.
      guard lstat(whole, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      if name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
      try body(
        CarriedFile(
          name: whole, folder: Self.folder(of: name), path: whole, size: Int(status.st_size)))
    }
  }

  private func eachOfZip(_ body: (CarriedFile) throws -> Void) throws {
    try FileManager.default.createDirectory(
      atPath: settings.uploads, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let scratch = "\(settings.uploads)/\(SecretToken.random())"
    defer { unlink(scratch) }
    var (file, name, size): (UnsafeMutablePointer<FILE>?, String, Int) = (nil, "", 0)
    defer { if let file { fclose(file) } }
    do {
      try ReaderProcess(executable: settings.reader).extract(from: path) { piece in
        switch piece {
        case .begin(let entry):
          (file, name, size) = (fopen(scratch, "we"), entry.name, 0)
          chmod(scratch, 0o600)
        case .bytes(let bytes):
          let room = min(bytes.count, max(0, Self.mostBytes - size))
          size += bytes.count
          guard let file, fwrite(bytes.baseAddress, 1, room, file) == room else {
            throw InputRefused(file: path, reason: EvidenceTaking.noRoom)
          }
        case .end:
          if let file { fclose(file) }
          file = nil
          guard !name.hasSuffix("/") else { return }
          try body(
            CarriedFile(
              name: "\(path):\(name)", folder: Self.folder(of: name), path: scratch, size: size))
        }
      }
    } catch let problem as ReaderProblem {
      guard case .unavailable = problem else {
        throw InputRefused(file: path, reason: problem.message)
      }
      throw problem
    }
  }
}
