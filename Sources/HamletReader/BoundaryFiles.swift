import Glibc

/// The files of a boundary set, held in memory under names of ours.
///
/// A GeoJSON or TopoJSON file, a GeoPackage, a shapefile with the files beside it, a folder of
/// shapefiles, or any of these in a zip or gz. GDAL sees the bytes and opens nothing else.
struct BoundaryFiles {
  private static let maximumBytes = 192 << 20
  private static let maximumFiles = 400
  private static let folder = "/vsimem/boundaries/"
  /// What a shapefile is made of; the rest of a folder or a zip is not looked at.
  private static let shapeEndings: Set = ["shp", "shx", "dbf", "prj", "cpg"]
  private static let wholeEndings: Set = ["geojson", "json", "topojson", "gpkg"]
  private let archives: ArchiveReader
  private var files: [(name: String, bytes: [UInt8])] = []
  private var total = 0

  init(_ path: String, _ archives: ArchiveReader) throws(Unreadable) {
    self.archives = archives
    guard let isFolder = isFolder(path) else { throw Unreadable(reason: .absent) }
    if isFolder {
      try addFolder(path) { Self.shapeEndings.contains($0.ending) }
    } else if path.ending == "shp" {
      let (folder, name) = path.parted
      try addFolder(folder) { $0.stem == name.stem && Self.shapeEndings.contains($0.ending) }
    } else {
      try addFile(path)
    }
    guard !datasets.isEmpty else { throw Unreadable(reason: .notKnown) }
  }

  /// What GDAL is to open, in the order of their names.
  var datasets: [String] {
    files.map(\.name).filter { $0.ending == "shp" || Self.wholeEndings.contains($0.ending) }
      .sorted().map { Self.folder + $0 }
  }

  /// Shows the bytes to GDAL, which keeps pointing at them: call it once and keep `self`.
  mutating func mount(_ gdal: GDAL) throws(Unreadable) {
    for index in files.indices {
      let count = files[index].bytes.count
      let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
      unsafe copy.initialize(from: files[index].bytes, count: count)
      files[index].bytes = []
      // The bytes stay until the process ends.
      let file = unsafe gdal.memoryFile(
        Self.folder + files[index].name, copy, UInt64(count), 0)
      guard let file = unsafe file else { throw Unreadable(reason: .tooLarge) }
      _ = unsafe gdal.close(file)
    }
  }

  private mutating func addFolder(
    _ path: String, _ isWanted: (String) -> Bool
  ) throws(Unreadable) {
    guard let folder = unsafe opendir(path) else { throw Unreadable(reason: .absent) }
    defer { unsafe closedir(folder) }
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if isWanted(name) { try add(name, contents("\(path)/\(name)")) }
    }
  }

  private mutating func addFile(_ path: String) throws(Unreadable) {
    let bytes = try contents(path)
    let name = path.parted.name
    if bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0x1F, 0x8B]) {
      try addArchive(path)
    } else if let ending = Self.ending(of: bytes) {
      try add("\(name.stem).\(ending)", bytes)
    }
  }

  private mutating func addArchive(_ path: String) throws(Unreadable) {
    var found: [(name: String, bytes: [UInt8])] = []
    var size = 0
    try archives.unpack(path, names: nil) { piece throws(Unreadable) in
      switch piece {
      case .begin(let name, _): found.append((name.parted.name, []))
      case .bytes(let bytes) where Self.isKnown(found[found.count - 1].name):
        size += bytes.count
        guard size <= Self.maximumBytes else { throw Unreadable(reason: .tooLarge) }
        unsafe found[found.count - 1].bytes += bytes
      case .bytes, .end: break
      }
    }
    for (name, bytes) in found where !bytes.isEmpty {
      if Self.shapeEndings.contains(name.ending) {
        try add(name, bytes)
      } else if let ending = Self.ending(of: bytes) {
        try add("\(name.stem).\(ending)", bytes)
      }
    }
  }

  private mutating func add(_ name: String, _ bytes: [UInt8]) throws(Unreadable) {
    total += bytes.count
    guard files.count < Self.maximumFiles, total <= Self.maximumBytes else {
      throw Unreadable(reason: .tooLarge)
    }
    // Endings in small letters, so that a `.SHP` finds its `.dbf`.
    files.append(("\(name.stem).\(name.ending)", bytes))
  }

  private static func isKnown(_ name: String) -> Bool {
    shapeEndings.contains(name.ending) || wholeEndings.contains(name.ending)
  }

  /// `gpkg` for SQLite's first bytes, `json` for a brace; `nil` for anything else.
  private static func ending(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: Array("SQLite format 3\0".utf8)) { return "gpkg" }
    let isMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let first = bytes.dropFirst(isMark ? 3 : 0).first { $0 > 0x20 }
    return first == UInt8(ascii: "{") ? "json" : nil
  }

  private func contents(_ path: String) throws(Unreadable) -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else { throw Unreadable(reason: .absent) }
    defer { unsafe fclose(file) }
    let size = fileSize(path)
    guard size <= Int64(Self.maximumBytes) else { throw Unreadable(reason: .tooLarge) }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    let count = unsafe fread(&bytes, 1, bytes.count, file)
    guard count == bytes.count, count > 0 else { throw Unreadable(reason: .damaged) }
    return bytes
  }
}

extension String {
  /// The folder and the name of a path.
  fileprivate var parted: (folder: String, name: String) {
    guard let slash = lastIndex(of: "/") else { return (".", self) }
    return (String(self[..<slash]), String(self[index(after: slash)...]))
  }

  /// A name without its ending.
  fileprivate var stem: String {
    lastIndex(of: ".").map { String(self[..<$0]) } ?? self
  }

  /// What stands after the last full stop, in small letters.
  fileprivate var ending: String {
    lastIndex(of: ".").map { self[index(after: $0)...].lowercased() } ?? ""
  }
}
