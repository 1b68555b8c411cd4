internal import Database
internal import Documents
internal import Kernel
internal import Partnership
internal import Secrets

/// Puts the files of a bundle between its pages.
struct BundlePrint {
  /// The most bytes of pictures in one bundle, 40 MB; what is beyond is handed in apart.
  private static let mostBytes = 40 << 20

  let services: Services

  func document(_ fixed: FixedBundle) throws -> BundleDocument {
    var (room, files): (Int, [Int64: BundleFile]) = (Self.mostBytes, [:])
    for part in fixed.parts {
      guard let id = part.evidence, files[id] == nil else { continue }
      let file = try picture(of: ID(id), room)
      room -= file.pictures.reduce(0) { $0 + $1.bytes.count }
      files[id] = file
    }
    return BundleDocument(fixed: fixed, files: files)
  }

  private func picture(of id: ID<EvidenceFile>, _ room: Int) throws -> BundleFile {
    let store = EvidenceStore(services)
    guard let file = try services.database.read({ try store.find(id, $0) }), file.isOpen else {
      return BundleFile(words: "A file", note: "It was deleted since.")
    }
    let apart = BundleFile(words: file.words, hash: file.hashWords, note: "It is handed in apart.")
    guard (file.copySize ?? 0) <= room else { return apart }
    let found: [BundleFile.Picture]
    switch file.kind {
    case .jpeg, .png: found = [.init(type: file.kind.mediaType, bytes: try bytes(of: file))]
    case .pdf:
      let pages = PDFPages(reader: services.settings.reader)
      guard let pictures = try? pages.pictures(of: bytes(of: file)) else { return apart }
      found = pictures.map { .init(type: "image/jpeg", bytes: $0) }
    case .heic, .mp4, .mov, .m4a: return apart
    }
    guard found.reduce(0, { $0 + $1.bytes.count }) <= room else { return apart }
    return BundleFile(words: file.words, hash: file.hashWords, pictures: found)
  }

  /// The everyday copy: a court gets no position and no device that nobody decided to give.
  private func bytes(of file: EvidenceFile) throws -> [UInt8] {
    let reader = try EvidenceVault(services.settings).copy(file).reader()
    var bytes: [UInt8] = []
    while let piece = try reader.read() { bytes += piece }
    return bytes
  }
}

/// A file of a bundle, as its pages show it.
struct BundleFile: Sendable {
  struct Picture: Sendable {
    let type: String
    let bytes: [UInt8]
  }

  let words: String
  /// The SHA-256 of the original, to show that what is handed in apart is it.
  var hash: String?
  /// Why it is not here.
  var note: String?
  var pictures: [Picture] = []
}
