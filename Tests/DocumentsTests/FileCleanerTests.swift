import FoundationEssentials
import TestKit
import Testing

@testable import Documents

@Suite("A clean copy", .database)
struct FileCleanerTests {
  private func scratch(_ bytes: [UInt8], _ folder: String) throws -> ScratchFile {
    let file = try ScratchFile(in: folder)
    try bytes.withUnsafeBytes { try file.append($0) }
    return file
  }

  private func bytes(of file: ScratchFile) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try file.each { bytes += $0 }
    return bytes
  }

  /// Says of planted words, and of places by the tags ExifTool knows, how many are left.
  private func traces(_ file: ScratchFile, _ folder: String) throws -> Int {
    let words = String(decoding: try bytes(of: file), as: UTF8.self).lowercased()
    let planted = words.contains("planted") ? 1 : 0
    do {
      _ = try FileCleaner(reader: "hamlet-reader", folder: folder).copy(of: file, isPDF: false)
    } catch CleaningProblem.traces { return planted + 1 }
    return planted
  }

  @Test(
    "holds nothing of the place, the device and the maker that were planted, and is still the file",
    .enabled(if: isEquipped, "ExifTool and qpdf are not installed"),
    arguments: [
      "planted.jpg", "planted.png", "planted.heic", "planted.pdf", "photo-inside.pdf",
      "planted.mp4", "planted.mov", "planted.m4a",
    ])
  func cleaned(name: String) throws {
    let folder = try TemporaryFolder.ofCase().path
    let given = [UInt8](try Data(contentsOf: URL(filePath: fixture(name))))
    let original = try scratch(given, folder)
    #expect(String(decoding: given, as: UTF8.self).lowercased().contains("planted"))
    let cleaner = FileCleaner(reader: "hamlet-reader", folder: folder)
    let copy = try cleaner.copy(of: original, isPDF: name.hasSuffix("pdf"))
    #expect(try traces(copy, folder) == 0)
    let start = try bytes(of: copy).prefix(3)
    if name.hasSuffix("jpg") || name.hasSuffix("png") || name.hasSuffix("pdf") {
      #expect(start == given.prefix(3))
    }
    #expect(try bytes(of: original) == given)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test(
    "keeps how a picture stands", .enabled(if: isEquipped, "ExifTool and qpdf are not installed"))
  func orientation() throws {
    let folder = try TemporaryFolder.ofCase().path
    let given = [UInt8](try Data(contentsOf: URL(filePath: fixture("planted.jpg"))))
    let copy = try FileCleaner(reader: "hamlet-reader", folder: folder)
      .copy(of: scratch(given, folder), isPDF: false)
    // Tag 0x0112, a short, one of them: 6.
    let tag: [UInt8] = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]
    #expect(try bytes(of: copy).firstRange(of: tag) != nil)
  }

  @Test(
    "is not made of what is broken or no such file",
    .enabled(if: isEquipped, "ExifTool and qpdf are not installed"),
    arguments: [("%PDF-1.4\nnothing", true), ("\u{1}\u{2}not a picture", false)])
  func broken(text: String, isPDF: Bool) throws {
    let folder = try TemporaryFolder.ofCase().path
    let file = try scratch(Array(text.utf8), folder)
    #expect(throws: CleaningProblem.damaged) {
      try FileCleaner(reader: "hamlet-reader", folder: folder).copy(of: file, isPDF: isPDF)
    }
  }

  @Test(
    "fails in words where a tool is missing, too slow, broken, or leaves a trace",
    arguments: [
      ("exit 127", CleaningProblem.unequipped), ("exit 126", .unequipped), ("exit 1", .damaged),
      ("exit 0", .damaged), ("kill -9 $$", .damaged), ("sleep 20", .tooSlow),
      ("head -c 3000000 /dev/zero", .damaged), ("cat", .traces),
    ])
  func failing(script: String, problem: CleaningProblem) throws {
    let folder = try TemporaryFolder.ofCase().path
    let path = folder + "/reader"
    // Written by a child: a program is busy while any process forked meanwhile has it open for writing.
    let words = "printf '#!/bin/sh\\n%s\\n' \"$1\" > \"$0\" && chmod 700 \"$0\""
    let writer = try Child(
      ["/bin/sh", "-c", words, path, script], environment: [:], folder: folder)
    #expect(writer.wait() == 0)
    let file = try scratch([1, 2, 3], folder)
    #expect(throws: problem) {
      try FileCleaner(reader: path, folder: folder, seconds: 1.5).copy(of: file, isPDF: false)
    }
  }

  @Test(
    "of photos within a PDF, blanks across the edges of what is read at once", arguments: 0..<12)
  func edges(shift: Int) throws {
    let folder = try TemporaryFolder.ofCase().path
    let segment: [UInt8] = [0xFF, 0xE1, 0, 20] + Array("Exif\0\0PlantedHere!".utf8)
    let before = [UInt8](repeating: 0xFF, count: (1 << 16) - shift)
    let file = try scratch(before + segment + [7, 7], folder)
    try EmbeddedTraces.blank(in: file)
    let found = try bytes(of: file)
    #expect(found.firstRange(of: Array("Planted".utf8)) == nil)
    #expect(found.suffix(2) == [7, 7] && found.count == before.count + segment.count + 2)
  }

  static let isEquipped = ["/usr/bin/exiftool", "/usr/bin/qpdf"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: $0)
  }
}
