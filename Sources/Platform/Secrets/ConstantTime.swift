internal import CSodium

/// Whether two byte strings are equal, in a time that does not tell where they differ.
///
/// The lengths are compared openly: they are no secret.
public func equalInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  guard left.count == right.count else { return false }
  guard !left.isEmpty else { return true }
  return unsafe sodium_memcmp(left, right, left.count) == 0
}

/// Whether two texts are equal byte for byte, in a time that does not tell where they differ.
public func equalInConstantTime(_ left: String, _ right: String) -> Bool {
  equalInConstantTime(Array(left.utf8), Array(right.utf8))
}
