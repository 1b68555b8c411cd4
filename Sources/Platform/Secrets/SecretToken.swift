/// A secret that names something, such as a session: 256 random bits.
///
/// The holder has the token; the database keeps only its ``hash(_:)``, so that a stolen copy of
/// the database opens nothing. Tokens are too long to guess, so the hash needs no salt.
public enum SecretToken {
  /// A new token: 43 characters of base64url, fit for cookies and paths.
  public static func random() -> String { base64URL(Sodium.random(32)) }

  /// What the database keeps of a token: 32 bytes.
  public static func hash(_ token: String) -> [UInt8] { Sodium.hash(Array(token.utf8)) }

  /// A code a person can copy by hand, such as `K7QD-2MXP-9RTA`: 60 random bits.
  ///
  /// The letters I, L, O and U are left out, so that none is taken for another.
  public static func code() -> String { code(of: Sodium.random(12)) }

  /// The code that bytes give, always the same: five bits of each of the first twelve.
  ///
  /// As hard to guess as those bits; bytes that are missing count as nought.
  public static func code(of bytes: [UInt8]) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    let letters = (0..<12).map { alphabet[Int(($0 < bytes.count ? bytes[$0] : 0) & 31)] }
    return [letters[0..<4], letters[4..<8], letters[8..<12]].map { String($0) }.joined(
      separator: "-")
  }
}

/// Base64 with `-` and `_` and without padding (RFC 4648, section 5).
func base64URL(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  return encoded(bytes, bitsPerLetter: 6, alphabet: alphabet)
}

/// Writes bytes with letters of some bits each, the last letter filled up with noughts.
func encoded(_ bytes: [UInt8], bitsPerLetter: Int, alphabet: [UInt8]) -> String {
  var letters: [UInt8] = []
  var held = 0
  var bits = 0
  for byte in bytes {
    held = (held << 8 | Int(byte)) & 0xFFFF
    bits += 8
    while bits >= bitsPerLetter {
      bits -= bitsPerLetter
      letters.append(alphabet[held >> bits & (alphabet.count - 1)])
    }
  }
  if bits > 0 {
    letters.append(alphabet[held << (bitsPerLetter - bits) & (alphabet.count - 1)])
  }
  return String(decoding: letters, as: UTF8.self)
}
