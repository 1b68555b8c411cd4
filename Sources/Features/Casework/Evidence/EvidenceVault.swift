internal import Documents
internal import FoundationEssentials
internal import Glibc
internal import Kernel
internal import Partnership
internal import Secrets

/// The folder of sealed files.
///
/// A file is on disk before its row is written and gone after its row is: what a crash leaves in
/// between has no row, and is swept a day later.
struct EvidenceVault: Sendable {
  private static let original = ".original"
  private static let copy = ".copy"
  /// What files leave free on the disk.
  private static let leftBytes = 256 << 20

  private let folder: String

  init(_ settings: Settings) { folder = settings.files }

  /// The original of a file; throws where it is not there any more.
  func original(_ file: EvidenceFile) throws -> SealedFile {
    let key = file.content.reveal(for: "opening a file").key
    guard !key.isEmpty else { throw EvidenceProblem.gone }
    return try sealed(file.name + Self.original, key, file.size)
  }

  /// The everyday copy of a file.
  func copy(_ file: EvidenceFile) throws -> SealedFile {
    let key = file.content.reveal(for: "opening a file").copyKey
    guard let size = file.copySize, !key.isEmpty else { throw EvidenceProblem.noCopy }
    return try sealed(file.name + Self.copy, key, size)
  }

  /// A new original of some size, with its key.
  func newOriginal(_ name: String, size: Int) throws -> (SealedFile, key: String) {
    try new(name + Self.original, size)
  }

  /// A new everyday copy of some size, with its key.
  func newCopy(_ name: String, size: Int) throws -> (SealedFile, key: String) {
    try new(name + Self.copy, size)
  }

  /// Whether a file and its copy fit, and leave the database beside them room to go on.
  func hasRoom(for size: Int) -> Bool {
    prepare()
    var disk = statvfs()
    guard statvfs(folder, &disk) == 0 else { return true }
    return Int(disk.f_bavail) * Int(disk.f_frsize) > 2 * size + Self.leftBytes
  }

  func remove(_ name: String) {
    for ending in [Self.original, Self.copy] {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)\(ending)")
    }
  }

  /// The names of files written to last before a moment.
  func names(before moment: Instant) -> Set<String> {
    let files = FileManager.default
    let all = (try? files.contentsOfDirectory(atPath: folder)) ?? []
    let old = all.filter { name in
      let attributes = try? files.attributesOfItem(atPath: "\(folder)/\(name)")
      guard let changed = attributes?[.modificationDate] as? Date else { return false }
      return changed.timeIntervalSince1970 < Double(moment.milliseconds) / 1000
    }
    return Set(old.compactMap { $0.split(separator: ".").first.map(String.init) })
  }

  private func prepare() {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  private func new(_ name: String, _ size: Int) throws -> (SealedFile, key: String) {
    prepare()
    let key = SealedFile.newKey().reveal(for: "sealing a file")
    return (try sealed(name, key, size), key)
  }

  private func sealed(_ name: String, _ key: String, _ size: Int) throws -> SealedFile {
    try SealedFile(path: "\(folder)/\(name)", key: Sensitive(key), size: size)
  }
}
