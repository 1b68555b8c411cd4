internal import Design
internal import HTTP
internal import Kernel

/// Which court a bundle is for, and who in the case is named in it.
struct BundleForm {
  let content: CourtBundle.Content

  init(_ content: CourtBundle.Content) { self.content = content }

  /// What was sent; of those in the case, who alone can be named.
  init(_ fields: Fields, people: [CasePerson]) throws(Refusal) {
    var form = FormReader(fields)
    var content = CourtBundle.Content()
    content.court = form.text("court", or: "Enter the court, such as the County Court at Thornmere")
    content.claim = form.optionalText("claim") ?? ""
    content.parties = form.optionalText("parties", limit: 500) ?? ""
    try form.finish()
    let chosen = Set(fields.all("named"))
    content.named = people.map(\.id.rawValue).filter { chosen.contains(String($0)) }
    self.content = content
  }
}

/// Whether a paper goes in, and what is struck out of it.
struct PaperForm {
  let isIn: Bool
  let passages: [String]

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let choice = fields["in"] ?? ""
    if !["yes", "no"].contains(choice) { form.refuse("in", "Choose whether it goes in") }
    passages = Striking.passages(of: form.optionalText("passages", limit: 4000) ?? "")
    try form.finish()
    isIn = choice == "yes"
  }
}
