internal import Design
internal import HTTP
internal import Kernel

/// A request that came.
struct AccessForm {
  let regime: AccessRegime
  let received: Day
  let proved: Day?
  let content: AccessRequest.Content

  init(
    regime: AccessRegime, received: Day, proved: Day?, content: AccessRequest.Content
  ) {
    (self.regime, self.received, self.proved, self.content) = (regime, received, proved, content)
  }

  func due(in time: WorkingTime) -> Day {
    AccessClock.due(received: received, proved: proved, isExtended: false, in: time)
  }

  init(_ fields: Fields, today: Day) throws(Refusal) {
    var form = FormReader(fields)
    let regime: AccessRegime? = form.choice("regime", or: "Choose the law it is asked under")
    var content = AccessRequest.Content()
    content.name = form.text("name", or: "Enter the name of whom it is about")
    content.otherNames = form.optionalText("other-names") ?? ""
    content.born = form.optionalDay("born", "Date of birth", fields)?.description ?? ""
    content.asker = form.text("asker", or: "Enter who asked, such as they themselves", limit: 500)
    content.wish = form.optionalText("wish", limit: 2000) ?? ""
    content.proof = form.optionalText("proof", limit: 500) ?? ""
    let received = form.optionalDay("received", "Day it came", fields)
    if let received, received > today {
      form.refuse("received-day", "The day it came must not be after today")
    }
    if received == nil { form.refuse("received-day", "Enter the day it came") }
    let proved = Self.proof(fields, content.proof, received, today, &form)
    try form.finish()
    guard let regime, let received else { throw Refusal("received-day", "Enter the day it came") }
    self.init(regime: regime, received: received, proved: proved, content: content)
  }

  /// How and when they showed who they are go together.
  private static func proof(
    _ fields: Fields, _ words: String, _ received: Day?, _ today: Day, _ form: inout FormReader
  ) -> Day? {
    let proved = form.optionalDay("proved", "Day they showed who they are", fields)
    if proved != nil, words.isEmpty {
      form.refuse("proof", "Enter how they showed who they are")
    }
    if let proved, proved > today {
      form.refuse("proved-day", "The day must not be after today")
    }
    if proved == nil, !words.isEmpty {
      form.refuse("proved-day", "Enter the day they showed who they are")
    }
    return proved
  }
}

/// That they showed who they are, later than the request came.
struct ProofOfSelfForm {
  let proved: Day
  let proof: String

  init(_ fields: Fields, today: Day) throws(Refusal) {
    var form = FormReader(fields)
    proof = form.text("proof", or: "Enter how they showed who they are", limit: 500)
    let proved = form.optionalDay("proved", "Day they showed who they are", fields)
    if proved == nil { form.refuse("proved-day", "Enter the day they showed who they are") }
    if let proved, proved > today { form.refuse("proved-day", "The day must not be after today") }
    try form.finish()
    self.proved = proved ?? today
  }
}

/// What is decided about one item.
struct AccessDecisionForm {
  let isGiven: Bool
  let reason: LeavingReason?
  let passages: [String]
  /// Whether the file itself goes along.
  let withFile: Bool

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let choice = fields["give"] ?? ""
    if !["yes", "no"].contains(choice) { form.refuse("give", "Choose whether they are given it") }
    reason = LeavingReason(rawValue: fields["reason"] ?? "")
    if choice == "no", reason == nil { form.refuse("reason", "Choose why it is left out") }
    let text = form.optionalText("passages", limit: 4000) ?? ""
    passages = Striking.passages(of: text)
    try form.finish()
    isGiven = choice == "yes"
    withFile = fields["file"] == "yes"
  }
}
