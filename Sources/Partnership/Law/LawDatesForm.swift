internal import Design
public import HTTP
public import Kernel

/// The form that says when something is law.
public struct LawDatesForm: Equatable, Sendable {
  /// The first day in force; `nil` while that is not known.
  public let from: Day?
  /// The last; `nil` without an end.
  public let through: Day?

  /// Reads the days `from` and `through`, both with a word behind their names where a page has several
  /// such forms; the last is not before the first, and there is none without it.
  public init(_ fields: Fields, of word: String? = nil) throws(Refusal) {
    let (first, last) = (Self.name("from", of: word), Self.name("through", of: word))
    var form = FormReader(fields)
    from = form.optionalDay(first, "First day in force", fields)
    through = form.optionalDay(last, "Last day in force", fields)
    if from == nil, through != nil {
      form.refuse("\(first)-day", "Enter the first day in force, or leave both empty")
    }
    if let from, let through, through < from {
      form.refuse("\(last)-day", "Choose a day on or after the first, \(from.words)")
    }
    try form.finish()
  }

  /// What the form begins with.
  public static func fields(_ law: some DatedLaw, of word: String? = nil) -> Fields {
    Fields(
      (law.from.map { DateInput.fields(name("from", of: word), $0) } ?? [])
        + (law.through.map { DateInput.fields(name("through", of: word), $0) } ?? []))
  }

  /// The name of one of its fields.
  public static func name(_ field: String, of word: String?) -> String {
    word.map { "\(field)-\($0)" } ?? field
  }

  /// What the trail keeps of it.
  public var detail: [String: String] {
    ["from": from?.description ?? "not known", "through": through?.description ?? "no end"]
  }
}
