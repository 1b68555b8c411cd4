/// A media type with its parameters, as in `Content-Type` and `Content-Disposition`.
struct MediaType {
  /// The type in lower case, such as `multipart/form-data`.
  let name: String
  /// Parameters by lower-case name; a doubled one refuses the whole.
  let parameters: [String: String]

  /// Reads `name; parameter=value; parameter="value"`; `nil` where it is not of that form.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    var index = bytes.firstIndex(of: UInt8(ascii: ";")) ?? bytes.endIndex
    name = trimmed(String(decoding: bytes[..<index], as: UTF8.self)).lowercased()
    var parameters: [String: String] = [:]
    while index < bytes.endIndex {
      index += 1
      while index < bytes.endIndex, bytes[index] == UInt8(ascii: " ") { index += 1 }
      guard index < bytes.endIndex else { break }
      guard let equals = bytes[index...].firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let key = String(decoding: bytes[index..<equals], as: UTF8.self).lowercased()
      index = equals + 1
      guard let value = Self.value(in: bytes, from: &index),
        parameters.updateValue(value, forKey: key) == nil
      else { return nil }
    }
    self.parameters = parameters
  }

  /// Reads a token or a quoted value; afterwards `index` stands at `;` or at the end.
  ///
  /// In quotes only `\"` is an escape: browsers write a backslash as it is.
  private static func value(in bytes: [UInt8], from index: inout Int) -> String? {
    var value: [UInt8] = []
    let isQuoted = index < bytes.endIndex && bytes[index] == UInt8(ascii: "\"")
    if isQuoted {
      index += 1
      while true {
        guard index < bytes.endIndex else { return nil }
        if bytes[index] == UInt8(ascii: "\"") { break }
        if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex,
          bytes[index + 1] == UInt8(ascii: "\"")
        {
          index += 1
        }
        value.append(bytes[index])
        index += 1
      }
      index += 1
      while index < bytes.endIndex, bytes[index] == UInt8(ascii: " ") { index += 1 }
      guard index == bytes.endIndex || bytes[index] == UInt8(ascii: ";") else { return nil }
      return String(validating: value, as: UTF8.self)
    }
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: ";") {
      value.append(bytes[index])
      index += 1
    }
    return String(validating: value, as: UTF8.self).map(trimmed)
  }
}
