/// Text of a fixed form, such as `2018-04`, whose numbers are read by their places.
///
/// Lists hold thousands of days and moments, and reading them was a fifth of the time of a page:
/// so one pass over the bytes, and no parts cut out.
struct FixedText {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Reads text that is of a form; `nil` for any other.
  ///
  /// In `form` a `0` stands for any digit and every other character for itself. The text lasts
  /// only as long as the call.
  static func read<Result>(
    _ text: String, like form: StaticString, _ body: (FixedText) -> Result?
  ) -> Result? {
    guard text.utf8.count == form.utf8CodeUnitCount else { return nil }
    var text = text
    return text.withUTF8 { bytes in
      let isOfForm = form.withUTF8Buffer { form in
        bytes.indices.allSatisfy { index in
          form[index] == zero ? zero...zero + 9 ~= bytes[index] : bytes[index] == form[index]
        }
      }
      return isOfForm ? body(FixedText(bytes: bytes)) : nil
    }
  }

  /// The number whose digits stand at some places, counted in bytes from 0.
  subscript(places: Range<Int>) -> Int {
    places.reduce(0) { number, place in number * 10 + Int(bytes[place] - Self.zero) }
  }

  private static let zero = UInt8(ascii: "0")
}

/// Writes a number with leading noughts.
func padded(_ number: Int, _ width: Int) -> String {
  var text = String(number)
  while text.utf8.count < width { text = "0" + text }
  return text
}
