import CMicrohttpd
import Glibc
import Kernel

/// Hands the bytes of an answer to the library as they are made.
///
/// The library holds one share of it from the answer's making until it has been sent, and asks on
/// the I/O thread of one connection at a time.
@safe final class StreamSource: Sendable {
  private static let block = 65_536
  private let next: @Sendable () -> [UInt8]?
  private let waiting = Guarded<ArraySlice<UInt8>>([])

  init(_ next: @escaping @Sendable () -> [UInt8]?) { self.next = next }

  /// The answer in the library's form; `nil` where it has no memory.
  func response(size: Int) -> OpaquePointer? {
    let share = unsafe Unmanaged.passRetained(self)
    let response = unsafe MHD_create_response_from_callback(
      UInt64(size), Self.block,
      { share, _, buffer, room in
        guard let share = unsafe share, let buffer = unsafe buffer else { return -2 }
        let source = unsafe Unmanaged<StreamSource>.fromOpaque(share).takeUnretainedValue()
        return unsafe source.fill(UnsafeMutableRawBufferPointer(start: buffer, count: Int(room)))
      }, share.toOpaque(),
      { share in
        if let share = unsafe share { unsafe Unmanaged<StreamSource>.fromOpaque(share).release() }
      })
    if unsafe response == nil { unsafe share.release() }
    return unsafe response
  }

  /// Writes what comes next; how many bytes, or -2 (`MHD_CONTENT_READER_END_WITH_ERROR`) to cut it
  /// off.
  private func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    waiting.withLock { waiting in
      if waiting.isEmpty {
        guard let bytes = next(), !bytes.isEmpty else { return -2 }
        waiting = bytes[...]
      }
      let count = min(buffer.count, waiting.count)
      unsafe waiting.prefix(count).withUnsafeBytes { unsafe buffer.copyMemory(from: $0) }
      waiting = waiting.dropFirst(count)
      return count
    }
  }
}
