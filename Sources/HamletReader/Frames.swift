import Glibc

/// What is written to standard output: frames, each a letter, a length and that many bytes.
///
///     frame = kind UInt8 · length UInt32 · payload          (all numbers little-endian)
///     S  a sheet begins: its name
///     R  a row: number UInt32 from 1, then for each cell that holds something
///        column UInt32 from 1 · kind UInt8 (t text, n number, d day or time, b boolean)
///        · length UInt32 · text
///     E  an entry of an archive begins: size Int64 (-1 when not known) · name
///     B  bytes of the entry, at most 64 KiB
///     F  the entry is finished
///     L  a layer of boundaries begins: name · its coordinate reference system · columns, each
///        length UInt32 · text
///     G  an area: number UInt32 from 1 · what was mended · count of values UInt32, each column
///        UInt32 from 0 · length UInt32 · text · its shape as well-known binary, in metres of
///        EPSG:27700
///     D  what PROJ takes a coordinate reference system for
///     P  the file was not read: one of the words of `Unreadable.Reason`, and for some a space and
///        the number of the area
///     Z  everything was read
///
/// Text is UTF-8. Output that ends without P or Z was cut off.
final class Frames {
  private static let pieceSize = 65_536
  private var waiting: [UInt8] = []

  func sheet(_ name: String) { frame("S", Array(name.utf8)) }

  func row(_ payload: [UInt8]) { frame("R", payload) }

  func entry(_ name: String, size: Int64) { frame("E", littleEndian(size) + Array(name.utf8)) }

  func bytes(_ bytes: UnsafeRawBufferPointer) {
    var start = 0
    while start < bytes.count {
      let count = min(Self.pieceSize, bytes.count - start)
      head("B", count)
      unsafe waiting += bytes[start..<start + count]
      start += count
      if waiting.count >= Self.pieceSize { flush() }
    }
  }

  func entryEnd() { frame("F", []) }

  func layer(_ name: String, reference: String, columns: [String]) {
    frame("L", ([name, reference] + columns).flatMap(Self.sized))
  }

  func definition(_ text: String) { frame("D", Array(text.utf8)) }

  func feature(_ payload: [UInt8]) { frame("G", payload) }

  /// A text after its length.
  static func sized(_ text: String) -> [UInt8] {
    littleEndian(UInt32(text.utf8.count)) + Array(text.utf8)
  }

  func problem(_ unreadable: Unreadable) {
    frame("P", Array(unreadable.word.utf8))
    flush()
  }

  func end() {
    frame("Z", [])
    flush()
  }

  private func frame(_ kind: Unicode.Scalar, _ payload: [UInt8]) {
    head(kind, payload.count)
    waiting += payload
    if waiting.count >= Self.pieceSize { flush() }
  }

  private func head(_ kind: Unicode.Scalar, _ length: Int) {
    waiting.append(UInt8(ascii: kind))
    waiting += littleEndian(UInt32(length))
  }

  private func flush() {
    var sent = 0
    while sent < waiting.count {
      let count = unsafe waiting.withUnsafeBytes {
        unsafe write(STDOUT_FILENO, $0.baseAddress.map { unsafe $0 + sent }, $0.count - sent)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { _exit(1) }
      sent += count
    }
    waiting.removeAll(keepingCapacity: true)
  }
}

/// A number's bytes, the least first.
func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
}
