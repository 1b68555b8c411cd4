import Glibc
import TestKit
import Testing

/// The program as it serves its site.
final class Site {
  /// The day of the demonstration in every run: what journeys count does not move with the calendar.
  static let day = "2026-11-20"

  /// Where it listens, on this machine.
  let port: UInt16
  private let child: Child

  /// Serves on a free port and waits until it is ready.
  ///
  /// - Parameters:
  ///   - program: the program in its place.
  ///   - command: `serve` or `demo`.
  ///   - fault: the fault point to die at.
  /// - Throws: ``KitProblem/notServing(_:)``.
  init(_ program: Program, _ command: String = "serve", fault: String? = nil) throws {
    let day = command == "demo" ? ["--day", Self.day] : []
    let child = try program.begin([command, "--listen", "127.0.0.1:0"] + day, fault: fault)
    let isUp = eventually(within: 120) {
      child.hasEnded || Site.port(in: child.messages) != nil
    }
    guard isUp, let port = Site.port(in: child.messages) else {
      throw KitProblem.notServing(child.messages)
    }
    self.port = port
    self.child = child
    let isReady = eventually(within: 30) {
      let client = RawClient(port: port)
      client.get("/readyz")
      return client.answer()?.status == 200
    }
    guard isReady else { throw KitProblem.notServing(child.messages) }
  }

  /// Its standard error so far: messages and the access log.
  var log: String { child.messages }

  /// Asks it to stop; it must end well.
  func stop(sourceLocation: SourceLocation = #_sourceLocation) throws {
    child.signal(SIGTERM)
    let ended = child.ended()
    #expect(ended.status == 0, "\(ended.messages)", sourceLocation: sourceLocation)
  }

  /// Asks it to stop and does not wait.
  func askToStop() { child.signal(SIGTERM) }

  /// Sends it a signal.
  func signal(_ number: Int32) { child.signal(number) }

  /// Waits a minute for its end: the exit status, or the signal's number below zero; zero where
  /// it has to be killed.
  func end() -> Int32 {
    // No longer, whatever the patience: where the fault is not met there is nothing to wait for.
    let limit = seconds() + 60
    while !child.hasEnded, seconds() < limit { pause(0.01) }
    guard child.hasEnded else {
      child.signal(SIGKILL)
      _ = child.wait()
      return 0
    }
    return child.wait()
  }

  /// How many requests are being answered, the one that asks among them.
  func inFlight() throws -> Int? {
    let client = RawClient(port: port)
    client.get("/metrics")
    let lines = client.answer()?.text.split(separator: "\n") ?? []
    return lines.first { $0.hasPrefix("hamlet_http_in_flight ") }
      .flatMap { $0.split(separator: " ").last }.flatMap { Int($0) }
  }

  /// Somebody who comes to the site.
  func visitor() -> Visitor { Visitor(port: port) }

  private static func port(in messages: String) -> UInt16? {
    let parts = messages.split(separator: "http://127.0.0.1:")
    guard parts.count > 1 else { return nil }
    let digits = parts[1].prefix { $0.isNumber }
    // The line must be whole, or the port may be cut.
    return digits.endIndex < messages.endIndex ? UInt16(digits) : nil
  }
}
