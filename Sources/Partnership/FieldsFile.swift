internal import Commands
internal import Documents
internal import FoundationEssentials
public import HTTP
internal import Kernel

/// The fields of a form from a file, so that a command takes what a page takes.
///
/// The file holds one JSON object whose names are those of the form's fields; values are texts, whole
/// numbers, or lists of texts. What stands in it is about people: it is repeated in no message.
public enum FieldsFile {
  /// The most bytes that are read.
  private static let most = 1 << 16

  /// Reads them from a path, or from standard input for `-`, so that nothing about a person stays in the
  /// history of the shell; throws `InputRefused`.
  public static func read(_ path: String) throws -> Fields {
    let name = title(path)
    return try fields(bytes(path, name), name)
  }

  /// What a form made of a file's fields gives; a refusal names the fields and repeats none.
  public static func taken<Result>(
    from path: String, _ body: () throws -> Result
  ) throws -> Result {
    do { return try body() } catch let refusal as Refusal {
      let words = refusal.entries.map { entry in
        entry.field.isEmpty ? entry.message : "\(entry.field): \(entry.message)"
      }
      throw InputRefused(file: title(path), reason: words.joined(separator: "; "))
    }
  }

  private static func title(_ path: String) -> String { path == "-" ? "standard input" : path }

  private static func bytes(_ path: String, _ name: String) throws -> Data {
    var data = Data()
    let take: (UnsafeRawBufferPointer) throws -> Void = { piece in
      data.append(contentsOf: piece)
      guard data.count <= most else {
        throw InputRefused(file: name, reason: "it is larger than one form can be")
      }
    }
    do {
      if path == "-" {
        try FileBytes.readStandardInput(take)
      } else {
        try FileBytes.read(path, take)
      }
    } catch is FileProblem {
      throw InputRefused(file: name, reason: "it cannot be read. Check the path")
    }
    return data
  }

  private static func fields(_ data: Data, _ name: String) throws -> Fields {
    guard let values = try? JSONDecoder().decode([String: FieldValue].self, from: data) else {
      throw InputRefused(
        file: name,
        reason: "expected one JSON object of names with texts or lists of texts, such as "
          + "{\"channel\": \"phone\", \"kind\": \"litter\"}")
    }
    var fields = Fields()
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      for text in value.texts { fields.append(name, text) }
    }
    return fields
  }

  private struct FieldValue: Decodable {
    let texts: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        texts = [text]
      } else if let number = try? container.decode(Int.self) {
        texts = [String(number)]
      } else {
        texts = try container.decode([String].self)
      }
    }
  }
}
