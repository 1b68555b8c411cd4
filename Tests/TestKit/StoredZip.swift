/// A zip of stored (not compressed) entries, as any archiver may write it.
public enum StoredZip {
  /// The bytes of a zip that holds some files, in order.
  public static func bytes(_ entries: [(name: String, content: [UInt8])]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    func number(_ value: Int, _ size: Int) -> [UInt8] {
      (0..<size).map { UInt8(value >> ($0 * 8) & 255) }
    }
    for (name, content) in entries {
      let common =
        number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(checksum(content), 4)
        + number(content.count, 4) + number(content.count, 4) + number(name.utf8.count, 2)
        + number(0, 2)
      directory +=
        [0x50, 0x4B, 1, 2] + number(20, 2) + common + number(0, 10) + number(bytes.count, 4)
        + Array(name.utf8)
      bytes += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + content
    }
    let end =
      [0x50, 0x4B, 5, 6] + number(0, 4) + number(entries.count, 2) + number(entries.count, 2)
      + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
    return bytes + directory + end
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return Int(crc ^ 0xFFFF_FFFF)
  }
}
