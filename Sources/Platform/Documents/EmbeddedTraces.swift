/// What photos within a PDF say of where and with what they were taken.
///
/// Their data goes into the document as it is, and no tool of Debian takes it out. It is blanked
/// here: the segments of a JPEG that hold Exif and XMP (JEITA CP-3451, 4.5.4) keep their length, so
/// that every place in the document stays right, and readers pass over them.
enum EmbeddedTraces {
  private static let window = 1 << 16
  /// The longest beginning of a segment that is looked for, with its marker and length.
  private static let overlap = 64
  private static let names = [
    Array("Exif\0\0".utf8), Array("http://ns.adobe.com/xap/1.0/\0".utf8),
    Array("http://ns.adobe.com/xmp/extension/\0".utf8),
  ]

  /// Blanks them all.
  ///
  /// Throws ``FileProblem``.
  static func blank(in file: ScratchFile) throws(FileProblem) {
    var place = 0
    while place < file.size {
      let bytes = try file.bytes(at: place, Self.window)
      for start in bytes.indices.dropLast(3) where bytes[start] == 0xFF && bytes[start + 1] == 0xE1
      {
        let rest = bytes[(start + 4)...]
        guard names.contains(where: { rest.starts(with: $0) }) else { continue }
        let length = Int(bytes[start + 2]) << 8 | Int(bytes[start + 3])
        try file.blank(at: place + start + 4, min(length - 2, file.size - place - start - 4))
      }
      guard bytes.count == Self.window else { return }
      place += Self.window - overlap
    }
  }
}
