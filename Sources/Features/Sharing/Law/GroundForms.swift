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
    let key = form.key(
      example: "new-gateway", taken: "Another ground is called that: choose another word"
    ) { key in taken.contains { $0.ground.part == part && $0.ground.key == key } }
    let title = form.text("title", or: "Enter what it says, in a few words", limit: 120)
    let section = form.text(
      "section", or: "Enter the Act and the section that says so", limit: 160)
    let regime: ShareGround.Regime? = form.choice("regime", or: "Choose what it goes with")
    from = form.optionalDay("from", "First day in force", fields)
    try form.finish()
    guard let part, let regime else { throw Refusal("", "Fill in the form again") }
    ground = ShareGround(key: key, part: part, title: title, section: section, regime: regime)
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
