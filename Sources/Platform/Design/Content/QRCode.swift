internal import CQREncode
public import Markup

/// Text as a QR code, for the camera of a phone; the same text must stand beside it.
///
/// ISO/IEC 18004 with about 15 % that may be unreadable, drawn as one path on a white ground that
/// keeps the quiet margin of four modules, in dark mode too.
public struct QRCode: HTML {
  private let modules: Modules?
  private let name: String

  /// A code of at most some 2,300 bytes; more draws nothing.
  ///
  /// - Parameters:
  ///   - text: what the camera reads.
  ///   - name: what the picture is, for those who do not see it.
  public init(_ text: String, _ name: String) {
    modules = Modules(text)
    self.name = name
  }

  private static let margin = 4

  /// The picture, or nothing where the text is too long.
  public var body: some HTML {
    if let modules {
      let side = Double(modules.side + 2 * QRCode.margin)
      svg(
        .class("qr"), .role("img"), .width(.px(184)), .height(.px(184)),
        .viewBox(0, 0, side, side), .aria("label", name)
      ) {
        path(.class("qr-ground"), .d("M0 0h\(Int(side))v\(Int(side))H0z"))
        path(.class("qr-ink"), .d(modules.path(from: QRCode.margin)))
      }
    }
  }
}

/// The dark and light squares of a code, row by row.
private struct Modules {
  let side: Int
  private let dark: [Bool]

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let code = bytes.withUnsafeBufferPointer { bytes in
      QRcode_encodeData(Int32(bytes.count), bytes.baseAddress, 0, QR_ECLEVEL_M)
    }
    guard let code else { return nil }
    defer { QRcode_free(code) }
    side = Int(code.pointee.width)
    dark = (0..<side * side).map { code.pointee.data[$0] & 1 == 1 }
  }

  /// One bar for each run of dark squares.
  func path(from margin: Int) -> String {
    var commands = ""
    for row in 0..<side {
      var column = 0
      while column < side {
        let end = (column..<side).first { !dark[row * side + $0] } ?? side
        if end > column {
          commands += "M\(column + margin) \(row + margin)h\(end - column)v1h-\(end - column)z"
        }
        column = end + 1
      }
    }
    return commands
  }
}
