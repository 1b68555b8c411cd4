/// Why a server could not be started.
public enum ServerProblem: Error, Equatable, CustomStringConvertible {
  /// The address is not one of this machine, or not an address.
  case badAddress(String)
  /// The address and port cannot be listened on, with the system's reason.
  case cannotListen(String, reason: String)
  /// A trusted proxy is neither an address nor a network.
  case badProxy(String)
  /// The library refused to start.
  case cannotStart

  /// What happened and what to do.
  public var description: String {
    switch self {
    case .badAddress(let host): "\(host) is not an address to listen on: use one such as 127.0.0.1."
    case .cannotListen(let address, let reason): "Cannot listen on \(address): \(reason)."
    case .badProxy(let text): "\(text) is not the address of a proxy, nor a network of them."
    case .cannotStart: "The server could not be started: too few file descriptors or threads."
    }
  }
}
