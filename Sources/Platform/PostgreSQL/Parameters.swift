import Database

/// The bound values of one call, as libpq wants them: text with an end, bytes as they are.
struct Parameters {
  private var buffer: [UInt8] = []
  private var offsets: [Int?] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []
  private var types: [UInt32] = []

  init(_ values: [Value]) throws {
    for value in values {
      offsets.append(value == .null ? nil : buffer.count)
      types.append(Self.type(of: value))
      let start = buffer.count
      try Self.write(value, to: &buffer)
      lengths.append(Int32(buffer.count - start))
      if case .blob = value { formats.append(1) } else { formats.append(0) }
      buffer.append(0)
    }
  }

  /// The type a value is declared with: int8, float8, text, bytea; a null has none.
  ///
  /// So that `SELECT $1` gives an integer back, and `$1 + 1` does not become 32 bits wide.
  static func type(of value: Value) -> UInt32 {
    switch value {
    case .null: 0
    case .int: 20
    case .real: 701
    case .text: 25
    case .blob: 17
    }
  }

  /// Lends the values for one call.
  func withPointers<Result>(_ body: (BoundValues) throws -> Result) throws -> Result {
    try unsafe buffer.withUnsafeBytes { bytes in
      let base = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      let pointers: [UnsafePointer<CChar>?] = unsafe offsets.map { offset in
        guard let offset, let base = unsafe base else { return nil }
        return unsafe base + offset
      }
      return try unsafe body(
        BoundValues(
          count: Int32(offsets.count), pointers: pointers, lengths: lengths, formats: formats,
          types: types))
    }
  }

  private static func write(_ value: Value, to buffer: inout [UInt8]) throws(DatabaseError) {
    switch value {
    case .null: break
    case .int(let number): buffer += String(number).utf8
    case .real(let number):
      guard number.isFinite else { throw .constraint }
      buffer += number.description.utf8
    case .text(let text):
      guard !text.utf8.contains(0) else { throw .constraint }
      buffer += text.utf8
    case .blob(let bytes): buffer += bytes
    }
  }
}

/// Values lent for one call: the pointers are good only within it.
@unsafe struct BoundValues {
  let count: Int32
  let pointers: [UnsafePointer<CChar>?]
  let lengths: [Int32]
  let formats: [Int32]
  let types: [UInt32]
}
