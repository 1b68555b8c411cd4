/// Degrees scaled by a million, as the source gives them: six decimals, snapped points.
struct Coordinate: Hashable {
  /// Millionths of a degree east of Greenwich.
  let longitude: Int32
  /// Millionths of a degree north of the equator.
  let latitude: Int32

  /// Reads the two fields; `nil` where both are blank.
  static func read(
    longitude: UnsafeRawBufferPointer, latitude: UnsafeRawBufferPointer
  ) throws(RowRefusal) -> Coordinate? {
    if longitude.isEmpty && latitude.isEmpty { return nil }
    guard !longitude.isEmpty, !latitude.isEmpty else { throw RowRefusal(.halfPlace) }
    guard let east = millionths(longitude), abs(east) <= 180_000_000 else {
      throw RowRefusal(.longitude)
    }
    guard let north = millionths(latitude), abs(north) <= 90_000_000 else {
      throw RowRefusal(.latitude)
    }
    // The box of the United Kingdom and its waters, a little wide.
    guard (-9_500_000...3_000_000).contains(east), (49_000_000...62_000_000).contains(north) else {
      throw RowRefusal(.outsideKingdom)
    }
    return Coordinate(longitude: Int32(east), latitude: Int32(north))
  }

  /// Millionths as the source writes them, with six decimals.
  static func text(_ millionths: Int32) -> String {
    let size = abs(Int(millionths))
    let decimals = String(size % 1_000_000)
    let padding = String(repeating: "0", count: 6 - decimals.utf8.count)
    return "\(millionths < 0 ? "-" : "")\(size / 1_000_000).\(padding)\(decimals)"
  }

  /// Reads degrees such as `-0.407089` as millionths.
  ///
  /// Decimals past the sixth are rounded. `nil` for anything but digits with at most one point and a
  /// leading sign.
  static func millionths(_ text: UnsafeRawBufferPointer) -> Int? {
    var bytes = text[...]
    let negative = bytes.first == UInt8(ascii: "-")
    if negative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    guard !bytes.isEmpty, bytes.count <= 24 else { return nil }
    var value = 0
    var decimals = -1
    var digits = 0
    for byte in bytes {
      if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
        continue
      }
      guard (48...57).contains(byte) else { return nil }
      digits += 1
      if decimals >= 6 {
        if decimals == 6, byte >= UInt8(ascii: "5") { value += 1 }
        decimals = 7
        continue
      }
      value = value * 10 + Int(byte - 48)
      guard value < 1_000_000_000_000 else { return nil }
      if decimals >= 0 { decimals += 1 }
    }
    guard digits > 0 else { return nil }
    for _ in max(0, min(decimals, 6))..<6 { value *= 10 }
    return negative ? -value : value
  }
}

/// Thrown by the readers of single fields.
struct RowRefusal: Error, Equatable {
  let fault: RowFault

  init(_ fault: RowFault) { self.fault = fault }
}
