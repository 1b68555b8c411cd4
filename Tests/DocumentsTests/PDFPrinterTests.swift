import Documents
import FoundationEssentials
import Kernel
import TestKit
import Testing

@Suite("Printing as PDF", .database)
struct PDFPrinterTests {
  /// A program that stands in for WeasyPrint.
  private func program(_ script: String) throws -> String {
    let path = try TemporaryFolder.ofCase().path + "/weasyprint"
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    return path
  }

  @Test("hands the document over whole, by memory, and gives back what came")
  func whole() throws {
    let printer = PDFPrinter(executable: try program("printf '%%PDF-1.7 '; cat"))
    #expect(printer.isThere)
    let html = Array(String(repeating: "<p>Words</p>\n", count: 50_000).utf8)
    let pdf = try printer.pdf(of: html)
    #expect(pdf == Array("%PDF-1.7 ".utf8) + html)
  }

  @Test("asks for a tagged file, fetches nothing, and passes no setting of ours on")
  func arguments() throws {
    let printer = PDFPrinter(executable: try program("echo '%PDF-1.7'; echo \"$@\"; env"))
    let words = String(decoding: try printer.pdf(of: [1]), as: UTF8.self)
    #expect(words.contains("--pdf-variant pdf/ua-1"))
    #expect(words.contains("--allowed-protocols data - -"))
    for setting in ["HOME=", "HAMLET_", "PATH=/root"] { #expect(!words.contains(setting)) }
  }

  @Test(
    "fails in words where there is no PDF",
    arguments: [
      ("exit 1", PDFProblem.failed), ("echo no file", .failed), ("echo '%PDF-1'; exit 3", .failed),
      ("kill -9 $$", .failed), ("sleep 20", .tooSlow), ("echo '%PDF-1'; sleep 20", .tooSlow),
    ])
  func failing(script: String, problem: PDFProblem) throws {
    let printer = PDFPrinter(executable: try program(script), seconds: 1.5)
    #expect(throws: problem) { try printer.pdf(of: [1, 2, 3]) }
  }

  @Test("is not offered where the program is not there")
  func missing() throws {
    let printer = PDFPrinter(executable: "/nowhere/weasyprint")
    #expect(!printer.isThere)
    #expect(throws: PDFProblem.missing) { try printer.pdf(of: [1]) }
  }

  @Test(
    "makes a tagged file of a real document", .enabled(if: PDFPrinter(executable: real).isThere))
  func weasyprint() throws {
    let html = """
      <!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Pack</title></head>
      <body><h1>Pack</h1><img src="http://127.0.0.1:9/x.png" alt="x"><p>Words</p></body></html>
      """
    let pdf = try PDFPrinter(executable: Self.real).pdf(of: Array(html.utf8))
    #expect(pdf.starts(with: Array("%PDF-1.7".utf8)))
    #expect(pdf.count > 2_000)
  }

  /// Where `scripts/venv run` puts it, seen from the package's folder.
  static let real = ".venv-run/bin/weasyprint"
}
