import FoundationEssentials
import TestKit
import Testing

@testable import Documents

@Suite("Pages of a PDF")
struct PDFPagesTests {
  private static let isEquipped = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftoppm")
  private static let jpeg: [UInt8] = [0xFF, 0xD8, 1, 0xFF, 0, 0xD9, 0xFF, 0xD9]

  @Test(
    "are told apart where one picture ends and the next begins",
    arguments: [(0, 0), (1, 1), (3, 3)])
  func parts(_ count: Int, _ found: Int) {
    let parts = PDFPages.parts(Array(repeatElement(Self.jpeg, count: count).joined()))
    #expect(parts.count == found && parts.allSatisfy { $0 == Self.jpeg })
  }

  @Test("are drawn behind the walls", .enabled(if: isEquipped, "poppler-utils is not installed"))
  func drawn() throws {
    let pdf = [UInt8](try Data(contentsOf: URL(filePath: fixture("planted.pdf"))))
    let pictures = try PDFPages(reader: "hamlet-reader").pictures(of: pdf)
    #expect(!pictures.isEmpty)
    for one in pictures { #expect(one.starts(with: [0xFF, 0xD8, 0xFF])) }
    // What its makers are called is in the file and not in the picture.
    #expect(!String(decoding: pictures[0], as: UTF8.self).lowercased().contains("planted"))
  }

  @Test(
    "are not there of what is no PDF",
    arguments: ["", "%PDF-1.4\nnothing", "Not a document"])
  func broken(_ text: String) {
    #expect(throws: PDFPagesProblem.failed) {
      try PDFPages(reader: "hamlet-reader").pictures(of: Array(text.utf8))
    }
  }
}
