internal import Markup

/// How wide a field is, as a hint of how much to write.
public enum FieldWidth: String, Sendable {
  /// All there is.
  case full
  /// About forty characters.
  case w40
  /// About twenty characters.
  case w20
  /// About eight characters.
  case w8
  /// Four characters, such as a year.
  case w4
  /// Two characters, such as a day.
  case w2

  var classes: String { self == .full ? "input" : "input \(rawValue)" }
}

/// The hint and the sentence of refusal that go with a field.
struct FieldNotes: HTML {
  let id: String
  let hint: String?
  let message: String?

  var body: some HTML {
    if let hint { p(.class("hint"), .id("\(id)-hint")) { hint } }
    if let message {
      p(.class("error"), .id("\(id)-error")) {
        Icon(.alert)
        span {
          span(.class("hide")) { "Error: " }
          message
        }
      }
    }
  }

  /// What `aria-describedby` names; `nil` where there is nothing to name.
  var ids: String? {
    let ids = [hint.map { _ in "\(id)-hint" }, message.map { _ in "\(id)-error" }]
    let present = ids.compactMap(\.self)
    return present.isEmpty ? nil : present.joined(separator: " ")
  }
}

extension Attribute {
  /// Names the notes of a field, where it has any.
  static func described(by notes: FieldNotes) -> Attribute {
    .aria("describedby", notes.ids ?? "").when(notes.ids != nil)
  }

  /// Marks a field that was refused.
  static func wrong(_ message: String?) -> Attribute {
    .aria("invalid", "true").when(message != nil)
  }
}

/// The class of a field's outermost element.
func fieldClass(_ message: String?) -> String { message == nil ? "field" : "field wrong" }
