/// A table from 64-bit fingerprints to 32-bit values, 12 bytes a slot, open addressing.
///
/// Invariant: at most three quarters of the slots are taken; the key nought marks a free slot and
/// is itself kept as 1.
/// - Complexity: O(1) expected for each call; grows by doubling.
struct FingerprintTable {
  private var keys: [UInt64]
  private var values: [UInt32]
  private(set) var count = 0

  /// An empty table with room for some entries before it grows.
  init(capacity: Int = 64) {
    var slots = 64
    while slots * 3 < capacity * 4 { slots *= 2 }
    keys = Array(repeating: 0, count: slots)
    values = Array(repeating: 0, count: slots)
  }

  /// The value of a key, or `nil`.
  @inline(__always)
  func value(of fingerprint: UInt64) -> UInt32? {
    let key = max(fingerprint, 1)
    let slot = slot(of: key)
    return keys[slot] == key ? values[slot] : nil
  }

  /// Counts a key once more; how often it has been counted, 1 the first time.
  mutating func count(_ fingerprint: UInt64) -> UInt32 {
    guard insert(fingerprint, 1) != nil else { return 1 }
    let slot = slot(of: max(fingerprint, 1))
    values[slot] += 1
    return values[slot]
  }

  /// Keeps a value where the key is new; the earlier value where it is not.
  @inline(__always)
  mutating func insert(_ fingerprint: UInt64, _ value: UInt32) -> UInt32? {
    let key = max(fingerprint, 1)
    var slot = slot(of: key)
    if keys[slot] == key { return values[slot] }
    if (count + 1) * 4 > keys.count * 3 {
      grow()
      slot = self.slot(of: key)
    }
    keys[slot] = key
    values[slot] = value
    count += 1
    return nil
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
    while keys[slot] != 0 && keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (keys, values)
    keys = Array(repeating: 0, count: old.0.count * 2)
    values = Array(repeating: 0, count: old.0.count * 2)
    for (index, key) in old.0.enumerated() where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      values[slot] = old.1[index]
    }
  }
}
