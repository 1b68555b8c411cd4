import Glibc
import Kernel

/// One TCP connection and the moment at which it is closed for being slow.
final class Connection: Sendable {
  /// The address of its other end.
  let peer: String
  fileprivate let descriptor: Int32
  private let deadline: Guarded<UInt64>

  init(descriptor: Int32, peer: String, deadline: UInt64) {
    self.descriptor = descriptor
    self.peer = peer
    self.deadline = Guarded(deadline)
  }

  /// Sets the moment, in nanoseconds of the monotonic clock; `.max` for none.
  func close(at nanoseconds: UInt64) { deadline.withLock { $0 = nanoseconds } }

  fileprivate func isLate(at now: UInt64) -> Bool {
    deadline.withLock { deadline in
      guard deadline < now else { return false }
      deadline = .max
      return true
    }
  }
}

/// The open connections of a server.
final class ConnectionTable: Sendable {
  private let open = Guarded<[Int32: Connection]>([:])

  /// How many are open.
  var count: Int { open.withLock { $0.count } }

  /// Adds a connection that was accepted.
  func add(_ connection: Connection) {
    open.withLock { $0[connection.descriptor] = connection }
  }

  /// Takes out a connection that is about to be closed.
  func remove(_ connection: Connection) {
    open.withLock { _ = $0.removeValue(forKey: connection.descriptor) }
  }

  /// Shuts down those past their moment, which makes the I/O thread close them; gives how many.
  ///
  /// The descriptor cannot have been closed and given to another connection meanwhile: the I/O
  /// thread closes it only after ``remove(_:)``, which waits for the same lock.
  func shutDownLate(now: UInt64) -> Int {
    open.withLock { open in
      let late = open.values.filter { $0.isLate(at: now) }
      for connection in late { shutdown(connection.descriptor, Int32(SHUT_RDWR)) }
      return late.count
    }
  }
}

/// An address in numbers, such as `192.0.2.7`; empty where the family is unknown.
func numericAddress(_ address: UnsafePointer<sockaddr>) -> String {
  let size =
    switch unsafe Int32(address.pointee.sa_family) {
    case AF_INET: MemoryLayout<sockaddr_in>.size
    case AF_INET6: MemoryLayout<sockaddr_in6>.size
    default: 0
    }
  var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
  let result = unsafe getnameinfo(
    address, socklen_t(size), &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
  guard size > 0, result == 0 else { return "" }
  let bytes = text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
  let written = String(decoding: bytes, as: UTF8.self)
  let mapped = "::ffff:"
  return written.hasPrefix(mapped) && written.contains(".")
    ? String(written.dropFirst(mapped.count)) : written
}
