internal import HTTP
internal import Kernel
internal import Partnership

/// A request whether a register has somebody, and what the answer is needed for.
struct KnownAskForm {
  let person: ID<CasePerson>
  let source: ID<KnownSource>
  let purpose: String

  init(_ fields: Fields, _ people: [CasePerson], _ sources: [KnownSource]) throws {
    var form = FormReader(fields)
    let person = people.first { $0.id.description == fields["known-person"] }
    let source = sources.first { $0.isOn && $0.id.description == fields["known-source"] }
    if person == nil { form.refuse("known-person", "Choose somebody of this case") }
    if source == nil { form.refuse("known-source", "Choose a register that may be asked") }
    purpose = form.text(
      "known-purpose", or: "Enter what the answer is needed for in this case", limit: 1000)
    if let person, try !person.canBeMatched {
      form.refuse(
        "known-person", "Two names and the date of birth are needed to tell people apart. Add them")
    }
    try form.finish()
    guard let person, let source else { throw Refusal("known-person", "Fill in the form again") }
    self.person = person.id
    self.source = source.id
  }
}

extension CasePerson {
  /// What they are matched by: names, with those they had, and the day of birth.
  var matched: (names: [String], born: Day?) {
    let content = content.reveal(for: "blind match")
    return ([content.name, content.otherNames ?? ""], content.born.flatMap { Day($0) })
  }

  var canBeMatched: Bool {
    get throws { try KnownTokens.canMatch(matched.names, matched.born) }
  }
}

/// A decision about a request.
struct KnownDecisionForm {
  let request: ID<KnownRequest>
  let isApproved: Bool
  let reason: String

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let request = ID<KnownRequest>(fields["known-request"] ?? "")
    if request == nil { form.refuse("known-request", "Choose the request") }
    reason = form.text("known-reason", or: "Enter what the decision rests on", limit: 500)
    try form.finish()
    guard let request else { throw Refusal("known-request", "Choose the request") }
    self.request = request
    isApproved = fields["decision"] == "approve"
  }
}

/// A register that is added.
struct KnownSourceForm {
  let organisation: Agency
  let kind: KnownKind
  let contact: String

  init(_ fields: Fields, _ agencies: [Agency]) throws(Refusal) {
    var form = FormReader(fields)
    let agency = agencies.first { $0.id.description == fields["organisation"] }
    if agency == nil { form.refuse("organisation", "Choose the organisation that keeps it") }
    let kind = KnownKind(rawValue: fields["kind"] ?? "")
    if let never = KnownKind.never[fields["kind"] ?? ""] {
      form.refuse("kind", "\(never): such a register is never asked. Choose another")
    } else if kind == nil {
      form.refuse("kind", "Choose what it is a register of")
    }
    contact = form.text("contact", or: "Enter whom to speak to where somebody is known", limit: 200)
    try form.finish()
    guard let agency, let kind else { throw Refusal("kind", "Fill in the form again") }
    organisation = agency
    self.kind = kind
  }
}
