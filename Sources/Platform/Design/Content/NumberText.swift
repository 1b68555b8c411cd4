/// Numbers as people read them: thousands with commas, a true minus, fixed decimals.
///
/// Decimals are rounded half away from nought as the number is written in decimal, so that 1.005
/// is "1.01" as in the documents. What rounds to nought has no sign.
public enum NumberText {
  /// A whole number: "1,041", "−12".
  public static func whole(_ value: Int) -> String {
    text(value < 0 ? minus : "", UInt64(value.magnitude), places: 0)
  }

  /// A number with so many decimals: "2.5", "1,234.50".
  public static func decimal(_ value: Double, places: Int = 1) -> String {
    written(value, places: places, plus: "")
  }

  /// A change: "+265", "−141", "0".
  public static func change(_ value: Int) -> String {
    (value > 0 ? "+" : "") + whole(value)
  }

  /// A change with so many decimals: "+2.4", "−0.1", "0.0".
  public static func change(_ value: Double, places: Int = 1) -> String {
    written(value, places: places, plus: "+")
  }

  /// A share in per cent: "69%", "24.4%".
  public static func percent(_ value: Double, places: Int = 0) -> String {
    decimal(value, places: places) + "%"
  }

  /// A change in per cent of the value before: "+34.15%", "−0.95%".
  public static func percentChange(_ value: Double, places: Int = 2) -> String {
    change(value, places: places) + "%"
  }

  /// A change of a share, in points: "+2.0 points", "−1.0 point" (one point only is singular).
  public static func points(_ value: Double, places: Int = 1) -> String {
    let text = change(value, places: places)
    let figures = text.drop { "+\(minus)".contains($0) }
    return "\(text) \(Double(figures) == 1 ? "point" : "points")"
  }

  private static let minus = "\u{2212}"

  private static func written(_ value: Double, places: Int, plus: String) -> String {
    guard value.isFinite else { return "not a number" }
    if let units = units(of: value.magnitude, places: places) {
      return text(units == 0 ? "" : value < 0 ? minus : plus, units, places: places)
    }
    let figures = roundedAsWritten(value.magnitude, places: places)
    let isNought = figures.allSatisfy { $0 == UInt8(ascii: "0") }
    var text = Array((isNought ? "" : value < 0 ? minus : plus).utf8)
    append(figures.dropLast(places), groupedTo: &text)
    if places > 0 {
      text.append(UInt8(ascii: "."))
      text += figures.suffix(places)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Adds the figures to a text with a comma before every three from the right.
private func append(_ figures: some Collection<UInt8>, groupedTo text: inout [UInt8]) {
  var left = figures.count
  text.reserveCapacity(text.count + left + left / 3 + 8)
  var isFirst = true
  for figure in figures {
    if left % 3 == 0, !isFirst { text.append(UInt8(ascii: ",")) }
    text.append(figure)
    left -= 1
    isFirst = false
  }
}

/// How many of the last of its `places` a value has, rounded half up; `nil` where a tie, or the size
/// of the value, asks for its decimals.
private func units(of value: Double, places: Int) -> UInt64? {
  guard places < powers.count else { return nil }
  let scaled = value * powers[places]
  let isTie = abs(scaled - scaled.rounded(.down) - 0.5) < 1e-4
  return scaled < 1e11 && !isTie ? UInt64(scaled.rounded()) : nil
}

/// So many units of the last place, written from the right.
private func text(_ sign: String, _ units: UInt64, places: Int) -> String {
  // A sign has three bytes at most, a number twenty figures, six commas and a point.
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { buffer in
    var start = buffer.count
    func put(_ byte: UInt8) {
      start -= 1
      buffer[start] = byte
    }
    var left = units
    var written = 0
    repeat {
      if written == places, places > 0 { put(UInt8(ascii: ".")) }
      if written > places, (written - places) % 3 == 0 { put(UInt8(ascii: ",")) }
      put(UInt8(ascii: "0") + UInt8(left % 10))
      left /= 10
      written += 1
    } while left > 0 || written <= places
    for byte in sign.utf8.reversed() { put(byte) }
    return String(decoding: buffer[start...], as: UTF8.self)
  }
}

private let powers: [Double] = [1, 10, 100, 1000, 10_000]

/// The figures of a value, `places` of them behind the point, rounded half up as it is written.
private func roundedAsWritten(_ value: Double, places: Int) -> [UInt8] {
  // `description` is the shortest decimal that reads back as the value: "1.005", "1e-05", "5e+20".
  let parts = value.description.split(separator: "e")
  let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
  let mantissa = parts[0].split(separator: ".")
  let fraction = mantissa.count == 2 ? mantissa[1] : ""
  var figures = Array((mantissa[0] + fraction).utf8)
  let nought = UInt8(ascii: "0")
  var point = mantissa[0].count + exponent
  if point < 1 {
    figures.insert(contentsOf: Array(repeating: nought, count: 1 - point), at: 0)
    point = 1
  }
  let kept = point + places
  let carries = kept < figures.count && figures[kept] >= nought + 5
  figures = Array(figures.prefix(kept))
  figures += Array(repeating: nought, count: kept - figures.count)
  if carries { increment(&figures) }
  return figures
}

/// Adds one in the last place.
private func increment(_ figures: inout [UInt8]) {
  for index in figures.indices.reversed() {
    if figures[index] < UInt8(ascii: "9") {
      figures[index] += 1
      return
    }
    figures[index] = UInt8(ascii: "0")
  }
  figures.insert(UInt8(ascii: "1"), at: 0)
}
