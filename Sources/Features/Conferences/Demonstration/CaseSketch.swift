internal import Kernel

/// The made-up words of the demonstration's cases: every person is called Sample.
struct CaseSketch {
  let why: String
  let wishes: String
  let discussion: String
  let tasks: [(verb: ConferenceAction.Verb, words: String)]

  static let firstNames = [
    "Alder", "Briar", "Cedar", "Dale", "Ember", "Flint", "Gale", "Haven", "Isle", "Juniper", "Kit",
    "Linden", "Marsh", "North", "Ocean", "Pine", "Quill", "Reed", "Sage", "Thorn",
  ]

  static func of(_ kind: String) -> [CaseSketch] {
    kind == "tension" ? tension : people
  }

  private static let people = [
    CaseSketch(
      why: "Fact: three calls to the police in six weeks. View: it is getting worse.",
      wishes: "Wants to stay in the home, and to be rung in the mornings only.",
      discussion: "Risk is high at weekends. Staying is possible with locks and a marked address.",
      tasks: [
        (.fit, "locks and a door bar, and tell the adviser when done"),
        (.mark, "the address for an urgent response"),
      ]),
    CaseSketch(
      why: "Fact: followed home twice, messages at night. View: afraid to go out.",
      wishes: "Wants it to stop without going to court.",
      discussion: "Nobody had put the messages together before. A warning comes first.",
      tasks: [
        (.visit, "with the adviser and agree a safety plan"),
        (.check, "whether a warning was given before, and tell the chair"),
      ]),
    CaseSketch(
      why:
        "Fact: money taken, front door damaged. View: under pressure from people who stay there.",
      wishes: "Wants to move to another estate.",
      discussion: "A move takes months; until then visits, and a number to ring.",
      tasks: [
        (.offer, "a managed move and say by when"),
        (.arrange, "a weekly call at a safe time"),
      ]),
  ]

  private static let tension = [
    CaseSketch(
      why:
        "Fact: two shop windows broken after a post online. View: rumours spread faster than facts.",
      wishes: "Traders want to see somebody in the street at closing time.",
      discussion: "Talk to both groups before the weekend; nobody speaks for all of either.",
      tasks: [
        (.visit, "the traders before Friday"),
        (.send, "one agreed account of what happened to the ward members"),
      ])
  ]
}
