/// A length in a drawing, written with at most two decimals.
public enum Length: Sendable, Equatable {
  /// Pixels, or the units of the drawing's view box.
  case px(Double)
  /// A share of the drawing's width or height, 0 to 100.
  case percent(Double)

  /// As SVG writes it: `12.5`, `9%`.
  public var text: String {
    switch self {
    case .px(let value): decimal(value)
    case .percent(let value): decimal(value) + "%"
    }
  }
}

/// A place in a drawing, in the units of its view box.
public struct Point: Sendable, Equatable {
  /// From the left.
  public let x: Double
  /// From the top.
  public let y: Double

  /// A place by its distances from the left and the top.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

extension Attribute where Tag: Sized {
  /// The width.
  public static func width(_ length: Length) -> Attribute { Attribute("width", length.text) }
  /// The height.
  public static func height(_ length: Length) -> Attribute { Attribute("height", length.text) }
}

extension Attribute where Tag: Placed {
  /// The distance from the left.
  public static func x(_ length: Length) -> Attribute { Attribute("x", length.text) }
  /// The distance from the top.
  public static func y(_ length: Length) -> Attribute { Attribute("y", length.text) }
}

extension Attribute where Tag == Tags.Drawing {
  /// Says that a document of its own is a drawing; within a page it is not needed.
  public static var xmlns: Attribute { Attribute("xmlns", "http://www.w3.org/2000/svg") }
  /// The drawing's own units: left, top, width, height.
  public static func viewBox(_ x: Double, _ y: Double, _ width: Double, _ height: Double)
    -> Attribute
  {
    Attribute("viewBox", [x, y, width, height].map(decimal).joined(separator: " "))
  }
  /// How the view box is fitted; `none` stretches it.
  public static func preserveAspectRatio(_ how: String) -> Attribute {
    Attribute("preserveAspectRatio", how)
  }
  /// Whether parts beyond the edge are seen: `visible`, `hidden`.
  public static func overflow(_ how: String) -> Attribute { Attribute("overflow", how) }
  /// Whether the drawing takes part in the order of focus.
  public static func focusable(_ isFocusable: Bool) -> Attribute {
    Attribute("focusable", isFocusable ? "true" : "false")
  }
}

extension Attribute where Tag == Tags.Shape {
  /// Where a line begins, from the left.
  public static func x1(_ length: Length) -> Attribute { Attribute("x1", length.text) }
  /// Where a line ends, from the left.
  public static func x2(_ length: Length) -> Attribute { Attribute("x2", length.text) }
  /// Where a line begins, from the top.
  public static func y1(_ length: Length) -> Attribute { Attribute("y1", length.text) }
  /// Where a line ends, from the top.
  public static func y2(_ length: Length) -> Attribute { Attribute("y2", length.text) }
  /// The middle of a circle, from the left.
  public static func cx(_ length: Length) -> Attribute { Attribute("cx", length.text) }
  /// The middle of a circle, from the top.
  public static func cy(_ length: Length) -> Attribute { Attribute("cy", length.text) }
  /// The radius of a circle.
  public static func r(_ length: Length) -> Attribute { Attribute("r", length.text) }
  /// The commands of a path.
  public static func d(_ commands: String) -> Attribute { Attribute("d", commands) }
  /// The points of a line, in the units of the view box.
  public static func points(_ points: [Point]) -> Attribute {
    var text: [UInt8] = []
    text.reserveCapacity(points.count * 14)
    for point in points {
      if !text.isEmpty { text.append(UInt8(ascii: " ")) }
      append(point.x, to: &text)
      text.append(UInt8(ascii: ","))
      append(point.y, to: &text)
    }
    return Attribute("points", String(decoding: text, as: UTF8.self))
  }
  /// The shape that `use` copies: `#i-good`.
  public static func href(_ id: String) -> Attribute { Attribute("href", id) }
  /// The filling, where a class cannot say it: `var(--river)`.
  public static func fill(_ paint: String) -> Attribute { Attribute("fill", paint) }
  /// How shapes are moved: `translate(4 8)`.
  public static func transform(_ text: String) -> Attribute { Attribute("transform", text) }
}

private func decimal(_ value: Double) -> String {
  if abs(value) < 1e12, let whole = Int(exactly: value) { return String(whole) }
  var text: [UInt8] = []
  append(value, to: &text)
  return String(decoding: text, as: UTF8.self)
}

/// Writes the figures of a whole number ≥ 0.
private func append(_ whole: Int, to text: inout [UInt8]) {
  if whole > 9 { append(whole / 10, to: &text) }
  text.append(UInt8(ascii: "0") + UInt8(whole % 10))
}

/// Writes a number with at most two decimals and no trailing noughts; 0 where it is not finite.
private func append(_ value: Double, to text: inout [UInt8]) {
  guard value.isFinite, abs(value) < 1e12 else { return text.append(UInt8(ascii: "0")) }
  let hundredths = Int((value * 100).rounded())
  if hundredths < 0 { text.append(UInt8(ascii: "-")) }
  let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
  append(whole, to: &text)
  guard rest > 0 else { return }
  text.append(UInt8(ascii: "."))
  text.append(UInt8(ascii: "0") + UInt8(rest / 10))
  if rest % 10 > 0 { text.append(UInt8(ascii: "0") + UInt8(rest % 10)) }
}
