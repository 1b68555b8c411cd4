public import Kernel
internal import Messages

/// What something printed says from a day on, with fields such as `((name))` in double brackets.
///
/// A change is a new version; what was printed names the version it was printed from.
public struct DatedWording: Sendable, Equatable {
  /// Counted from 1.
  public let version: Int
  /// What it says above its words; it has no fields.
  public let heading: String
  /// Each line is a paragraph; one whose fields are all empty is left out.
  public let body: String
  /// The first day on which it is used.
  public let from: Day
  /// Whether the program came with it.
  public let isShipped: Bool

  /// A wording.
  public init(version: Int, heading: String, body: String, from: Day, isShipped: Bool) {
    (self.version, self.heading, self.body) = (version, heading, body)
    (self.from, self.isShipped) = (from, isShipped)
  }

  /// The names of its fields, in the order in which they first appear.
  public var fields: [String] { template(body).fields }

  /// Its words: each line with its fields filled in, without the lines whose fields are all empty.
  ///
  /// - Parameter values: what stands in each field that it names.
  /// - Returns: the paragraphs, each on a line.
  /// - Throws: ``TemplateProblem`` where a field has no value.
  public func words(_ values: [String: String]) throws -> String {
    let filling = values.mapValues { MessageTemplate.Field.personal(Sensitive($0)) }
    return try body.split(whereSeparator: \.isNewline).compactMap { line -> String? in
      let line = template(String(line))
      let fields = line.fields
      guard fields.isEmpty || fields.contains(where: { values[$0] != "" }) else { return nil }
      return try line.filled(filling).body.reveal(for: "printing by a wording")
    }.joined(separator: "\n")
  }

  private func template(_ words: String) -> MessageTemplate {
    MessageTemplate(key: "wording", version: version, title: heading, subject: "", body: words)
  }
}
