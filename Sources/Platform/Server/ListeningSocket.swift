import Glibc

/// A TCP socket that listens, and the port it listens on.
struct ListeningSocket {
  let descriptor: Int32
  let port: UInt16

  /// Listens on a numeric address or `localhost`; port 0 takes a free one.
  init(host: String, port: UInt16) throws(ServerProblem) {
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    unsafe hints.ai_flags = AI_PASSIVE | (host == "localhost" ? 0 : AI_NUMERICHOST)
    var found: UnsafeMutablePointer<addrinfo>?
    guard unsafe getaddrinfo(host, String(port), &hints, &found) == 0, let address = unsafe found
    else { throw .badAddress(host) }
    defer { unsafe freeaddrinfo(address) }
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    descriptor = unsafe socket(address.pointee.ai_family, type, 0)
    guard descriptor >= 0 else { throw Self.problem(host, port) }
    var yes: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, size)
    guard unsafe bind(descriptor, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0,
      listen(descriptor, 1024) == 0, let bound = Self.port(of: descriptor)
    else {
      let problem = Self.problem(host, port)
      close(descriptor)
      throw problem
    }
    self.port = bound
  }

  private static func problem(_ host: String, _ port: UInt16) -> ServerProblem {
    let address = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    return .cannotListen(address, reason: unsafe String(cString: strerror(errno)))
  }

  private static func port(of descriptor: Int32) -> UInt16? {
    var address = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let result = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe getsockname(descriptor, $0, &size)
      }
    }
    guard result == 0 else { return nil }
    // The port stands at the same place in both families, most significant byte first.
    return unsafe withUnsafeBytes(of: &address) { unsafe UInt16($0[2]) << 8 | UInt16($0[3]) }
  }
}
