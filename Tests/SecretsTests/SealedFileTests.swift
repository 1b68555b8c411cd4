import FoundationEssentials
import Kernel
import TestKit
import Testing

@testable import Secrets

@Suite("A sealed file", .database)
struct SealedFileTests {
  static let sizes = [1, 65_535, 65_536, 65_537, 200_000]

  private func new(_ size: Int) throws -> SealedFile {
    let path = try TemporaryFolder.ofCase().path + "/file"
    return try SealedFile(path: path, key: SealedFile.newKey(), size: size)
  }

  private static func bytes(_ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
  }

  private func write(_ bytes: [UInt8], _ file: SealedFile, by step: Int = 7_000) throws {
    let writer = try file.writer()
    for start in stride(from: 0, to: bytes.count, by: step) {
      try bytes[start..<min(start + step, bytes.count)].withUnsafeBytes { try writer.append($0) }
    }
    try writer.finish()
    #expect(writer.written == bytes.count)
  }

  private func read(_ file: SealedFile) throws -> [UInt8] {
    let reader = try file.reader()
    var bytes: [UInt8] = []
    while let piece = try reader.read() { bytes += piece }
    return bytes
  }

  @Test("gives back what it was given, and shows none of it on disk", arguments: sizes)
  func whole(size: Int) throws {
    let (file, bytes) = (try new(size), Self.bytes(size))
    try write(bytes, file)
    #expect(try read(file) == bytes)
    let onDisk = [UInt8](try Data(contentsOf: URL(filePath: file.path)))
    #expect(onDisk.count == size + file.pieces * 40)
    if size > 64 { #expect(onDisk.firstRange(of: bytes[..<64]) == nil) }
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  enum Harm: CaseIterable {
    case shorter, longer, changed, swapped, otherKey, otherSize, gone
  }

  @Test("is found out when it was changed", arguments: Harm.allCases)
  func harmed(harm: Harm) throws {
    var file = try new(200_000)
    try write(Self.bytes(200_000), file)
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: file.path)))
    let piece = SealedFile.sealedBytes
    switch harm {
    case .shorter: bytes.removeLast()
    case .longer: bytes.append(0)
    case .changed: bytes[piece + 100] ^= 1
    case .swapped: bytes = Array(bytes[piece..<2 * piece] + bytes[..<piece] + bytes[(2 * piece)...])
    case .otherKey: file = try SealedFile(path: file.path, key: SealedFile.newKey(), size: 200_000)
    case .otherSize: break
    case .gone: try FileManager.default.removeItem(atPath: file.path)
    }
    if harm != .gone { try Data(bytes).write(to: URL(filePath: file.path)) }
    let size = harm == .otherSize ? 199_999 : 200_000
    let found = try SealedFile(
      path: file.path, key: harm == .otherKey ? SealedFile.newKey() : key(of: file), size: size)
    let problem: SealedFileProblem = harm == .gone ? .unreadable : .damaged
    #expect(throws: problem) { try read(found) }
  }

  /// The key of a file, by the one way a test has to it.
  private func key(of file: SealedFile) throws -> Sensitive<String> {
    let mirror = Mirror(reflecting: file).descendant("key") as? Sensitive<[UInt8]>
    return Sensitive(try #require(mirror).reveal(for: "test").hexadecimal)
  }

  @Test("goes on where it broke off, and takes a piece a second time")
  func resumed() throws {
    let (file, bytes) = (try new(200_000), Self.bytes(200_000))
    let first = try file.writer()
    try bytes[..<140_000].withUnsafeBytes { try first.append($0) }
    try first.finish()
    #expect(first.written == 2 * SealedFile.pieceBytes)
    let second = try file.writer(from: 1)
    try bytes[SealedFile.pieceBytes...].withUnsafeBytes { try second.append($0) }
    try second.finish()
    #expect(try read(file) == bytes)
  }

  @Test("takes no more than it was to hold, and no key that is none")
  func refusing() throws {
    let writer = try new(10).writer()
    #expect(throws: SealedFileProblem.damaged) {
      try Self.bytes(11).withUnsafeBytes { try writer.append($0) }
    }
    for key in ["", "00", String(repeating: "x", count: 64)] {
      #expect(throws: SealedFileProblem.damaged) {
        try SealedFile(path: "/dev/null", key: Sensitive(key), size: 1)
      }
    }
  }

  @Test("says that the disk is full")
  func full() throws {
    let file = try SealedFile(path: "/dev/full", key: SealedFile.newKey(), size: 70_000)
    let writer = try file.writer()
    #expect(throws: SealedFileProblem.full) {
      try Self.bytes(70_000).withUnsafeBytes { try writer.append($0) }
    }
    #expect(SealedFileProblem.full.status == 507)
  }
}
