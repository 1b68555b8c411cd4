internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// The form that decides whether records go into the answer to a request.
struct DisclosureForm {
  let outcome: ApartDecision.Outcome
  let exemption: Exemption?
  let content: ApartDecision.Content

  /// `found` is what the page showed.
  init(
    _ fields: Fields, _ request: ApartRequest, _ found: [DisclosedRecord]
  ) throws(Refusal) {
    var form = FormReader(fields)
    let outcome: ApartDecision.Outcome? = form.choice("outcome", or: "Choose what is answered")
    let ticked = Set(fields.all("given"))
    var content = ApartDecision.Content()
    var rest = 0
    for record in found {
      for thing in record.record.things {
        if outcome == .given, ticked.contains(record.code(thing)) {
          content.things.append(record.kept(thing))
        } else {
          rest += 1
        }
      }
    }
    if outcome == .given, content.things.isEmpty {
      form.refuse("given", "Tick what is given, or choose that nothing is")
    }
    let withholds = outcome == .withheld || (outcome == .given && rest > 0)
    let allowed = Exemption.of(lawEnforcement: request.isLawEnforcement)
    let exemption = fields["exemption"].flatMap { Exemption(rawValue: $0) }.flatMap {
      allowed.contains($0) ? $0 : nil
    }
    if withholds, exemption == nil {
      form.refuse("exemption", "Choose the exemption that lets the rest be withheld")
    }
    content.reason =
      withholds
      ? form.text("reason", or: "Enter why it is withheld", limit: 2000)
      : form.optionalText("reason", limit: 2000) ?? ""
    try form.finish()
    guard let outcome else { throw Refusal("outcome", "Choose what is answered") }
    self.outcome = outcome
    self.exemption = withholds ? exemption : nil
    self.content = content
  }
}
