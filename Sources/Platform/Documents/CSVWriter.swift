/// Writes CSV that a spreadsheet shows as it is and never runs.
///
/// Lines end in CRLF. Values are quoted where they must be. Text that a spreadsheet would take for a
/// formula (it begins with `=`, `+`, `-`, `@`, a tab or a line's end and is no number) gets an
/// apostrophe before it.
///
/// For example:
///
///     var csv = CSVWriter()
///     csv.row(["Indicator", "2018/19", "Change"])
///     csv.row(["Burglary", 3293, .number(12.47)])
///
/// - Note: OWASP, *CSV injection*.
public struct CSVWriter: Sendable {
  /// What is written and not taken yet.
  public private(set) var bytes: [UInt8] = []

  /// An empty file.
  public init() {}

  /// One value of a row.
  public enum Value: Sendable, Equatable {
    /// Nothing.
    case empty
    /// Text, made safe.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number, in full; `nan` and infinities as nothing.
    case number(Double)
    /// A number with that many digits after the point.
    case fixed(Double, Int)
  }

  /// Writes a row.
  public mutating func row(_ values: [Value]) {
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(value)
    }
    bytes += [0x0D, 0x0A]
  }

  /// Takes what is written so far, so that a long file is sent in pieces.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func write(_ value: Value) {
    switch value {
    case .empty: break
    case .text(let text): write(text: Array(text.utf8))
    case .integer(let value): bytes += String(value).utf8
    case .number(let value): if value.isFinite { bytes += Self.plain(value).utf8 }
    case .fixed(let value, let digits):
      if value.isFinite { bytes += decimal(value, digits: digits).utf8 }
    }
  }

  private mutating func write(text: [UInt8]) {
    let isFormula = text.first.map(Self.opensFormula) ?? false && !Self.isNumber(text)
    let needsQuotes = text.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else {
      if isFormula { bytes.append(UInt8(ascii: "'")) }
      bytes += text
      return
    }
    bytes.append(0x22)
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in text {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  private static func opensFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
    case 0x09, 0x0A, 0x0D: true
    default: false
    }
  }

  /// Whether text is a number and nothing else: a sign, digits, a point, digits.
  private static func isNumber(_ text: [UInt8]) -> Bool {
    let digits = text.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return text.count - digits.count <= 1 && parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
  }

  private static func plain(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? value.description
  }
}

extension CSVWriter.Value: ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
  ExpressibleByIntegerLiteral, ExpressibleByNilLiteral
{
  /// Text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// Nothing.
  public init(nilLiteral: ()) { self = .empty }
}
