import CArchive
public import Kernel

/// ZIP files made in memory by libarchive: deflated, each entry with the same moment.
public enum ZIPFile {
  /// A file within it.
  public struct Entry: Sendable {
    let name: String
    let bytes: [UInt8]

    /// A file with a name of ASCII letters, such as `bundle.html`.
    public init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  private static let isFile: UInt32 = 0o100000
  private static let roomBesides = 4096

  /// The bytes of a ZIP file; the same entries and moment give the same bytes.
  ///
  /// - Throws: ``ZIPProblem`` where memory is short or a name cannot be written.
  public static func bytes(_ entries: [Entry], at moment: Instant) throws(ZIPProblem) -> [UInt8] {
    // What does not shrink grows by a few bytes in 16 KiB; names and heads need some hundred each.
    let size = entries.reduce(roomBesides) { sum, entry in
      sum + entry.bytes.count + entry.bytes.count / 1000 + 2 * entry.name.utf8.count + 1024
    }
    guard let archive = archive_write_new() else { throw ZIPProblem() }
    defer { archive_write_free(archive) }
    let buffer = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    defer { buffer.deallocate() }
    var used = 0
    try check(archive_write_set_format_zip(archive))
    try check(archive_write_zip_set_compression_deflate(archive))
    try check(archive_write_set_bytes_in_last_block(archive, 1))
    try check(archive_write_open_memory(archive, buffer, size, &used))
    for entry in entries { try write(entry, to: archive, at: moment) }
    try check(archive_write_close(archive))
    return Array(UnsafeRawBufferPointer(start: buffer, count: used))
  }

  private static func write(
    _ entry: Entry, to archive: OpaquePointer, at moment: Instant
  ) throws(ZIPProblem) {
    guard let head = archive_entry_new() else { throw ZIPProblem() }
    defer { archive_entry_free(head) }
    archive_entry_set_pathname(head, entry.name)
    archive_entry_set_size(head, Int64(entry.bytes.count))
    archive_entry_set_filetype(head, isFile)
    archive_entry_set_perm(head, 0o600)
    archive_entry_set_mtime(head, Int(moment.milliseconds / 1000), 0)
    try check(archive_write_header(archive, head))
    let count = entry.bytes.withUnsafeBytes { bytes in
      archive_write_data(archive, bytes.baseAddress, bytes.count)
    }
    guard count == entry.bytes.count else { throw ZIPProblem() }
  }

  private static func check(_ status: Int32) throws(ZIPProblem) {
    guard status == ARCHIVE_OK else { throw ZIPProblem() }
  }
}

/// A ZIP file that could not be made.
public struct ZIPProblem: Problem, Equatable {
  /// What is said of it.
  public var message: String { "The file could not be made: memory is short. Try again later." }
  /// The status it is answered with.
  public var status: Int { 503 }
}
