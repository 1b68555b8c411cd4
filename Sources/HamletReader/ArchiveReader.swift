import CArchive
import Glibc

/// Reads zip, gz and tar archives as a stream; never writes one out and never opens one inside
/// another.
struct ArchiveReader {
  private static let maximumEntries = 100_000
  private static let maximumEntry: Int64 = 8 << 30
  private static let maximumTotal: Int64 = 64 << 30
  private static let maximumWorkbook: Int64 = 512 << 20
  /// Under this many bytes out no ratio is suspicious.
  private static let freeBytes: Int64 = 32 << 20
  /// Deflate reaches 1,032 to 1; tables of text seldom 50.
  private static let maximumRatio: Int64 = 250
  private static let block = 65_536
  private let frames: Frames

  init(_ frames: Frames) { self.frames = frames }

  /// Writes an entry frame for each file.
  func list(_ path: String) throws(Unreadable) {
    try unsafe each(path) { _, size, name in
      frames.entry(name, size: size)
      frames.entryEnd()
    }
  }

  /// Refuses a workbook whose parts, by what the archive says of them, unpack to too much.
  func measure(_ path: String) throws(Unreadable) {
    var total: Int64 = 0
    let packed = max(1, fileSize(path))
    try unsafe each(path) { _, size, _ throws(Unreadable) in
      total += max(0, size)
      guard total <= Self.maximumWorkbook, Self.isPlausible(total, packed) else {
        throw Unreadable(reason: .tooLarge)
      }
    }
  }

  private static func isPlausible(_ total: Int64, _ packed: Int64) -> Bool {
    total <= freeBytes || total / packed <= maximumRatio
  }

  /// Writes the bytes of the named files, or of all.
  func extract(_ path: String, names: Set<String>?) throws(Unreadable) {
    try unpack(path, names: names) { piece in
      switch piece {
      case .begin(let name, let size): frames.entry(name, size: size)
      case .bytes(let bytes): unsafe frames.bytes(bytes)
      case .end: frames.entryEnd()
      }
    }
  }

  /// What ``unpack(_:names:_:)`` hands over, file by file.
  @safe enum Piece {
    case begin(String, size: Int64)
    case bytes(UnsafeRawBufferPointer)
    case end
  }

  /// Hands over the bytes of the named files, or of all.
  func unpack(
    _ path: String, names: Set<String>?, _ body: (Piece) throws(Unreadable) -> Void
  ) throws(Unreadable) {
    var total: Int64 = 0
    let packed = max(1, fileSize(path))
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.block, alignment: 8)
    defer { unsafe buffer.deallocate() }
    try unsafe each(path) { archive, size, name throws(Unreadable) in
      if let names, !names.contains(name) { return }
      try body(.begin(name, size: size))
      var written: Int64 = 0
      while true {
        let count = unsafe archive_read_data(archive, buffer.baseAddress, buffer.count)
        guard count >= 0 else { throw Unreadable(reason: .damaged) }
        if count == 0 { break }
        written += Int64(count)
        total += Int64(count)
        guard written <= Self.maximumEntry, total <= Self.maximumTotal,
          Self.isPlausible(total, packed)
        else { throw Unreadable(reason: .tooLarge) }
        try unsafe body(.bytes(UnsafeRawBufferPointer(rebasing: buffer.prefix(count))))
      }
      if size >= 0, written != size { throw Unreadable(reason: .damaged) }
      try body(.end)
    }
  }

  private func each(
    _ path: String, _ body: (OpaquePointer, Int64, String) throws(Unreadable) -> Void
  ) throws(Unreadable) {
    guard unsafe access(path, R_OK) == 0 else { throw Unreadable(reason: .absent) }
    guard let archive = unsafe archive_read_new() else { throw Unreadable(reason: .tooLarge) }
    defer { unsafe archive_read_free(archive) }
    unsafe archive_read_support_filter_gzip(archive)
    unsafe archive_read_support_format_zip(archive)
    unsafe archive_read_support_format_tar(archive)
    unsafe archive_read_support_format_raw(archive)
    guard unsafe archive_read_open_filename(archive, path, Self.block) == ARCHIVE_OK else {
      throw Unreadable(reason: looksPacked(path) ? .damaged : .notKnown)
    }
    var count = 0
    var entry: OpaquePointer?
    while true {
      let status = unsafe archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { break }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry = unsafe entry else {
        throw Unreadable(reason: count > 0 || looksPacked(path) ? .damaged : .notKnown)
      }
      count += 1
      guard count <= Self.maximumEntries else { throw Unreadable(reason: .tooLarge) }
      guard let name = try unsafe check(archive, entry, path) else { continue }
      let size = unsafe archive_entry_size_is_set(entry) != 0 ? archive_entry_size(entry) : -1
      try unsafe body(archive, size, name)
    }
    if count == 0, fileSize(path) > 0, unsafe archive_format(archive) == 0 {
      throw Unreadable(reason: .notKnown)
    }
  }

  /// The entry's name; `nil` for a folder.
  private func check(
    _ archive: OpaquePointer, _ entry: OpaquePointer, _ path: String
  ) throws(Unreadable) -> String? {
    // One real filter and the file itself: a gz within a gz is refused.
    guard unsafe archive_filter_count(archive) <= 2 else { throw Unreadable(reason: .tooLarge) }
    if unsafe hamlet_is_bare(archive) != 0 {
      guard unsafe archive_filter_count(archive) == 2 else { throw Unreadable(reason: .notKnown) }
      return Self.nameInside(path)
    }
    if unsafe archive_entry_is_encrypted(entry) != 0 { throw Unreadable(reason: .locked) }
    guard let raw = unsafe archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry)
    else {
      throw Unreadable(reason: .unsafe)
    }
    let name = unsafe String(cString: raw)
    guard Self.isSafe(name) else { throw Unreadable(reason: .unsafe) }
    if unsafe hamlet_is_folder(entry) != 0 { return nil }
    guard unsafe hamlet_is_file(entry) != 0 else { throw Unreadable(reason: .unsafe) }
    return name
  }

  /// Whether a name stays inside the folder it would be laid out in.
  static func isSafe(_ name: String) -> Bool {
    guard !name.isEmpty, !name.hasPrefix("/"), !name.utf8.contains(UInt8(ascii: "\\")),
      !name.utf8.contains(where: { $0 < 0x20 }), !name.dropFirst().hasPrefix(":")
    else { return false }
    return !name.split(separator: "/").contains("..")
  }

  /// The name of the file inside `2023-01-street.csv.gz`.
  static func nameInside(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name
  }
}

/// Whether a file begins as a zip or a gz does.
private func looksPacked(_ path: String) -> Bool {
  guard let file = unsafe fopen(path, "rb") else { return false }
  defer { unsafe fclose(file) }
  var start = [UInt8](repeating: 0, count: 2)
  let count = unsafe fread(&start, 1, start.count, file)
  return count == start.count && (start == [0x1F, 0x8B] || start == [0x50, 0x4B])
}

/// The size of a file in bytes; 0 where it cannot be told.
func fileSize(_ path: String) -> Int64 {
  var status = stat()
  return unsafe stat(path, &status) == 0 ? Int64(status.st_size) : 0
}

/// Whether a path is a folder; `nil` where there is nothing.
func isFolder(_ path: String) -> Bool? {
  var status = stat()
  guard unsafe stat(path, &status) == 0 else { return nil }
  return status.st_mode & S_IFMT == S_IFDIR
}
