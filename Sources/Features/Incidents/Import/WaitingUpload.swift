internal import FoundationEssentials
internal import Glibc
internal import HTTP
internal import Secrets

/// An uploaded file that waits for its job under a random name.
struct WaitingUpload: Codable, Equatable, Sendable {
  let path: String
  /// The name the sender gave.
  let name: String

  /// Moves files of a form into the folder of uploads, which only this user can read.
  ///
  /// Returns when they are on disk: what was accepted survives a power cut.
  static func keep(_ files: [UploadedFile], in folder: String) throws -> [WaitingUpload] {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    var kept: [WaitingUpload] = []
    do {
      for file in files {
        let path = "\(folder)/\(SecretToken.random())"
        try FileManager.default.moveItem(atPath: file.path, toPath: path)
        kept.append(WaitingUpload(path: path, name: file.name))
        chmod(path, 0o600)
        try synchronise(path)
      }
      try synchronise(folder)
    } catch {
      for upload in kept { upload.remove() }
      throw error
    }
    return kept
  }

  /// Waits until a file, or the names in a folder, are on disk.
  private static func synchronise(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// Removes the file.
  func remove() { unlink(path) }
}

extension [WaitingUpload] {
  /// The payload of a job.
  func payload() throws -> String {
    String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
  }

  /// Reads a job's payload.
  init(payload: String) throws {
    self = try JSONDecoder().decode([WaitingUpload].self, from: Data(payload.utf8))
  }
}
