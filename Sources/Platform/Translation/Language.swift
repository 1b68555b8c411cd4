/// A language that pages can be shown in beside the one they are written in.
public struct Language: Sendable, Hashable {
  /// Its code of BCP 47, such as `cy` or `pa-Arab`.
  public let code: String
  /// What its speakers call it, such as "Cymraeg".
  public let name: String
  /// Whether it is written from right to left.
  public let isRightToLeft: Bool

  /// A language; `nil` where the code is not one of two or three letters with subtags of two to
  /// eight letters or digits, or where the name is empty.
  public init?(code: String, name: String, isRightToLeft: Bool) {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count),
      first.allSatisfy({ $0.isASCII && $0.isLetter && $0.isLowercase }),
      parts.dropFirst().allSatisfy({ part in
        (2...8).contains(part.count)
          && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }), !name.isEmpty
    else { return nil }
    self.code = code
    self.name = name
    self.isRightToLeft = isRightToLeft
  }

  /// A language of the program's own, whose code is of the form.
  init(known code: String, name: String, isRightToLeft: Bool) {
    self.code = code
    self.name = name
    self.isRightToLeft = isRightToLeft
  }

  /// The way its lines run, as HTML says it.
  var direction: String { isRightToLeft ? "rtl" : "ltr" }
}
