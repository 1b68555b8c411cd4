internal import Commands
internal import Documents
internal import FoundationEssentials
internal import HTTP
internal import Kernel

/// Reads a report that was taken for somebody from a JSON object whose names are those of the form.
enum ReportFile {
  /// The most bytes that are read.
  private static let most = 1 << 16

  /// The form of a file, or of standard input for `-`.
  static func form(_ path: String, at now: Instant) throws -> TakingForm {
    let name = path == "-" ? "standard input" : path
    let fields = try fields(bytes(path, name), name)
    do throws(Refusal) {
      return try TakingForm(
        fields, channels: ReportChannel.allCases.filter { $0 != .web }, at: now)
    } catch {
      // What was written is not repeated: it is about somebody.
      let words = error.entries.map { "\($0.field): \($0.message)" }.joined(separator: "; ")
      throw InputRefused(file: name, reason: words)
    }
  }

  private static func bytes(_ path: String, _ name: String) throws -> Data {
    var data = Data()
    let take: (UnsafeRawBufferPointer) throws -> Void = { piece in
      data.append(contentsOf: piece)
      guard data.count <= most else {
        throw InputRefused(file: name, reason: "it is larger than one report can be")
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
    let refused = InputRefused(
      file: name,
      reason: "expected one JSON object of names with texts or lists of texts, such as "
        + "{\"channel\": \"phone\", \"kind\": \"litter\"}")
    guard let values = try? JSONDecoder().decode([String: FieldValue].self, from: data) else {
      throw refused
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
