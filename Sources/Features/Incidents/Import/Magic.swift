internal import Documents
internal import Glibc

/// What a file is by its first bytes, whatever its name.
enum Magic {
  case gzip, zip, plain
  /// A compound file: a workbook in the format before 2007, or one locked with a password.
  case compound

  static func read(_ path: String) throws -> Magic {
    guard let file = fopen(path, "r") else { throw UnreadableFile(path: path, code: errno) }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 4)
    let count = fread(&bytes, 1, bytes.count, file)
    if count >= 2, bytes[0] == 0x1F, bytes[1] == 0x8B { return .gzip }
    if count == 4, bytes == [0x50, 0x4B, 0x03, 0x04] || bytes == [0x50, 0x4B, 0x05, 0x06] {
      return .zip
    }
    return count == 4 && bytes == [0xD0, 0xCF, 0x11, 0xE0] ? .compound : .plain
  }

  static func size(of path: String) throws -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else { throw UnreadableFile(path: path, code: errno) }
    return Int(status.st_size)
  }
}
