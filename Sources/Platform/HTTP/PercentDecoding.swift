/// Decodes `%` escapes strictly: two hexadecimal digits each, UTF-8, and no `%00`.
///
/// A `+` is a space in queries and forms (`plusIsSpace`), but not in paths.
func percentDecoded(
  _ bytes: ArraySlice<UInt8>, plusIsSpace: Bool
) throws(MalformedRequest) -> String {
  var decoded: [UInt8] = []
  decoded.reserveCapacity(bytes.count)
  var index = bytes.startIndex
  while index < bytes.endIndex {
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "%"):
      guard index + 1 < bytes.endIndex, let high = hexDigit(bytes[index]),
        let low = hexDigit(bytes[index + 1]), high | low != 0
      else { throw .escape }
      decoded.append(high << 4 | low)
      index += 2
    case UInt8(ascii: "+") where plusIsSpace: decoded.append(UInt8(ascii: " "))
    case 0: throw .escape
    default: decoded.append(byte)
    }
  }
  guard let text = String(validating: decoded, as: UTF8.self) else { throw .encoding }
  return text
}

/// The value of a hexadecimal digit, in either case.
func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
