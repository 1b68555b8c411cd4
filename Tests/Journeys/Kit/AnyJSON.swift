import FoundationEssentials

/// A JSON value as it was read.
enum AnyJSON: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([AnyJSON])
  case object([String: AnyJSON])

  /// Reads a text that holds one value and nothing else.
  init(_ text: String) throws {
    self = try JSONDecoder().decode(AnyJSON.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    if box.decodeNil() {
      self = .null
    } else if let value = try? box.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? box.decode(Double.self) {
      self = .number(value)
    } else if let value = try? box.decode(String.self) {
      self = .text(value)
    } else if let value = try? box.decode([AnyJSON].self) {
      self = .list(value)
    } else {
      self = .object(try box.decode([String: AnyJSON].self))
    }
  }

  subscript(name: String) -> AnyJSON? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// The whole number it is.
  var int: Int? { if case .number(let value) = self { Int(exactly: value) } else { nil } }

  /// The text it is.
  var string: String? { if case .text(let value) = self { value } else { nil } }

  /// The values of the list it is.
  var items: [AnyJSON] { if case .list(let values) = self { values } else { [] } }
}
