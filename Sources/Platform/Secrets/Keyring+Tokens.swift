/// Keyed hashes: values found by an index without being told by it.
extension Keyring {
  /// The keyed hash of some text under the newest version: 32 bytes (BLAKE2b).
  ///
  /// Kept in a column and indexed; the caller brings the text to one form first (case, spaces).
  ///
  /// - Parameters:
  ///   - text: what is to be found again.
  ///   - purpose: what the hash is for, such as `account.email`; the same text under another
  ///     purpose gives another hash.
  /// - Returns: the hash.
  public func token(_ text: String, for purpose: StaticString) -> [UInt8] {
    Sodium.hash(Array(text.utf8), key: newest.subkey(for: purpose))
  }

  /// The keyed hash under every version, the newest first: look a value up with `IN`, since rows
  /// keep the hash of an older version until they have been sealed anew.
  public func tokens(_ text: String, for purpose: StaticString) -> [[UInt8]] {
    keys.reversed().map { Sodium.hash(Array(text.utf8), key: $0.subkey(for: purpose)) }
  }

  /// The keyed hash of several fields in order under one version, for chains and proofs.
  ///
  /// Each field is taken with its length, so that moving text between fields changes the hash.
  public func token(
    of fields: [[UInt8]], for purpose: StaticString, version: Int
  ) throws(KeyringProblem) -> [UInt8] {
    let key = try key(version: version).subkey(for: purpose)
    return Sodium.hash(fields.flatMap(lengthPrefixed), key: key)
  }
}
