internal import Design
public import HTTP
public import Kernel

/// Reads the terms of a share from a form, for whatever feature shares.
public enum ShareTermsForm {
  /// The most letters of a purpose or a necessity.
  public static let limit = 1000
  /// The field that says that the recipient is one whom the gateway names, or acts for one.
  public static let said = "recipient-said"

  /// The terms, with everything refused that the law or the partnership's rules refuse.
  ///
  /// - Parameters:
  ///   - fields: what was sent: `purpose`, `necessity`, `gateway`, `recipient-said`, `basis`, `special`,
  ///     `criminal`, `agreement`, the `shared` kinds, and the day `until`.
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
    let grounds = grounds(fields, &form, choices)
    let agreement = agreement(fields, &form)
    var ofDay = FormReader(fields)
    let lastDay = day(fields, &ofDay)
    let terms = ShareTerms(
      words: Sensitive(words), grounds: grounds,
      fields: kinds(fields), agreement: agreement,
      lastDay: lastDay ?? today)
    let rules = ShareRules(terms, with: recipient, by: sharer, choices, today: today)
    for entry in rules.refused + ofDay.refused { form.refuse(entry.field, entry.message) }
    return lastDay == nil ? nil : terms
  }

  /// The terms of what a form asks besides: its purpose and its last day stand elsewhere in the form.
  ///
  /// - Returns: the terms, with everything refused that ``read(_:_:with:by:_:today:)`` would refuse.
  public static func read(
    _ fields: Fields, _ form: inout FormReader, _ known: Known, with recipient: ShareRecipient?,
    by sharer: AgencyKind?, _ choices: ShareChoices, today: Day
  ) -> ShareTerms {
    let prefix = known.prefix
    let necessity = form.text(
      prefix + "necessity", or: "Enter why they need to know, and why no less would do",
      limit: limit)
    let terms = ShareTerms(
      words: Sensitive(ShareTerms.Words(purpose: known.purpose, necessity: necessity)),
      grounds: grounds(fields, &form, choices, prefix: prefix),
      fields: kinds(fields, prefix: prefix),
      agreement: agreement(fields, &form, prefix: prefix), lastDay: known.lastDay)
    let rules = ShareRules(terms, with: recipient, by: sharer, choices, today: today)
    for entry in rules.refused {
      form.refuse(
        entry.field == "until-day" ? known.dayField : prefix + entry.field, entry.message)
    }
    return terms
  }

  /// What a form that shares something besides says elsewhere of the share.
  public struct Known: Sendable {
    let prefix: String
    let purpose: String
    let lastDay: Day
    let dayField: String

    /// What it says.
    ///
    /// - Parameters:
    ///   - prefix: what the names of the fields of the share begin with, such as `refer-`.
    ///   - purpose: what the recipient needs it for.
    ///   - lastDay: the last day of the share.
    ///   - dayField: the field at which a last day is refused.
    public init(prefix: String, purpose: String, lastDay: Day, dayField: String) {
      self.prefix = prefix
      self.purpose = purpose
      self.lastDay = lastDay
      self.dayField = dayField
    }
  }

  /// The grounds that a form names, refused where they are not in force.
  public static func grounds(
    _ fields: Fields, _ form: inout FormReader, _ choices: ShareChoices, prefix: String = ""
  ) -> [ShareGround] {
    ShareGround.Part.allCases.compactMap { part in
      let key = fields[prefix + part.rawValue] ?? ""
      guard !key.isEmpty else { return nil }
      var ground = choices.ground(part, key)
      if part == .gateway, !(fields[prefix + said] ?? "").isEmpty { ground?.isRecipientSaid = true }
      if ground == nil {
        form.refuse(
          prefix + part.rawValue, "Choose one from the list: this is not in force today")
      }
      return ground
    }
  }

  /// The kinds of data that a form says are shared.
  public static func kinds(_ fields: Fields, prefix: String = "") -> [ShareField] {
    let shared = Set(fields.all(prefix + "shared"))
    return ShareField.allCases.filter { shared.contains($0.rawValue) }
  }

  private static func agreement(
    _ fields: Fields, _ form: inout FormReader, prefix: String = ""
  ) -> ID<ShareAgreement>? {
    let typed = fields[prefix + "agreement"] ?? ""
    let id = typed.isEmpty ? nil : ID<ShareAgreement>(typed)
    if !typed.isEmpty, id == nil {
      form.refuse(prefix + "agreement", "Choose one from the list")
    }
    return id
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
      + terms.grounds.filter { $0.isRecipientSaid == true }.map { _ in (said, "yes") }
      + terms.fields.map { ("shared", $0.rawValue) }
      + [("agreement", terms.agreement?.description ?? "")]
      + DateInput.fields("until", terms.lastDay)
  }
}
