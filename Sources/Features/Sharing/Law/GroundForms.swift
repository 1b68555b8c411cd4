internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// The form that adds a ground in law.
struct GroundForm {
  let ground: ShareGround
  let from: Day?

  init(_ fields: Fields, taken: [DatedGround]) throws(Refusal) {
    var form = FormReader(fields)
    let part: ShareGround.Part? = form.choice("part", or: "Choose what it answers")
    let key = form.text("key", or: "Enter a short word for it, such as new-gateway", limit: 40)
    if !key.isEmpty, !key.utf8.allSatisfy(Self.isOfKey) {
      form.refuse("key", "Use small letters, figures and dashes, such as new-gateway")
    }
    if taken.contains(where: { $0.ground.part == part && $0.ground.key == key }) {
      form.refuse("key", "Another ground is called that: choose another word")
    }
    let title = form.text("title", or: "Enter what it says, in a few words", limit: 120)
    let section = form.text(
      "section", or: "Enter the Act and the section that says so", limit: 160)
    let regime: ShareGround.Regime? = form.choice("regime", or: "Choose what it goes with")
    from = form.optionalDay("from", "First day in force", fields)
    try form.finish()
    guard let part, let regime else { throw Refusal("", "Fill in the form again") }
    ground = ShareGround(key: key, part: part, title: title, section: section, regime: regime)
  }

  private static func isOfKey(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte == 45
  }
}

/// The form that says when a ground is in force.
struct GroundDatesForm {
  let from: Day?
  let through: Day?

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    from = form.optionalDay("from", "First day in force", fields)
    through = form.optionalDay("through", "Last day in force", fields)
    if from == nil, through != nil {
      form.refuse("from-day", "Enter the first day in force, or leave both empty")
    }
    if let from, let through, through < from {
      form.refuse("through-day", "Choose a day on or after the first, \(from.words)")
    }
    try form.finish()
  }

  static func fields(_ dated: DatedGround) -> Fields {
    Fields(
      (dated.from.map { DateInput.fields("from", $0) } ?? [])
        + (dated.through.map { DateInput.fields("through", $0) } ?? []))
  }
}

extension ShareGround.Regime {
  /// What it goes with, in words.
  var title: String {
    switch self {
    case .any: "Either regime"
    case .general: "The UK GDPR"
    case .notPublic: "The UK GDPR, not for public authorities in their tasks"
    case .lawEnforcement: "Part 3 of the Data Protection Act 2018"
    }
  }
}
