import Glibc

/// Reads `multipart/form-data` strictly, piece by piece (RFC 7578).
///
/// Every part ends at `CRLF--boundary`; the first one begins the body, so the reader pretends a
/// CRLF before it. Nothing may stand before the first boundary or, but for line ends, after the
/// last. Text fields stay in memory, files go to ``SpoolFile``s.
final class MultipartReader {
  private enum State {
    case preamble
    case delimiter
    case header
    case text(name: String)
    case file(field: String, name: String, SpoolFile)
    case end
  }

  private static let headerBytes = 4096

  private let delimiter: [UInt8]
  private let folder: String
  private var textBytes: Int
  private var state = State.preamble
  private var buffer: [UInt8] = Array("\r\n".utf8)
  private var text: [UInt8] = []
  private var parts = 0
  private var fields = Fields()
  private var files: [UploadedFile] = []
  private var spooled: [SpoolFile] = []

  /// A reader of parts between a boundary of 1 to 70 characters.
  init(boundary: String, textBytes: Int, folder: String) throws(MalformedRequest) {
    guard (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
    else { throw .form }
    delimiter = Array("\r\n--\(boundary)".utf8)
    self.textBytes = textBytes
    self.folder = folder
  }

  /// Takes the next piece of the body.
  func receive(_ piece: UnsafeRawBufferPointer) throws(MalformedRequest) {
    buffer.append(contentsOf: piece)
    var used = 0
    while let next = try step(from: used) { used = next }
    buffer.removeFirst(used)
  }

  /// The fields and files of a body that has ended.
  func finish() throws(MalformedRequest) -> (fields: Fields, files: [UploadedFile]) {
    guard case .end = state else { throw .form }
    return (fields, files)
  }

  /// Removes the files that were not moved elsewhere.
  func discard() {
    for file in spooled { file.remove() }
    spooled = []
  }

  /// Reads on from a place in the buffer; gives the next place, or `nil` to wait for more.
  private func step(from start: Int) throws(MalformedRequest) -> Int? {
    let rest = buffer.count - start
    switch state {
    case .preamble:
      guard rest >= delimiter.count else { return nil }
      guard buffer[start..<(start + delimiter.count)].elementsEqual(delimiter) else { throw .form }
      state = .delimiter
      return start + delimiter.count
    case .delimiter:
      guard rest >= 2 else { return nil }
      switch (buffer[start], buffer[start + 1]) {
      case (13, 10): state = .header
      case (UInt8(ascii: "-"), UInt8(ascii: "-")): state = .end
      default: throw .form
      }
      return start + 2
    case .header: return try readHeader(from: start)
    case .text, .file: return try readContent(from: start)
    case .end:
      guard buffer[start...].allSatisfy({ $0 == 13 || $0 == 10 }) else { throw .form }
      return rest > 0 ? buffer.count : nil
    }
  }

  private func readHeader(from start: Int) throws(MalformedRequest) -> Int? {
    guard let end = find(Array("\r\n\r\n".utf8), from: start) else {
      guard buffer.count - start <= Self.headerBytes else { throw .form }
      return nil
    }
    parts += 1
    guard parts <= Fields.limit else { throw .tooLarge }
    let header = try PartHeader(buffer[start..<end])
    if let name = header.fileName {
      guard let file = SpoolFile(folder: folder) else { throw .noRoom }
      spooled.append(file)
      state = .file(field: header.field, name: name, file)
    } else {
      state = .text(name: header.field)
    }
    return end + 4
  }

  private func readContent(from start: Int) throws(MalformedRequest) -> Int? {
    if let end = find(delimiter, from: start) {
      try take(start..<end)
      try endPart()
      state = .delimiter
      return end + delimiter.count
    }
    // The last bytes may be the beginning of a delimiter: keep them back.
    let safe = buffer.count - (delimiter.count - 1)
    guard safe > start else { return nil }
    try take(start..<safe)
    return safe
  }

  private func take(_ range: Range<Int>) throws(MalformedRequest) {
    if case .file(_, _, let file) = state {
      let isWritten = buffer.withUnsafeBytes {
        file.write(UnsafeRawBufferPointer(rebasing: $0[range]))
      }
      guard isWritten else { throw .noRoom }
    } else {
      textBytes -= range.count
      guard textBytes >= 0 else { throw .tooLarge }
      text.append(contentsOf: buffer[range])
    }
  }

  private func endPart() throws(MalformedRequest) {
    switch state {
    case .text(let name):
      guard !text.contains(0) else { throw .form }
      guard let value = String(validating: text, as: UTF8.self) else { throw .encoding }
      fields.append(name, value)
      text = []
    case .file(let field, let name, let file):
      file.close()
      // A field left empty is sent as a file without a name and without bytes.
      if !name.isEmpty || file.size > 0 {
        files.append(UploadedFile(field: field, name: name, path: file.path, size: file.size))
      }
    default: break
    }
  }

  /// Finds bytes that begin with a carriage return.
  private func find(_ needle: [UInt8], from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var from = start
      while from + needle.count <= bytes.count,
        let found = memchr(base + from, 13, bytes.count - needle.count + 1 - from)
      {
        if memcmp(found, needle, needle.count) == 0 { return UnsafeRawPointer(found) - base }
        from = UnsafeRawPointer(found) - base + 1
      }
      return nil
    }
  }
}
