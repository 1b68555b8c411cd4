import Partnership
import Server

/// How the service is reached.
enum NetworkChecks {
  /// Beyond loopback there must be a proxy that speaks TLS, and it must be named.
  static func listening(_ address: ListenAddress, _ settings: Settings) -> Finding {
    guard !address.isLoopback else {
      return .good("listening", "Only programs of this machine can reach \(address.host).")
    }
    guard !settings.trustedProxies.isEmpty else {
      return .fault(
        "listening",
        "\(address.host) can be reached from outside without TLS. Listen on 127.0.0.1 behind a "
          + "proxy, or name the proxy in HAMLET_TRUSTED_PROXIES.")
    }
    return .good("listening", "\(address.host) is reached through a trusted proxy.")
  }

  /// Away from this machine the public address must be https.
  static func publicURL(_ settings: Settings) -> Finding {
    if settings.isSecure {
      return settings.trustedProxies.isEmpty
        ? .fault(
          "address",
          "\(settings.publicURL) is reached through a proxy, and none is named in "
            + "HAMLET_TRUSTED_PROXIES: everybody would count as one visitor.")
        : .good("address", "People reach it at \(settings.publicURL).")
    }
    return isOfThisMachine(settings.publicURL)
      ? .good("address", "People of this machine reach it at \(settings.publicURL).")
      : .fault(
        "address", "\(settings.publicURL) is not https. Set HAMLET_PUBLIC_URL to the https address."
      )
  }

  /// Whether an address is that of this machine, with a port or a path behind it or nothing.
  private static func isOfThisMachine(_ address: String) -> Bool {
    ["http://127.0.0.1", "http://localhost", "http://[::1]"].contains { local in
      guard address.hasPrefix(local) else { return false }
      let rest = address.dropFirst(local.count)
      return rest.isEmpty || rest.hasPrefix(":") || rest.hasPrefix("/")
    }
  }

  /// Proxies and readers of the metrics must be addresses; only proxies may be networks.
  static func addresses(_ settings: Settings) -> Finding {
    let wrong =
      settings.trustedProxies.filter { !ServerConfiguration.isAddress($0, orNetwork: true) }
      + settings.metricsReaders.filter { !ServerConfiguration.isAddress($0) }
    guard wrong.isEmpty else {
      return .fault(
        "addresses",
        "\(wrong.joined(separator: ", ")): not an address. Put it right in HAMLET_TRUSTED_PROXIES "
          + "or HAMLET_METRICS_READERS.")
    }
    return .good("addresses", "Proxies and readers of the metrics are named by address.")
  }

  /// Whether maps send for pictures elsewhere, and whether the address of those is one.
  static func tiles(_ environment: Environment) -> Finding {
    if let word = environment.misreadTiles {
      return .fault(
        "maps",
        "HAMLET_MAP_TILES is “\(word)”: give an address such as "
          + "https://tiles.example.org/{z}/{x}/{y}.png, or leave it out.")
    }
    return .good(
      "maps",
      environment.settings.tiles.map { "Browsers of staff ask \($0.origin) for map pictures." }
        ?? "No pictures are asked for elsewhere.")
  }

  /// Whether a second factor is asked for; a word that is not known counts as `required`.
  static func secondFactor(_ environment: Environment) -> Finding {
    if let word = environment.misreadSecondFactor {
      return .fault(
        "second factor", "HAMLET_SECOND_FACTOR is “\(word)”: say required, or optional.")
    }
    return .good(
      "second factor",
      environment.settings.requiresSecondFactor
        ? "Everybody needs one." : "Each may set one up; nobody needs to.")
  }
}
