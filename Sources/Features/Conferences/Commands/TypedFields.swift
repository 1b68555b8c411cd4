internal import Access
internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// The fields of a file as a page would send them: organisations by their keys, versions left out.
struct TypedFields {
  private(set) var fields: Fields

  /// Fields in which an organisation may stand by its key, such as `police`.
  private static let bodies: Set<String> = [
    "body", "asked", "guest-body", "mailbox-body", "for",
  ]

  init(_ file: String?, _ services: Services, _ read: Read) throws {
    let typed = try file.map { try FieldsFile.read($0) } ?? Fields()
    let keys = Dictionary(
      try services.people.agencies(read).map { ($0.key, $0.id.description) },
      uniquingKeysWith: { $1 })
    fields = Fields()
    for pair in typed.pairs {
      let isBody = Self.bodies.contains(pair.name)
      fields.append(pair.name, (isBody ? keys[pair.value] : nil) ?? pair.value)
    }
  }

  subscript(name: String) -> String? { fields[name] }

  /// Says something the page would have said where the file did not.
  mutating func fill(_ name: String, _ value: String?) {
    if fields[name] == nil, let value { fields.append(name, value) }
  }
}
