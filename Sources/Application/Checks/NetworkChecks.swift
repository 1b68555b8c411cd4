import Partnership

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
    if settings.isSecure { return .good("address", "People reach it at \(settings.publicURL).") }
    let isLocal = ["http://127.0.0.1", "http://localhost", "http://[::1]"]
      .contains(where: settings.publicURL.hasPrefix)
    return isLocal
      ? .good("address", "People of this machine reach it at \(settings.publicURL).")
      : .fault(
        "address", "\(settings.publicURL) is not https. Set HAMLET_PUBLIC_URL to the https address."
      )
  }
}
