/// Numbers as people read them: thousands with commas, a true minus, fixed decimals.
///
/// Decimals are rounded half away from nought as the number is written in decimal, so that 1.005
/// is "1.01" as in the documents. What rounds to nought has no sign.
public enum NumberText {
  /// A whole number: "1,041", "−12".
  public static func whole(_ value: Int) -> String {
    (value < 0 ? minus : "") + grouped(String(value.magnitude))
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
    let (whole, rest) = rounded(value.magnitude, places: places)
    let isNought = whole == "0" && rest.allSatisfy { $0 == "0" }
    let sign = isNought ? "" : value < 0 ? minus : plus
    return sign + grouped(whole) + (places > 0 ? ".\(rest)" : "")
  }
}

/// The figures with a comma before every three from the right.
private func grouped(_ figures: String) -> String {
  var result = ""
  for (index, figure) in figures.enumerated() {
    if index > 0, (figures.count - index) % 3 == 0 { result += "," }
    result.append(figure)
  }
  return result
}

/// The figures before and after the point, rounded half up on the shortest decimal of the value.
private func rounded(_ value: Double, places: Int) -> (whole: String, rest: String) {
  // `description` is the shortest decimal that reads back as the value: "1.005", "1e-05", "5e+20".
  let parts = value.description.split(separator: "e")
  let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
  let mantissa = parts[0].split(separator: ".")
  let fraction = mantissa.count == 2 ? mantissa[1] : ""
  var figures = (mantissa[0] + fraction).utf8.map { Int($0) - 48 }
  var point = mantissa[0].count + exponent
  if point < 1 {
    figures.insert(contentsOf: Array(repeating: 0, count: 1 - point), at: 0)
    point = 1
  }
  let kept = point + places
  let carries = kept < figures.count && figures[kept] >= 5
  figures = Array(figures.prefix(kept)) + Array(repeating: 0, count: max(0, kept - figures.count))
  if carries, increment(&figures) { point += 1 }
  let text = figures.map(String.init).joined()
  return (String(text.prefix(point)), String(text.dropFirst(point)))
}

/// Adds one in the last place; true where that made the number longer.
private func increment(_ figures: inout [Int]) -> Bool {
  for index in figures.indices.reversed() {
    if figures[index] < 9 {
      figures[index] += 1
      return false
    }
    figures[index] = 0
  }
  figures.insert(1, at: 0)
  return true
}
