import FoundationEssentials
import Glibc
public import HTTP
import Secrets

/// An uploaded file that waits for its job under a random name.
///
/// The name the sender gave is not kept where it may say whose file it is. Only how it ends is then,
/// which tells the kinds of file apart.
public struct WaitingUpload: Codable, Equatable, Sendable {
  /// Where it lies.
  public let path: String
  /// What the file is called on pages: `upload-1-street.csv`, or its own name where that is told.
  public let name: String

  /// The name shown for the file that was the `number`th of its form, with the first of the endings
  /// the sender's name has.
  public static func name(_ number: Int, of sent: String, endings: [String]) -> String {
    let sent = sent.lowercased()
    return "upload-\(number)" + (endings.first { sent.hasSuffix($0) } ?? "")
  }

  /// Moves files of a form into the folder of uploads, which only this user can read.
  ///
  /// Returns when they are on disk: what was accepted survives a power cut. `endings` say what kind
  /// of file each is, longer ones first; `isTold` says which names are those of a publisher and say
  /// nothing of the sender. Throws what the file system throws; nothing is kept then.
  public static func keep(
    _ files: [UploadedFile], in folder: String, endings: [String],
    isTold: (String) -> Bool = { _ in false }
  ) throws -> [WaitingUpload] {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    var kept: [WaitingUpload] = []
    do {
      for file in files {
        let path = "\(folder)/\(SecretToken.random())"
        try FileManager.default.moveItem(atPath: file.path, toPath: path)
        let name =
          isTold(file.name)
          ? file.name : name(kept.count + 1, of: file.name, endings: endings)
        kept.append(WaitingUpload(path: path, name: name))
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
  public func remove() { unlink(path) }
}

extension [WaitingUpload] {
  /// The payload of a job.
  public func payload() throws -> String {
    String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
  }

  /// Reads a job's payload.
  public init(payload: String) throws {
    self = try JSONDecoder().decode([WaitingUpload].self, from: Data(payload.utf8))
  }
}
