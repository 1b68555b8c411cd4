import Design
public import HTTP
import Kernel
public import Partnership

/// Somebody without an account at a browser that keeps cookies and sends the forms it was given.
public final class Stranger {
  /// No page is there.
  public struct Missing: Error {}

  private let services: () -> Services
  private let pages: (PublicVisit) throws -> Response?
  private var cookies: [String: String] = [:]
  private var path = ""
  /// The page they see.
  public private(set) var page = Response()

  /// Somebody who opens the public pages of a feature.
  public init(
    _ services: @autoclosure @escaping () -> Services,
    by pages: @escaping (PublicVisit) throws -> Response?
  ) {
    (self.services, self.pages) = (services, pages)
  }

  /// Opens a page and follows where it leads.
  public func go(_ path: String) throws { try send(path, nil) }

  /// Sends a form of the present page, with its token.
  public func post(_ fields: [(String, String)]) throws {
    let token = page.text.firstMatch(of: /name="csrf" value="([^"]*)"/).map { String($0.1) } ?? ""
    try send(path, [("csrf", token)] + fields)
  }

  /// Sends a form without the page's token.
  public func forge(_ fields: [(String, String)]) throws { try send(path, fields) }

  private func send(_ path: String, _ form: [(String, String)]?) throws {
    let services = services()
    let visit = PublicVisit(
      request: try Request(path, form: form, cookies: cookies), now: services.clock.now(),
      frame: Frame(partnership: "Thornmere", isPublic: true), services: services)
    guard let answer = try pages(visit) else { throw Missing() }
    for (name, value) in answer.headers where name == "Set-Cookie" {
      let pair = value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      cookies[String(pair[0])] = pair.count == 2 ? String(pair[1]) : nil
    }
    if answer.status == 303, let next = answer.header("Location") { return try send(next, nil) }
    (page, self.path) = (answer, path)
  }
}
