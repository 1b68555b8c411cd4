import Access
import Documents
import FoundationEssentials
import HTTP
import Kernel
import Markup
import Messages
import Partnership
import TestKit
import Testing

@testable import Letters

@Suite("A letter as a file", .database)
struct PrintedLetterTests {
  /// Programs that stand in for WeasyPrint and pandoc: what they were given comes back.
  private func press(_ settings: inout Settings) throws {
    let folder = try TemporaryFolder.ofCase().path
    for (name, start) in [("weasyprint", "%%PDF-1.7 "), ("pandoc", "PK\\003\\004")] {
      let path = "\(folder)/\(name)"
      try Data("#!/bin/sh\nprintf '\(start)'\ncat\n".utf8).write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    }
    (settings.printer, settings.pandoc) = (folder + "/weasyprint", folder + "/pandoc")
  }

  @Test(
    "holds address, day and words, and is on record before it is sent",
    arguments: PrintFormat.allCases)
  func printed(format: PrintFormat) throws {
    let fixture = try LettersFixture(settings: press)
    let id = try fixture.queue()
    let page = try #require(try fixture.get("/outbox/\(id)", as: .officer))
    #expect(page.words.contains("Save as \(format.title)"))
    let answer = try #require(
      try fixture.get("/outbox/\(id)/letter.\(format.rawValue)", as: .officer))
    let name = "attachment; filename=\"letter-\(id).\(format.rawValue)\""
    #expect(answer.header("Content-Disposition") == name)
    for words in ["<h1>Your report</h1>", "1 Planted Street", "Dear Ann Planted"] {
      #expect(answer.words.contains(words), "\(words)")
    }
    #expect(try fixture.actions() == ["message.read", "message.printed"])
  }

  @Test("is for whoever may read it alone", arguments: LettersPolicyTests.table)
  func rights(role: Role, letters: String) throws {
    let fixture = try LettersFixture(settings: press)
    let id = try fixture.queue()
    let path = "/outbox/\(id)/letter.pdf"
    if Array(letters)[1] == "y" {
      #expect(try fixture.get(path, as: role)?.status == 200)
    } else {
      #expect(throws: LettersProblem.notFound) { try fixture.get(path, as: role) }
    }
  }

  @Test("is made of no one-time link, and of no message that is not there")
  func none() throws {
    let fixture = try LettersFixture(settings: press)
    let id = try fixture.queue(LettersFixture.secret)
    #expect(throws: LettersProblem.notFound) {
      try fixture.get("/outbox/\(id)/letter.pdf", as: .officer)
    }
    #expect(throws: LettersProblem.notFound) {
      try fixture.get("/outbox/999/letter.docx", as: .officer)
    }
    #expect(try fixture.get("/outbox/\(id)/letter.odt", as: .officer) == nil)
    #expect(try fixture.actions().isEmpty)
  }

  @Test("is not offered where no program can make it")
  func missing() throws {
    let fixture = try LettersFixture {
      ($0.printer, $0.pandoc) = ("/nowhere/weasyprint", "/nowhere/pandoc")
    }
    let id = try fixture.queue()
    #expect(
      try !#require(try fixture.get("/outbox/\(id)", as: .officer)).words.contains("Save as"))
    #expect(throws: PDFProblem.missing) {
      try fixture.get("/outbox/\(id)/letter.pdf", as: .officer)
    }
    #expect(try fixture.actions() == ["message.read"])
  }

  @Test("keeps what people wrote from being more than words")
  func escaped() throws {
    let day = try #require(Day("2026-11-20"))
    let letter = PrintedLetter(
      from: "Thornmere", to: ["<b>A</b>"], reference: "TM-1", on: day, heading: "H & H",
      words: "One <img src=\"file:///etc/passwd\">\nTwo")
    let text = String(decoding: letter.rendered(), as: UTF8.self)
    #expect(!text.contains("<img") && !text.contains("<b>"))
    #expect(text.contains("20 November 2026, our reference TM-1") && text.contains("<p>Two</p>"))
  }

  @Test(
    "is a PDF by the real programs",
    .enabled(if: PDFPrinter(executable: ".venv-run/bin/weasyprint").isThere))
  func real() throws {
    var settings = Settings()
    settings.printer = ".venv-run/bin/weasyprint"
    let day = try #require(Day("2026-11-20"))
    let letter = PrintedLetter(
      from: "Thornmere", to: ["A", "B"], on: day, heading: "Your report", words: "One\nTwo")
    let answer = try LetterPress(settings).print(letter, as: .pdf, name: "letter")
    #expect(answer.words.hasPrefix("%PDF-1.7"))
  }
}
