import Documents
import FoundationEssentials
import TestKit
import Testing

@Suite("Making a DOCX", .database)
struct DOCXPrinterTests {
  /// A program that stands in for pandoc.
  private func program(_ script: String) throws -> String {
    let path = try TemporaryFolder.ofCase().path + "/pandoc"
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    return path
  }

  private static let start = "printf 'PK\\003\\004'"

  @Test("hands the document over by memory, limits the child, and passes no setting of ours on")
  func whole() throws {
    let printer = DOCXPrinter(executable: try program("\(Self.start); cat; echo \"$@\"; env"))
    let words = String(decoding: try printer.docx(of: Array("<p>Words".utf8)), as: UTF8.self)
    #expect(words.contains("<p>Words") && words.contains("+RTS -M512M -RTS --from html --to docx"))
    for setting in ["HOME=", "HAMLET_", "PATH=/root"] { #expect(!words.contains(setting)) }
  }

  @Test(
    "fails in words where there is none",
    arguments: [
      ("exit 1", DOCXProblem.failed), ("echo no file", .failed),
      ("\(start); exit 3", .failed), ("kill -9 $$", .failed), ("sleep 20", .tooSlow),
    ])
  func failing(script: String, problem: DOCXProblem) throws {
    let printer = DOCXPrinter(executable: try program(script), seconds: 1.5)
    #expect(throws: problem) { try printer.docx(of: [1, 2, 3]) }
  }

  @Test("is not offered where the program is not there")
  func missing() {
    let printer = DOCXPrinter(executable: "/nowhere/pandoc")
    #expect(!printer.isThere)
    #expect(throws: DOCXProblem.missing) { try printer.docx(of: [1]) }
  }

  @Test(
    "gives the words of a real document",
    .enabled(if: DOCXPrinter(executable: "/usr/bin/pandoc").isThere, "pandoc is not installed"))
  func pandoc() throws {
    let html = "<!doctype html><html lang=\"en-GB\"><body><h1>Your report</h1><p>Words</p></body>"
    let docx = try DOCXPrinter(executable: "/usr/bin/pandoc").docx(of: Array(html.utf8))
    let path = try TemporaryFolder.ofCase().path + "/letter.docx"
    try Data(docx).write(to: URL(filePath: path))
    var document: [UInt8] = []
    try ReaderProcess().stream("word/document.xml", of: path) { document += $0 }
    let words = String(decoding: document, as: UTF8.self)
    #expect(words.contains(">Words<") && words.contains("w:val=\"Title\""))
    #expect(!words.contains("Heading1"))
  }
}
