/// A postcode of the United Kingdom, written as Royal Mail does: `E1 0AA`.
///
/// The shape is checked, not whether it exists.
public struct Postcode: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The part before the space, such as `SW1A`.
  public let outward: String
  /// The part after it, such as `1AA`.
  public let inward: String

  /// Reads a postcode in any case and spacing, such as `e10aa` or `E1  0AA`; `nil` for what has not
  /// the shape of one.
  public init?(_ text: some StringProtocol) {
    guard let letters = Self.compacted(text), (5...7).contains(letters.count) else { return nil }
    let (outward, inward) = (letters.dropLast(3), letters.suffix(3))
    guard Self.isOutward(Array(outward)), Self.isInward(Array(inward)) else { return nil }
    self.outward = String(decoding: outward, as: UTF8.self)
    self.inward = String(decoding: inward, as: UTF8.self)
  }

  /// `E1 0AA`.
  public var description: String { "\(outward) \(inward)" }
  /// `E10AA`, for keys and prefixes.
  public var compact: String { outward + inward }
  /// Its sector, such as `E1 0`.
  public var sector: String { "\(outward) \(inward.prefix(1))" }
  /// Its area, such as `E`.
  public var area: String { String(outward.prefix { $0.isLetter }) }

  /// By the text.
  public static func < (one: Postcode, other: Postcode) -> Bool {
    one.description < other.description
  }

  /// What the descriptions of all postcodes begin with that somebody may mean by the start of one.
  ///
  /// `e1 0` gives `E1 0`; without a space both ways are possible: `e10` gives `E10` and `E1 0`.
  /// Empty for what no postcode begins with.
  public static func prefixes(_ text: some StringProtocol) -> [String] {
    guard let letters = compacted(text), (1...7).contains(letters.count) else { return [] }
    let all = String(decoding: letters, as: UTF8.self)
    let parts = text.split(separator: " ")
    let cuts = parts.count == 2 ? [parts[0].utf8.count] : Array(1...letters.count).reversed()
    return cuts.compactMap { cut in
      let (outward, inward) = (Array(letters.prefix(cut)), Array(letters.dropFirst(cut)))
      guard inward.count <= 3 else { return nil }
      if inward.isEmpty { return isStartOfOutward(outward) ? all : nil }
      let isStart = isOutward(outward) && isInward(inward + "0AA".utf8.dropFirst(inward.count))
      return isStart ? "\(all.prefix(cut)) \(all.dropFirst(cut))" : nil
    }
  }

  /// Capital letters and digits without spaces; `nil` where anything else stands.
  private static func compacted(_ text: some StringProtocol) -> [UInt8]? {
    var letters: [UInt8] = []
    for byte in text.utf8 where byte != UInt8(ascii: " ") {
      let upper = (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
      guard isLetter(upper) || isDigit(upper), letters.count < 8 else { return nil }
      letters.append(upper)
    }
    return letters
  }

  /// `A9`, `A99`, `A9A`, `AA9`, `AA99`, `AA9A`, and Girobank's `GIR`.
  private static func isOutward(_ bytes: [UInt8]) -> Bool {
    if bytes == Array("GIR".utf8) { return true }
    let rest = bytes.drop(while: isLetter)
    let letters = bytes.count - rest.count
    guard (1...2).contains(letters), (1...2).contains(rest.count), let first = rest.first,
      let last = rest.last
    else { return false }
    return isDigit(first) && (isDigit(last) || isLetter(last))
  }

  private static func isStartOfOutward(_ bytes: [UInt8]) -> Bool {
    isOutward(bytes) || isOutward(bytes + "1".utf8) || bytes == Array("GI".utf8)
  }

  /// A digit and two letters; C, I, K, M, O and V are not used there.
  private static func isInward(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 3, isDigit(bytes[0]) else { return false }
    return bytes.dropFirst().allSatisfy { isLetter($0) && !"CIKMOV".utf8.contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
