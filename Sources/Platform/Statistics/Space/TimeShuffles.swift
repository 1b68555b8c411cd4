import Kernel

/// The times of events, and shuffles of them, sixteen side by side.
///
/// One batch holds for each place the times of sixteen shuffles, so that one instruction compares a
/// pair of places in all of them. Shuffle 0 is the times as given.
struct TimeShuffles: Sendable {
  typealias Lanes = SIMD16<UInt16>
  static let lanes = 16

  /// Times from the first, in the order of the input.
  let times: [UInt16]
  /// The event at each place.
  let order: [Int]
  let seed: UInt64

  /// The times by place of sixteen shuffles, the first of them number `16 × batch`.
  ///
  /// - Complexity: O(events).
  func batch(_ batch: Int) -> [Lanes] {
    var lanes = [Lanes](repeating: .zero, count: times.count)
    for lane in 0..<Self.lanes {
      let shuffled = shuffle(batch * Self.lanes + lane)
      lanes.withUnsafeMutableBytes { bytes in
        shuffled.withUnsafeBufferPointer { shuffled in
          for place in order.indices {
            bytes.storeBytes(
              of: shuffled[order[place]], toByteOffset: (place * Self.lanes + lane) * 2,
              as: UInt16.self)
          }
        }
      }
    }
    return lanes
  }

  /// The times of one shuffle: all of them come from one stream, in which each takes one step for
  /// every event but one, so that any can be begun where the last one would have ended.
  private func shuffle(_ number: Int) -> [UInt16] {
    guard number > 0 else { return times }
    let steps = UInt64(number - 1) &* UInt64(times.count - 1)
    var generator = SeededGenerator(seed: seed &+ steps &* 0x9E37_79B9_7F4A_7C15)
    var shuffled = times
    shuffled.withUnsafeMutableBufferPointer { shuffled in
      for index in stride(from: shuffled.count - 1, to: 0, by: -1) {
        let bits = generator.next() >> 32
        shuffled.swapAt(index, Int(truncatingIfNeeded: (bits &* UInt64(index + 1)) >> 32))
      }
    }
    return shuffled
  }
}
