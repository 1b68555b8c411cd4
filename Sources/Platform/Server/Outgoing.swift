import CMicrohttpd
import Glibc
import HTTP

/// An answer in the form libmicrohttpd sends; unchangeable once made, so it may be sent often.
///
/// The library counts the senders of a response itself, under its own lock; this object holds one
/// share until it goes.
@safe final class Outgoing: @unchecked Sendable {
  let status: Int
  let bytes: Int
  private let raw: OpaquePointer

  deinit { unsafe MHD_destroy_response(raw) }

  /// Makes the answer; `nil` where its file cannot be read or a field holds a line end.
  ///
  /// Fields of `defaults` are added where the response does not set them.
  init?(_ response: Response, defaults: [(name: String, value: String)]) {
    guard let (raw, bytes) = unsafe Self.make(response.body) else { return nil }
    unsafe self.raw = raw
    self.bytes = bytes
    status = response.status
    let names = Set(response.headers.map { $0.name.lowercased() })
    let added = defaults.filter { !names.contains($0.name.lowercased()) }
    for (name, value) in response.headers + added {
      guard unsafe MHD_add_response_header(raw, name, value) == .YES else { return nil }
    }
  }

  /// Hands the answer to the library, to be sent on a connection.
  func queue(on request: OpaquePointer) -> MHD_Result {
    unsafe MHD_queue_response(request, UInt32(status), raw)
  }

  /// Gives the body to the library.
  ///
  /// Bytes are copied once into its memory: an array's own is not promised to stay in place. Files
  /// are sent by the kernel from their descriptor, which the library closes.
  private static func make(_ body: Response.Body) -> (OpaquePointer, Int)? {
    switch body {
    case .bytes(let bytes):
      let raw = unsafe bytes.withUnsafeBytes {
        unsafe MHD_create_response_from_buffer(
          $0.count, UnsafeMutableRawPointer(mutating: $0.baseAddress), .RESPMEM_MUST_COPY)
      }
      return unsafe raw.map { unsafe ($0, bytes.count) }
    case .file(let path):
      let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return nil }
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        let raw = unsafe MHD_create_response_from_fd64(UInt64(status.st_size), descriptor)
      else {
        close(descriptor)
        return nil
      }
      return unsafe (raw, Int(status.st_size))
    case .stream(let size, let next):
      return unsafe StreamSource(next).response(size: size).map { unsafe ($0, size) }
    }
  }
}
