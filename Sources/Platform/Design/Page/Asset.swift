internal import CAssets

/// A file of the look, built into the program, under a path that changes with its bytes.
///
/// The server may let browsers keep it for ever: another version has another path.
public struct Asset: Sendable {
  /// Its media type.
  public let contentType: String
  /// Its bytes.
  public let bytes: [UInt8]
  /// Where it is served: `/assets/hamlet.5f0c….css`.
  public let path: String

  /// A file under a name, such as `hamlet`, and an extension, such as `css`.
  public init(name: String, extension: String, contentType: String, bytes: [UInt8]) {
    self.contentType = contentType
    self.bytes = bytes
    path = "/assets/\(name).\(fingerprint(bytes)).\(`extension`)"
  }
}

/// The files every page needs.
public struct Assets: Sendable {
  /// The one stylesheet.
  public let stylesheet: Asset
  /// The script, without which everything works too.
  public let script: Asset
  /// What sends large files in pieces, on pages that ask for files.
  public let upload: Asset
  /// The emblem shown in tabs.
  public let emblem: Asset
  /// The files of maps that can be panned; `nil` where they are not installed.
  public let map: MapAssets?

  /// The files built into this program.
  public static let embedded = Assets(
    stylesheet: Asset(
      name: "hamlet", extension: "css", contentType: "text/css; charset=utf-8",
      bytes: bytes(assets_stylesheet)),
    script: Asset(
      name: "hamlet", extension: "js", contentType: "text/javascript; charset=utf-8",
      bytes: bytes(assets_script)),
    upload: Asset(
      name: "upload", extension: "js", contentType: "text/javascript; charset=utf-8",
      bytes: bytes(assets_upload)),
    emblem: Asset(
      name: "emblem", extension: "svg", contentType: "image/svg+xml",
      bytes: bytes(assets_emblem)),
    map: .installed(
      script: Asset(
        name: "panmap", extension: "js", contentType: "text/javascript; charset=utf-8",
        bytes: bytes(assets_panmap))))

  /// All of them, for the server.
  public var all: [Asset] { [stylesheet, script, upload, emblem] + (map?.all ?? []) }
}

/// The symbols that ``Icon`` copies, written once into each page.
let sprite = String(decoding: bytes(assets_sprite), as: UTF8.self)

private func bytes(
  _ file: (UnsafeMutablePointer<Int>?) -> UnsafePointer<UInt8>?
) -> [UInt8] {
  var count = 0
  return Array(UnsafeBufferPointer(start: file(&count), count: count))
}

/// A hash of the bytes in sixteen hexadecimal digits: FNV-1a, 64 bits.
///
/// It tells versions of our own files apart; it is no protection against forgery.
private func fingerprint(_ bytes: [UInt8]) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}
