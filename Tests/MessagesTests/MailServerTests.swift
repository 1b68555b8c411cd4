import Foundation
import Kernel
import TestKit
import Testing

@testable import Messages

@Suite("A mail server", .database, .enabled(if: StandIn.python != nil), .timeLimit(.minutes(1)))
struct MailServerTests {
  private func from() throws -> MailAddress {
    try #require(MailAddress("Thornmere safety team <safety@thornmere.example>"))
  }

  private func envelope(
    to address: String, subject: String = "Your report TM-7K42-0931",
    body: String = "Dear Ann\nWe are on our way – today."
  ) throws -> Envelope {
    Envelope(
      mark: "mark", route: .email, address: Sensitive(address), subject: subject,
      body: Sensitive(body), at: try #require(Instant("2026-11-20T09:05:07Z")))
  }

  /// A server without encryption, as one on this machine may be.
  private func open() throws -> (StandIn, MailServer) {
    let folder = try TemporaryFolder.ofCase().path
    let standIn = try StandIn("mail.py", [folder], folder: folder)
    let server = try MailServer(
      host: "127.0.0.1", port: standIn.port, encryption: .none, from: try from())
    return (standIn, server)
  }

  @Test("takes a message whole, with nothing in its head but what it says")
  func takes() throws {
    let (standIn, server) = try open()
    defer { standIn.stop() }
    #expect(server.trouble() == nil)
    #expect(server.carrier.deliver(try envelope(to: "ann@planted.example")) == .accepted)
    let message = try #require(standIn.messages.first)
    let lines = message.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines[0] == "safety@thornmere.example")
    #expect(lines[1] == "ann@planted.example")
    for line in [
      "Date: Fri, 20 Nov 2026 09:05:07 +0000",
      "From: Thornmere safety team <safety@thornmere.example>", "To: <ann@planted.example>",
      "Subject: Your report TM-7K42-0931", "Message-ID: <mark@thornmere.example>",
      "Auto-Submitted: auto-generated", "Content-Type: text/plain; charset=utf-8",
    ] { #expect(lines.contains(line), "\(line)") }
    let body = lines.drop { !$0.isEmpty }.joined()
    let words = try #require(Data(base64Encoded: body))
    #expect(String(decoding: words, as: UTF8.self) == "Dear Ann\nWe are on our way – today.")
  }

  @Test(
    "is told nothing that could become a line of its own",
    arguments: [
      "Hello\r\nBcc: all@planted.example", "Größe – ein langes Wort über Straßen und Plätze",
    ])
  func heads(subject: String) throws {
    let (standIn, server) = try open()
    defer { standIn.stop() }
    let to = "ann@planted.example"
    #expect(server.carrier.deliver(try envelope(to: to, subject: subject)) == .accepted)
    let message = try #require(standIn.messages.first)
    #expect(!message.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("Bcc") })
    #expect(message.contains("Subject: "))
  }

  static let answers: [(String, Delivery, Int)] = [
    ("refuse@planted.example", .refused("The mail server refused it (550)"), 0),
    ("later@planted.example", .delayed("The mail server will not take it now (451)"), 0),
    ("full@planted.example", .delayed("The mail server will not take it now (452)"), 0),
    ("poison@planted.example", .refused("The mail server refused it (554)"), 0),
    ("drop@planted.example", .unknown("The mail server did not say whether it took it"), 1),
    ("not an address", .refused("The address is not one that mail can be sent to"), 0),
    (
      "two@planted.example,b@c.example",
      .refused("The address is not one that mail can be sent to"), 0
    ),
  ]

  @Test("is understood whatever it answers", arguments: answers)
  func answered(to: String, delivery: Delivery, kept: Int) throws {
    let (standIn, server) = try open()
    defer { standIn.stop() }
    #expect(server.carrier.deliver(try envelope(to: to)) == delivery)
    #expect(standIn.messages.count == kept)
  }

  /// What is wrong with the settings, and what is said of it.
  static let troubles: [(String, String?)] = [
    ("", nil), ("password", "The mail server does not take the user and the password"),
    ("certificate", "The mail server’s certificate is not one this machine trusts"),
  ]

  @Test("is spoken to by STARTTLS, with user and password, or not at all", arguments: troubles)
  func encrypted(wrong: String, trouble: String?) throws {
    let folder = try TemporaryFolder.ofCase().path
    let paths = try StandIn.certificate(in: folder)
    let standIn = try StandIn("mail.py", [folder, paths.certificate, paths.key], folder: folder)
    defer { standIn.stop() }
    let server = try MailServer(
      host: "127.0.0.1", port: standIn.port, encryption: .startTLS, from: try from(),
      user: "hamlet", password: Sensitive(wrong == "password" ? "wrong" : "river anchor"),
      authorities: wrong == "certificate" ? nil : paths.certificate)
    #expect(server.trouble() == trouble)
    let delivery = server.carrier.deliver(try envelope(to: "ann@planted.example"))
    #expect(delivery == (trouble.map { .delayed($0) } ?? .accepted))
    #expect(standIn.messages.count == (trouble == nil ? 1 : 0))
    if let message = standIn.messages.first {
      #expect(message.split(whereSeparator: \.isNewline)[2] == "True")
    }
  }

  @Test("without STARTTLS is given nothing where it is wanted")
  func downgraded() throws {
    let folder = try TemporaryFolder.ofCase().path
    let standIn = try StandIn("mail.py", [folder], folder: folder)
    defer { standIn.stop() }
    let server = try MailServer(
      host: "127.0.0.1", port: standIn.port, encryption: .startTLS, from: try from())
    let words = "The line to the mail server cannot be encrypted"
    #expect(server.carrier.deliver(try envelope(to: "ann@planted.example")) == .delayed(words))
    #expect(standIn.messages.isEmpty)
  }

  @Test("that is not there is tried again later")
  func absent() throws {
    let server = try MailServer(
      host: "127.0.0.1", port: 1, encryption: .none, from: try from())
    let delivery = server.carrier.deliver(try envelope(to: "ann@planted.example"))
    #expect(delivery == .delayed("The mail server cannot be reached"))
  }
}
