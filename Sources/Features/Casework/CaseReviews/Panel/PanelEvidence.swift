internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// How the victim wishes to take part.
enum VictimWish: String, CaseIterable {
  case attend
  case represented
  case statement
  case none

  var title: String {
    switch self {
    case .attend: "To come to the meeting"
    case .represented: "That somebody speaks for them"
    case .statement: "To send a statement"
    case .none: "Not to take part"
    }
  }
}

/// What the victim wishes of a review, in their words.
struct WishesForm {
  let record: ReviewRecord.Content

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let part: VictimWish? = form.choice("wish", or: "Choose how they wish to take part")
    let words = form.text(
      "wishes", or: "Enter what they want to come of it, in their words", limit: CaseForms.limit)
    try form.finish()
    record = ReviewRecord.Content([
      ("How they wish to take part", part?.title ?? ""), ("What they want to come of it", words),
    ])
  }
}

/// What one body did about the behaviour, as that body says.
struct AccountForm {
  let record: ReviewRecord.Content

  init(_ fields: Fields, _ agencies: [Agency]) throws(Refusal) {
    var form = FormReader(fields)
    let agency = agencies.first { $0.id.description == fields["of"] }
    if agency == nil { form.refuse("of", "Choose the body") }
    let words = form.text(
      "account", or: "Enter what it did and when, and what came of it", limit: CaseForms.limit)
    try form.finish()
    record = ReviewRecord.Content([("Body", agency?.name ?? ""), ("What it did", words)])
  }
}

extension ReviewActs {
  func wishes(in write: Write) throws {
    try untold()
    let form = try WishesForm(form)
    try records.record(.wishes, form.record, of: review.id, by: actor, at: visit.now, in: write)
    try keep(nil, write)
  }

  func account(in write: Write) throws {
    try untold()
    let form = try AccountForm(form, visit.services.people.agencies(write))
    try records.record(.account, form.record, of: review.id, by: actor, at: visit.now, in: write)
    try keep(nil, write)
  }

  private func untold() throws(Refusal) {
    guard review.toldAt == nil, review.decision != .noReview else {
      throw Refusal("", "The review is over. What it rested on stays as it was")
    }
  }
}

/// What the panel is to know beside the complaints: the victim's wishes, and what each body did.
struct ReviewEvidenceSheet: HTML {
  let model: ReviewModel

  var body: some HTML {
    if model.review.toldAt == nil, model.review.decision != .noReview {
      Sheet("For the panel", id: "for-the-panel") {
        Disclosure("Record what the victim wishes", isOpen: model.isOpen(.wishes)) { wishes }
        Disclosure("Record what a body did", isOpen: model.isOpen(.account)) { account }
      }
    }
  }

  private var wishes: some HTML {
    let state = model.state(of: .wishes)
    return ReviewForm(model, .wishes) {
      RadioField(
        "wish", legend: "How do they wish to take part?",
        choices: VictimWish.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
      TextArea("wishes", label: "What they want to come of it", in: state, rows: 3)
      SubmitButton("Record the wishes", style: .line)
    }
  }

  private var account: some HTML {
    let state = model.state(of: .account)
    return ReviewForm(model, .account) {
      SelectField(
        "of", label: "Which body",
        choices: model.agencies.map { Choice($0.id.description, $0.name) }, empty: "Choose a body",
        in: state)
      TextArea(
        "account", label: "What it did and when, and what came of it", in: state, rows: 5)
      SubmitButton("Record what it did", style: .line)
    }
  }
}
