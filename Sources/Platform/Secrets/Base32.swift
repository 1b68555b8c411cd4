/// Base32 without padding (RFC 4648, section 6), as authenticators read secrets.
func base32(_ bytes: [UInt8]) -> String {
  encoded(bytes, bitsPerLetter: 5, alphabet: Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8))
}

/// Reads base32 in either case, passing over spaces and padding; `nil` at any other letter.
func decodedBase32(_ text: String) -> [UInt8]? {
  var bytes: [UInt8] = []
  var held = 0
  var bits = 0
  for letter in text.utf8 {
    let five: UInt8
    switch letter {
    case UInt8(ascii: " "), UInt8(ascii: "="): continue
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): five = letter - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): five = letter - UInt8(ascii: "a")
    case UInt8(ascii: "2")...UInt8(ascii: "7"): five = letter - UInt8(ascii: "2") + 26
    default: return nil
    }
    held = (held << 5 | Int(five)) & 0xFFFF
    bits += 5
    if bits >= 8 {
      bits -= 8
      bytes.append(UInt8(held >> bits & 0xFF))
    }
  }
  return bytes
}
