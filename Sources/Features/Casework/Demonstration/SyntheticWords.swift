/// What made-up reports say, by kind, and what is answered; nobody is named.
enum SyntheticWords {
  static let read = "We have read your report and an officer is working on it."
  static let acknowledged =
    "We have read your report and are finding out who can act on it. We write again once that is decided."
  private static let ends: [(outcome: CaseOutcome, more: String)] = [
    (.warning, "Tell us if it starts again."),
    (.resolved, "The landlord has written to the tenant. We look at it again in a month."),
    (.noEvidence, "Patrols went there on three evenings. Add to your report if it happens again."),
    (.notRepeated, "The street stays on the weekly list."),
    (.referred, "The officer there is in touch."), (.mediation, "Both sides keep to it so far."),
    (.order, "Tell us at once if somebody breaks it."),
  ]

  /// What those who reported are told of an outcome, by number.
  static func told(_ number: Int) -> String {
    let end = ends[number % ends.count]
    return "\(end.outcome.words) \(end.more)"
  }

  static var outcomes: Range<Int> { 0..<ends.count }

  /// The outcome that words tell of.
  static func outcome(_ words: String) -> CaseOutcome? {
    ends.first { words.hasPrefix($0.outcome.words) }?.outcome
  }

  static let other = ["Something keeps happening here and I do not know who to tell."]

  static let narratives: [String: [String]] = [
    "rowdy": [
      "Shouting and banging on the stairs, bottles left outside the doors.",
      "A group with a loudspeaker until late.", "Fighting and screaming outside the shops.",
    ],
    "night-noise": [
      "Music through the wall until three in the morning.",
      "A party in the garden every weekend, long after midnight.",
    ],
    "threatening": [
      "Men drinking by the door threaten whoever goes past.",
      "Someone followed me to the door and swore at me.",
    ],
    "hate": ["They shout at us about where we come from whenever we go out."],
    "drugs": [
      "People come and go all night and deal in the stairwell.",
      "Smoking cannabis in the playground, little bags left behind.",
      "They have taken over his flat and he looks frightened.",
    ],
    "vandalism": ["The lift buttons are burnt again.", "New tags all along the wall."],
    "litter": ["Mattresses and bags dumped by the bins.", "Needles in the bushes."],
    "gardens": ["The front garden is full of rubbish and there are rats."],
    "begging": ["A man blocks the cash machine and shouts if you give nothing."],
    "street-drinking": ["The same six people drink on the benches from the morning on."],
    "vehicles": [
      "Motorbikes race round the block.", "A car without plates has stood here for weeks.",
    ],
    "children-playing": ["They kick the ball against the garages and the doors are dented."],
    "gathering": ["Twenty of them block the way and jeer at old people."],
  ]
}
