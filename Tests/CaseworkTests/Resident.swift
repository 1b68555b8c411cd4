import FeatureKit
import Design
import HTTP
import Kernel
import Partnership
import Translation

@testable import Casework

/// Somebody at a browser that keeps cookies and sends the forms it was given.
final class Resident {
  let fixture: CaseworkFixture
  let desk: ReportDesk
  let client: String
  /// The language their pages are in.
  var language: Language?
  private(set) var cookies: [String: String] = [:]
  private(set) var page = Response()
  private(set) var path = ""
  /// Every page that was seen, in order.
  private(set) var seen: [String] = []

  init(_ fixture: CaseworkFixture, desk: ReportDesk = ReportDesk(), client: String = "192.0.2.7") {
    self.fixture = fixture
    self.desk = desk
    self.client = client
  }

  /// Opens a page and follows where it leads.
  func go(_ path: String) throws { try send(path, nil) }

  /// Sends a form of the present page, with its token.
  func post(
    _ fields: [(String, String)], to other: String? = nil, files: [UploadedFile] = []
  ) throws {
    let token = hidden("csrf") ?? ""
    let once = hidden("once").map { [("once", $0)] } ?? []
    try send(other ?? path, [("csrf", token)] + once + fields, files)
  }

  /// Sends a form without the page's token.
  func forge(_ fields: [(String, String)]) throws { try send(path, fields) }

  /// What is answered to a script of the present page.
  func say(
    _ path: String, _ fields: [(String, String)], _ files: [UploadedFile]
  ) throws -> String {
    let request = try Request(path, form: fields, files: files, cookies: cookies, client: client)
    let visit = PublicVisit(
      request: request, now: fixture.now, frame: Frame(partnership: "Thornmere", isPublic: true),
      services: fixture.services)
    guard let answer = try desk.answer(visit) else { throw Missing(path: path) }
    return answer.text
  }

  func forget() { cookies = [:] }

  /// The value of the first hidden field of a name.
  func hidden(_ name: String) -> String? {
    let mark = "name=\"\(name)\" value=\""
    guard let start = page.text.range(of: mark) else { return nil }
    return String(page.text[start.upperBound...].prefix { $0 != "\"" })
  }

  private func send(
    _ path: String, _ form: [(String, String)]?, _ files: [UploadedFile] = []
  ) throws {
    let request = try Request(path, form: form, files: files, cookies: cookies, client: client)
    let visit = PublicVisit(
      request: request, now: fixture.now, frame: Frame(partnership: "Thornmere", isPublic: true),
      services: fixture.services, language: language)
    guard let answer = try desk.answer(visit) else { throw Missing(path: path) }
    for (name, value) in answer.headers where name == "Set-Cookie" {
      let pair = value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      cookies[String(pair[0])] = pair.count == 2 ? String(pair[1]) : nil
    }
    if answer.status == 303, let next = answer.header("Location") {
      guard next != "/" else { return (page, self.path) = (answer, "/") }
      return try send(next, nil)
    }
    (page, self.path) = (answer, path)
    seen.append(path)
    holdTexts()
  }

  struct Missing: Error { let path: String }
}

extension String {
  /// Where a text first stands.
  func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
