/// A postcode as it is kept: capitals with one space before the last three signs, `E1 0AA`.
///
/// Files write it fixed to seven signs (`E1  0AA`, `EC1A1AA`) or without a space; people write it
/// anyhow. The shape follows BS 7666: one or two letters, one or two digits with perhaps a letter,
/// then a digit and two letters.
struct Postcode: Hashable, Sendable {
  let text: String

  /// Reads a whole postcode however it is spaced; `nil` where it cannot be one.
  init?(_ written: String) {
    let signs = Postcode.signs(written)
    guard (5...7).contains(signs.count) else { return nil }
    let outward = signs.dropLast(3)
    let inward = Array(signs.suffix(3))
    guard Self.isDigit(inward[0]), Self.isLetter(inward[1]), Self.isLetter(inward[2]),
      Self.isOutward(Array(outward))
    else { return nil }
    text = String(decoding: outward + [UInt8(ascii: " ")] + inward, as: UTF8.self)
  }

  /// What postcodes begin with that somebody has typed so far; `nil` where none can.
  ///
  /// Without a space it cannot be told where the outward code ends, so `E10AA` and `E10` both are
  /// looked for as typed and, where the last signs can be an inward code, as a whole.
  static func prefixes(_ typed: String) -> [String] {
    let signs = signs(typed)
    guard !signs.isEmpty, signs.count <= 7, let first = signs.first, isLetter(first) else {
      return []
    }
    if let whole = Postcode(typed) { return [whole.text] }
    let parts = typed.split(whereSeparator: \.isWhitespace)
    if parts.count == 2 {
      return ["\(parts[0].uppercased()) \(parts[1].uppercased())"]
    }
    let plain = String(decoding: signs, as: UTF8.self)
    // A last digit may begin the inward code: `E10` is E10 or E1 0.
    guard let last = signs.last, isDigit(last), signs.count > 2 else { return [plain] }
    return [plain, "\(plain.dropLast()) \(plain.suffix(1))"]
  }

  private static func signs(_ text: String) -> [UInt8] {
    text.uppercased().utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
  }

  private static func isOutward(_ signs: [UInt8]) -> Bool {
    let letters = signs.prefix(while: isLetter).count
    guard (1...2).contains(letters) else { return false }
    let rest = signs.dropFirst(letters)
    guard (1...2).contains(rest.count), let first = rest.first, isDigit(first) else { return false }
    return rest.dropFirst().allSatisfy { isDigit($0) || isLetter($0) }
  }

  private static func isDigit(_ sign: UInt8) -> Bool { (48...57).contains(sign) }
  private static func isLetter(_ sign: UInt8) -> Bool { (65...90).contains(sign) }
}
