import CZlib

/// Compresses to the gzip form.
enum Compressor {
  /// The bytes compressed at a level of 1 (quick) to 9 (small).
  ///
  /// `nil` where zlib has no memory or nothing is gained.
  static func gzip(_ bytes: [UInt8], level: Int32) -> [UInt8]? {
    var stream = unsafe z_stream()
    guard unsafe hamlet_gzip_init(&stream, level) == Z_OK else { return nil }
    defer { unsafe deflateEnd(&stream) }
    // zlib reads through a pointer it does not declare const, and writes nothing to it.
    let capacity = bytes.count
    let compressed = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      unsafe bytes.withUnsafeBufferPointer { input in
        unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.avail_in = UInt32(input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(capacity)
        let isWhole = unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END
        count = unsafe isWhole ? Int(stream.total_out) : 0
      }
    }
    return compressed.isEmpty ? nil : compressed
  }
}
