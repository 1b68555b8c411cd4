import Commands
import Kernel
import Server

/// `hamlet serve` and `hamlet demo`.
enum ServeCommand {
  private static let listen = Argument.option(
    "--listen", value: "HOST:PORT", "where to listen; 127.0.0.1:8080 unless told")

  static let serve = Command<Environment>(
    ["serve"], summary: "serve the site until told to stop", arguments: [listen]
  ) { invocation, environment in
    let address = try ListenAddress(invocation.option("--listen"))
    let house = try House.open(environment.listening(at: address), say: invocation.progress.message)
    defer { house.close() }
    let reach = NetworkChecks.listening(address, environment.settings)
    if reach.level == .fault { invocation.progress.message(reach.words) }
    try Serving(house, address).run { invocation.progress.message("Serving on \($0).") }
  }

  static let demo = Command<Environment>(
    ["demo"], summary: "make the demonstration partnership if there is none, and serve it",
    details:
      "It is made as of a day; what is due then is late some days after. Make it anew to have it fresh.",
    arguments: [
      listen, .flag("--prepare-only", "make it and stop"),
      .option(
        "--day", value: "DATE", "the day it is made as of, such as 2026-11-20; today unless told"),
    ]
  ) { invocation, environment in
    let today = London.day(Clock.system.now())
    let day = try invocation.option("--day", expected: "a day from 2026-04-01 to today") {
      Day($0).flatMap { $0 >= DemonstrationHouse.days.lowerBound && $0 <= today ? $0 : nil }
    }
    let address = try ListenAddress(invocation.option("--listen"))
    let house = try House.open(environment.listening(at: address), say: invocation.progress.message)
    defer { house.close() }
    let demonstration = DemonstrationHouse(house: house, day: day)
    try demonstration.prepare(say: invocation.progress.message)
    guard !invocation.flag("--prepare-only") else { return }
    try Serving(house, address).run { url in
      for line in demonstration.welcome(url) { invocation.progress.message(line) }
    }
  }
}

/// Where the server listens.
struct ListenAddress: Equatable {
  let host: String
  let port: UInt16

  /// Reads `HOST:PORT` or `[IPv6]:PORT`; 127.0.0.1:8080 where nothing was said.
  init(_ text: String?) throws(UsageError) {
    let text = text ?? "127.0.0.1:8080"
    var configuration = ServerConfiguration()
    guard configuration.listen(on: text) else {
      throw UsageError(
        "--listen: expected HOST:PORT such as 127.0.0.1:8080, not “\(text)”.", argument: "--listen")
    }
    port = configuration.port
    host = configuration.host
  }

  /// Its address in a browser, with the port that was had.
  func url(port: UInt16) -> String {
    "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
  }

  /// Whether only programs of this machine can reach it.
  var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
}
