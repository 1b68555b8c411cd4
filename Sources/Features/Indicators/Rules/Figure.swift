/// One figure of a plan, exact to six decimals: a count, a percentage (69, not 0.69) or a rate.
struct Figure: Hashable, Sendable {
  /// The figure in millionths, as the database holds it.
  let millionths: Int64

  /// The least size that is refused, so that arithmetic on figures stays exact.
  static let limit: Int64 = 1_000_000_000

  init(millionths: Int64) { self.millionths = millionths }

  /// A whole number.
  init(_ whole: Int) { millionths = Int64(whole) * 1_000_000 }

  /// The figure nearest to a double, such as a measure's count.
  init(nearest value: Double) {
    let bound = Double(Figure.limit)
    let kept = value.isNaN ? 0 : Swift.min(Swift.max(value, -bound), bound)
    millionths = Int64((kept * 1_000_000).rounded())
  }

  static let zero = Figure(0)

  /// The figure as an exact fraction.
  var ratio: Ratio {
    whole.map { Ratio(Int128($0)) } ?? Ratio(Int128(millionths), over: 1_000_000)
  }
  /// The nearest double, for drawing and for statistics.
  var double: Double { Double(millionths) / 1_000_000 }
  /// The whole number, where it is one.
  var whole: Int? { millionths % 1_000_000 == 0 ? Int(millionths / 1_000_000) : nil }

  static func + (left: Figure, right: Figure) -> Figure {
    Figure(millionths: left.millionths + right.millionths)
  }

  static func - (left: Figure, right: Figure) -> Figure {
    Figure(millionths: left.millionths - right.millionths)
  }
}

extension Figure: Comparable {
  static func < (left: Figure, right: Figure) -> Bool { left.millionths < right.millionths }
}

extension Figure: LosslessStringConvertible {
  /// Reads `14768`, `14,768`, `-4.2` or `+34.15`; at most six decimals, below 10⁹, no other sign.
  init?(_ text: String) {
    // Most figures are plain digits.
    if let plain = Figure.digits(text.utf8), plain < Figure.limit {
      millionths = plain * 1_000_000
      return
    }
    var rest = text.utf8[...]
    let minus = ["-", "\u{2212}"].first { rest.starts(with: $0.utf8) }
    if let sign = minus ?? (rest.first == UInt8(ascii: "+") ? "+" : nil) {
      rest = rest.dropFirst(sign.utf8.count)
    }
    let parts = rest.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, let whole = Figure.digits(grouped: first)
    else { return nil }
    var fraction: Int64 = 0
    if parts.count == 2 {
      guard (1...6).contains(parts[1].count), let read = Figure.digits(parts[1]) else {
        return nil
      }
      fraction = (parts[1].count..<6).reduce(read) { value, _ in value * 10 }
    }
    guard whole < Figure.limit else { return nil }
    millionths = (whole * 1_000_000 + fraction) * (minus == nil ? 1 : -1)
  }

  /// Plain digits with as many decimals as there are: `14768`, `-4.2`.
  var description: String {
    let size = millionths.magnitude
    var text = "\(millionths < 0 ? "-" : "")\(size / 1_000_000)"
    var fraction = String(size % 1_000_000)
    guard fraction != "0" else { return text }
    fraction = String(repeating: "0", count: 6 - fraction.utf8.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    text += ".\(fraction)"
    return text
  }

  private static func digits(_ text: some Collection<UInt8>) -> Int64? {
    guard !text.isEmpty, text.count <= 12, text.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return text.reduce(0) { number, digit in number * 10 + Int64(digit - 48) }
  }

  /// Digits, or groups of three parted by commas: `14,768` but not `1,47`.
  private static func digits(grouped text: Substring.UTF8View) -> Int64? {
    let groups = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard groups.count > 1 else { return digits(text) }
    guard let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return digits(Array(groups.joined()))
  }
}
