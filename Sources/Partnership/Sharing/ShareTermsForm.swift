internal import Design
public import HTTP
public import Kernel

/// Reads the terms of a share from a form, for whatever feature shares.
public enum ShareTermsForm {
  /// The most letters of a purpose or a necessity.
  public static let limit = 1000

  /// The terms, with everything refused that the law or the partnership's rules refuse.
  ///
  /// - Parameters:
  ///   - fields: what was sent: `purpose`, `necessity`, `gateway`, `basis`, `special`, `criminal`,
  ///     `agreement`, the `shared` kinds, and the day `until`.
  ///   - form: takes up what is refused, field by field.
  ///   - recipient: with whom; `nil` where the form names nobody, who is refused elsewhere.
  ///   - sharer: what the organisation is that shares.
  ///   - choices: what may be named on the day.
  ///   - today: the day it is shared.
  /// - Returns: the terms; `nil` where no last day can be read.
  public static func read(
    _ fields: Fields, _ form: inout FormReader, with recipient: ShareRecipient?,
    by sharer: AgencyKind?, _ choices: ShareChoices, today: Day
  ) -> ShareTerms? {
    let words = ShareTerms.Words(
      purpose: form.text("purpose", or: "Enter what the recipient needs it for", limit: limit),
      necessity: form.text(
        "necessity", or: "Enter why it is needed, and why no less would do", limit: limit))
    let grounds = ShareGround.Part.allCases.compactMap { part -> ShareGround? in
      let key = fields[part.rawValue] ?? ""
      guard !key.isEmpty else { return nil }
      let ground = choices.ground(part, key)
      if ground == nil {
        form.refuse(part.rawValue, "Choose one from the list: this is not in force today")
      }
      return ground
    }
    let shared = Set(fields.all("shared"))
    let agreement = (fields["agreement"] ?? "").isEmpty ? nil : fields["agreement"]
    let id = agreement.flatMap { ID<ShareAgreement>($0) }
    if agreement != nil, id == nil { form.refuse("agreement", "Choose one from the list") }
    var ofDay = FormReader(fields)
    let lastDay = day(fields, &ofDay)
    let terms = ShareTerms(
      words: Sensitive(words), grounds: grounds,
      fields: ShareField.allCases.filter { shared.contains($0.rawValue) }, agreement: id,
      lastDay: lastDay ?? today)
    let rules = ShareRules(terms, with: recipient, by: sharer, choices, today: today)
    for entry in rules.refused + ofDay.refused { form.refuse(entry.field, entry.message) }
    return lastDay == nil ? nil : terms
  }

  private static func day(_ fields: Fields, _ form: inout FormReader) -> Day? {
    do throws(Refusal) { return try DateInput.day("until", "Last day", in: fields) } catch {
      for entry in error.entries { form.refuse(entry.field, entry.message) }
      return nil
    }
  }

  /// The fields of a form as terms fill them, such as for the shell or a form that begins filled.
  public static func fields(_ terms: ShareTerms) -> [(String, String)] {
    let words = terms.words.reveal(for: "filling in a form")
    return [("purpose", words.purpose), ("necessity", words.necessity)]
      + terms.grounds.map { ($0.part.rawValue, $0.key) }
      + terms.fields.map { ("shared", $0.rawValue) }
      + [("agreement", terms.agreement?.description ?? "")]
      + DateInput.fields("until", terms.lastDay)
  }
}
