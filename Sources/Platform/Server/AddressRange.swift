import Glibc

/// An address or a network, such as `10.0.0.0/8` or `fd00::/8`.
struct AddressRange: Sendable {
  private let bytes: [UInt8]
  private let bits: Int

  /// Reads an address or a network; `nil` where it is neither.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let bytes = addressBytes(String(parts[0])) else { return nil }
    let bits = parts.count == 1 ? bytes.count * 8 : Int(parts[1]) ?? -1
    guard parts.count <= 2, (0...bytes.count * 8).contains(bits) else { return nil }
    self.bytes = bytes
    self.bits = bits
  }

  /// Whether an address lies in the network.
  func contains(_ address: String) -> Bool {
    guard let other = addressBytes(address), other.count == bytes.count else { return false }
    return (0..<bits).allSatisfy { bit in
      (bytes[bit / 8] ^ other[bit / 8]) & (0x80 >> (bit % 8)) == 0
    }
  }
}

/// The 4 or 16 bytes of a numeric address; an IPv4 address written as IPv6 has 4.
func addressBytes(_ text: String) -> [UInt8]? {
  var bytes = [UInt8](repeating: 0, count: 16)
  if unsafe inet_pton(AF_INET, text, &bytes) == 1 { return Array(bytes.prefix(4)) }
  guard unsafe inet_pton(AF_INET6, text, &bytes) == 1 else { return nil }
  let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
  return isMapped ? Array(bytes[12...]) : bytes
}

/// The address a request came from, taking trusted proxies off.
///
/// `X-Forwarded-For` grows at its right end; the first address from the right that no trusted
/// proxy has is the client. Anything further left was written by strangers.
func clientAddress(
  peer: String, forwarded: String?, trusted: [AddressRange]
) -> String {
  var client = peer
  var rest = (forwarded ?? "").split(separator: ",")[...]
  while trusted.contains(where: { $0.contains(client) }), let last = rest.popLast() {
    let address = String(last.filter { $0 != " " })
    guard addressBytes(address) != nil else { break }
    client = address
  }
  return client
}
