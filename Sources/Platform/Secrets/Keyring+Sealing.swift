internal import CSodium
public import Kernel

/// Values sealed record by record.
extension Keyring {
  private static let purpose: StaticString = "seal"
  private static let format: UInt8 = 1
  private static let nonceBytes = 24
  private static let tagBytes = 16
  private static let headBytes = 5

  /// Seals text for one column of one row: XChaCha20-Poly1305 under the newest version of the key.
  ///
  /// The sealed bytes carry the version and open only for the same table, row and column, so that a
  /// value moved to another row is found out. They are 45 bytes longer than the text.
  public func seal<Entity>(
    _ text: Sensitive<String>, table: StaticString, row: ID<Entity>, column: StaticString
  ) -> [UInt8] {
    let key = newest
    let head = [Self.format] + bigEndian(key.version)
    let nonce = Sodium.random(Self.nonceBytes)
    let message = Array(text.reveal(for: "sealing").utf8)
    let place = head + Self.place(table, row.rawValue, column)
    var box = [UInt8](repeating: 0, count: message.count + Self.tagBytes)
    _ = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
      &box, nil, message, UInt64(message.count), place, UInt64(place.count), nil, nonce,
      key.subkey(for: Self.purpose))
    return head + nonce + box
  }

  /// Opens what ``seal(_:table:row:column:)`` gave for the same table, row and column.
  public func open<Entity>(
    _ sealed: [UInt8], table: StaticString, row: ID<Entity>, column: StaticString
  ) throws(KeyringProblem) -> Sensitive<String> {
    let start = Self.headBytes + Self.nonceBytes
    guard sealed.count >= start + Self.tagBytes, sealed[0] == Self.format else {
      throw .unsealable
    }
    let key = try key(version: sealedVersion(sealed))
    let nonce = Array(sealed[Self.headBytes..<start])
    let box = Array(sealed[start...])
    let place = Array(sealed[..<Self.headBytes]) + Self.place(table, row.rawValue, column)
    var message = [UInt8](repeating: 0, count: box.count - Self.tagBytes)
    let result = unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
      &message, nil, nil, box, UInt64(box.count), place, UInt64(place.count), nonce,
      key.subkey(for: Self.purpose))
    guard result == 0 else { throw .unsealable }
    return Sensitive(String(decoding: message, as: UTF8.self))
  }

  /// The version of the key a value was sealed under; 0 where the bytes are no sealed value.
  public func sealedVersion(_ sealed: [UInt8]) -> Int {
    guard sealed.count >= Self.headBytes else { return 0 }
    return sealed[1..<Self.headBytes].reduce(0) { $0 << 8 | Int($1) }
  }

  /// The associated data: table, row and column, each with its length so that none runs into
  /// another.
  private static func place(_ table: StaticString, _ row: Int64, _ column: StaticString) -> [UInt8]
  {
    lengthPrefixed(Array(table.description.utf8)) + lengthPrefixed(Array(String(row).utf8))
      + lengthPrefixed(Array(column.description.utf8))
  }
}

/// The four bytes of a number, the highest first.
func bigEndian(_ number: UInt32) -> [UInt8] {
  (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
}

/// Bytes with their number before them.
func lengthPrefixed(_ bytes: [UInt8]) -> [UInt8] { bigEndian(UInt32(bytes.count)) + bytes }
