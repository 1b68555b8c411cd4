/// A record as people name it in letters and on the telephone, such as `TM-7K42-0931`.
///
/// The partnership's letters, then eight characters of which seven are random and the last is a
/// check. It says nothing of the kind of record, and alone it opens nothing.
///
/// The alphabet has 31 characters: digits and capitals without I, L, O, S and U, which are taken
/// for others. The check is a sum weighted by powers of 11 modulo 31, a prime, so that any one wrong
/// character and any two that changed places are found.
public struct Reference: Hashable, Sendable {
  /// The letters of the partnership, 2 or 3 capitals.
  public let letters: String
  private let code: [UInt8]

  /// A new reference under a partnership's letters.
  ///
  /// - Parameters:
  ///   - letters: 2 or 3 letters.
  ///   - generator: where the randomness comes from; the system's, except in demonstrations.
  public init(letters: String, using generator: inout some RandomNumberGenerator) {
    let drawn = (0..<7).map { _ in UInt8.random(in: 0..<31, using: &generator) }
    self.letters = letters.uppercased()
    code = drawn + [Self.check(drawn)]
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRTVWXYZ".utf8)
  private static let weights = [11, 28, 29, 9, 6, 4, 13, 19]

  /// What brings the weighted sum of the first seven to nought.
  private static func check(_ drawn: [UInt8]) -> UInt8 {
    let sum = weightedSum(drawn)
    // 18 is the inverse of the last weight, 19.
    return UInt8((31 - sum) % 31 * 18 % 31)
  }

  private static func weightedSum(_ values: [UInt8]) -> Int {
    zip(values, weights).reduce(0) { ($0 + Int($1.0) * $1.1) % 31 }
  }
}

extension Reference: LosslessStringConvertible {
  /// Reads a reference as people write it: in any case, with or without dashes and spaces; letters
  /// that stand for others are taken for those.
  ///
  /// `nil` where it has not the shape or the check fails.
  public init?(_ text: String) {
    let plain = text.uppercased().utf8.filter { !" -\u{2013}.".utf8.contains($0) }
    guard (10...11).contains(plain.count) else { return nil }
    let letters = plain.dropLast(8)
    let code = plain.suffix(8).compactMap(Self.value)
    guard letters.allSatisfy((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains), code.count == 8,
      Self.weightedSum(code) == 0
    else { return nil }
    self.letters = String(decoding: letters, as: UTF8.self)
    self.code = code
  }

  private static func value(_ letter: UInt8) -> UInt8? {
    let meant =
      switch letter {
      case UInt8(ascii: "O"): UInt8(ascii: "0")
      case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
      case UInt8(ascii: "S"): UInt8(ascii: "5")
      case UInt8(ascii: "U"): UInt8(ascii: "V")
      default: letter
      }
    return alphabet.firstIndex(of: meant).map { UInt8($0) }
  }

  /// The one way it is written: `TM-7K42-0931`.
  public var description: String {
    let text = String(decoding: code.map { Self.alphabet[Int($0)] }, as: UTF8.self)
    return "\(letters)-\(text.prefix(4))-\(text.suffix(4))"
  }
}
