internal import HTTP
internal import Kernel

/// What a dispersal direction says beside its term.
extension OrderForm {
  static func readDispersal(
    _ content: inout OrderContent, _ fields: Fields, _ form: inout FormReader
  ) {
    content.authorisedFrom = atTime("authorised", fields, &form)?.description
    content.authorisedTo = atTime("authorised-end", fields, &form)?.description
    guard form.optionalText("removal") != nil else { return }
    content.removal = form.choice(
      "removal", or: "Choose whether they were taken home or to a place of safety")
  }
}
