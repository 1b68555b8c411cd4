internal import Database

/// A kind of file that is taken, told by what it holds and never by its name.
enum EvidenceKind: String, CaseIterable, Sendable, Bindable {
  case jpeg
  case png
  case heic
  case pdf
  case mp4
  case mov
  case m4a

  /// How many bytes of the start tell the kind.
  static let startBytes = 64

  /// The kind of a file by its first bytes; `nil` where it is none of these.
  init?(start: [UInt8]) {
    if start.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if start.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if start.starts(with: Array("%PDF-".utf8)) {
      self = .pdf
    } else if let brands = Self.brands(start), let kind = Self.kind(of: brands) {
      self = kind
    } else {
      return nil
    }
  }

  /// The brands of a file in the base media format (ISO 14496-12, 4.3), the major one first.
  private static func brands(_ start: [UInt8]) -> [String]? {
    guard start.count >= 16, start[4..<8].elementsEqual("ftyp".utf8) else { return nil }
    let length = start[..<4].reduce(0) { $0 << 8 | Int($1) }
    guard (16...1024).contains(length) else { return nil }
    let places = [8] + stride(from: 16, to: min(length, start.count) - 3, by: 4)
    return places.map { String(decoding: start[$0..<$0 + 4], as: UTF8.self) }
  }

  private static func kind(of brands: [String]) -> EvidenceKind? {
    switch brands[0] {
    case "heic", "heix", "heim", "heis", "hevc", "hevx": .heic
    // The general brand of still pictures is that of other codings too.
    case "mif1", "msf1": brands.contains { ["heic", "heix", "hevc"].contains($0) } ? .heic : nil
    case "qt  ": .mov
    case "M4A ", "M4B ": .m4a
    case "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "M4VH",
      "M4VP", "MSNV", "dash", "3gp4", "3gp5", "3gp6":
      .mp4
    default: nil
    }
  }

  /// In a word, with nothing of what it shows.
  var title: String {
    switch self {
    case .jpeg, .png, .heic: "Photo"
    case .pdf: "Document"
    case .mp4, .mov: "Video"
    case .m4a: "Sound recording"
    }
  }

  /// The most megabytes (2²⁰ bytes) that are taken.
  var mostMegabytes: Int {
    switch self {
    case .jpeg, .png, .heic: 25
    case .pdf: 50
    case .m4a: 100
    case .mp4, .mov: 200
    }
  }

  var mediaType: String {
    switch self {
    case .jpeg: "image/jpeg"
    case .png: "image/png"
    case .heic: "image/heic"
    case .pdf: "application/pdf"
    case .mp4: "video/mp4"
    case .mov: "video/quicktime"
    case .m4a: "audio/mp4"
    }
  }

  /// How its name ends.
  var ending: String { self == .jpeg ? "jpg" : rawValue }

  /// What a browser offers to choose from.
  static let accepted = ".jpg,.jpeg,.png,.heic,.pdf,.mp4,.mov,.m4a"
  /// In words, for the field and its refusals.
  static let words = "JPEG, PNG or HEIC photos, PDF documents, MP4 or MOV video, M4A sound"
  static let limits = "Photos up to 25 MB, documents 50 MB, sound 100 MB, video 200 MB."
}
