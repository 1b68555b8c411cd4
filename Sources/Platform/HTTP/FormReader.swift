/// Reads the fields of a form, trimmed and checked, and gathers what it must refuse.
///
///     var form = FormReader(request.form)
///     let name = form.text("name", or: "Enter a name")
///     try form.finish()
///
/// A refused field gives a harmless value meanwhile; ``finish()`` throws before it can be used.
public struct FormReader {
  private let fields: Fields
  /// What is refused so far.
  public private(set) var refused: [Refusal.Entry] = []

  /// Reads these fields.
  public init(_ fields: Fields) { self.fields = fields }

  /// Refuses a field for a reason of the form's own; only the first reason of a field counts.
  public mutating func refuse(_ field: String, _ message: String) {
    if !refused.contains(where: { $0.field == field }) {
      refused.append(Refusal.Entry(field: field, message: message))
    }
  }

  /// Required text, trimmed, of at most `limit` characters.
  public mutating func text(
    _ field: String, or message: String, limit: Int = 200
  ) -> String {
    let value = optionalText(field, limit: limit)
    if value == nil { refuse(field, message) }
    return value ?? ""
  }

  /// Text that may be left empty, trimmed, of at most `limit` characters.
  public mutating func optionalText(_ field: String, limit: Int = 200) -> String? {
    let value = trimmed(fields[field] ?? "")
    if value.count > limit {
      refuse(field, "Use \(limit) characters or fewer: there are \(value.count)")
    }
    return value.isEmpty ? nil : value
  }

  /// A value of a type that reads itself from text, such as a period or an id.
  public mutating func value<Result: LosslessStringConvertible>(
    _ field: String, or message: String
  ) -> Result? {
    let result = Result(trimmed(fields[field] ?? ""))
    if result == nil { refuse(field, message) }
    return result
  }

  /// One of an enum's raw values.
  public mutating func choice<Choice: RawRepresentable<String>>(
    _ field: String, or message: String
  ) -> Choice? {
    let result = Choice(rawValue: fields[field] ?? "")
    if result == nil { refuse(field, message) }
    return result
  }

  /// Whether a box was ticked.
  public func ticked(_ field: String) -> Bool { fields[field] != nil }

  /// Throws what was refused, if anything was.
  public func finish() throws(Refusal) {
    guard refused.isEmpty else { throw Refusal(refused) }
  }
}

/// The text without white space at either end.
func trimmed(_ text: String) -> String {
  var rest = text[...]
  while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
  while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
  return String(rest)
}
