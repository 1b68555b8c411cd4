internal import Access
internal import HTTP
internal import Kernel
internal import Partnership

/// The form that records a share.
struct ShareForm {
  let recipient: ShareRecipient
  let about: Reference?
  let terms: ShareTerms

  /// The choice of somebody outside the partnership.
  static let outside = "outside"

  init(
    _ fields: Fields, _ agencies: [Agency], by sharer: Agency?, _ choices: ShareChoices, today: Day
  ) throws(Refusal) {
    var form = FormReader(fields)
    let recipient = Self.recipient(fields, agencies, sharer, &form)
    about = Self.about(&form)
    let terms = ShareTermsForm.read(
      fields, &form, with: recipient, by: sharer?.kind, choices, today: today)
    try form.finish()
    guard let recipient, let terms else { throw Refusal("recipient", "Fill in the form again") }
    (self.recipient, self.terms) = (recipient, terms)
  }

  private static func recipient(
    _ fields: Fields, _ agencies: [Agency], _ sharer: Agency?, _ form: inout FormReader
  ) -> ShareRecipient? {
    let chosen = fields["recipient"] ?? ""
    if chosen == outside {
      let name = form.text(
        "outside", or: "Enter the name of the organisation or the person it goes to")
      return name.isEmpty ? nil : .outside(Sensitive(name))
    }
    guard let agency = agencies.first(where: { $0.id.description == chosen }) else {
      form.refuse("recipient", "Choose who it goes to")
      return nil
    }
    guard agency.id != sharer?.id else {
      form.refuse("recipient", "Choose another organisation: this is your own")
      return nil
    }
    return .organisation(agency)
  }

  private static func about(_ form: inout FormReader) -> Reference? {
    guard let typed = form.optionalText("about") else { return nil }
    let reference = Reference(typed.filter { !$0.isWhitespace })
    if reference == nil {
      form.refuse(
        "about", "Enter the reference of the case, such as TM-7K42-0931, or leave it empty")
    }
    return reference
  }
}

/// A share is revoked: why.
struct RevocationForm {
  let reason: Sensitive<String>

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    reason = Sensitive(
      form.text("ending", or: "Enter why it ends, and whether it was used", limit: 1000))
    try form.finish()
  }
}
