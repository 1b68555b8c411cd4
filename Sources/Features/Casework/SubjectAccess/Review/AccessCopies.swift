internal import Database
internal import Documents
internal import Kernel
internal import Partnership
internal import Secrets

/// The everyday copies of the files somebody is given, opened as the file for them is made.
struct AccessCopies {
  /// The most bytes of files in one ZIP, 64 MB, which is made in memory; further ones are given apart.
  static let mostBytes = 64 << 20

  let services: Services

  /// The copies of a bundle; a line of text in place of one that was deleted since it was released.
  func entries(_ bundle: AccessBundle) throws -> [ZIPFile.Entry] {
    let store = EvidenceStore(services)
    let vault = EvidenceVault(services.settings)
    return try (bundle.files ?? []).map { one in
      let file = try services.database.read { try store.find(ID(one.evidence), $0) }
      guard let file, file.isOpen else {
        return .init("\(one.name).txt", Array("It was deleted after this was released.\n".utf8))
      }
      let reader = try vault.copy(file).reader()
      var bytes: [UInt8] = []
      while let piece = try reader.read() { bytes += piece }
      return .init(one.name, bytes)
    }
  }
}
