internal import FoundationEssentials
internal import Kernel
internal import Secrets

/// Values kept as JSON with sorted keys, so that the same value gives the same bytes.
enum Frozen {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }

  /// The SHA-256 of a text, in hexadecimal digits.
  static func sha256(_ text: String) -> String {
    SHA256.hash(Array(text.utf8)).hexadecimal
  }
}
