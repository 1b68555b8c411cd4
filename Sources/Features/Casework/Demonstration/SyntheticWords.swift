/// What made-up reports say, by kind, and what is answered; nobody is named.
enum SyntheticWords {
  static let read = "We have read your report and an officer is working on it."
  static let outcomes = [
    "The officer spoke to those concerned and gave a warning. Tell us if it starts again.",
    "The landlord has written to the tenant. We look at it again in a month.",
    "Patrols went there on three evenings and found nothing. We have closed it; add to it if it "
      + "happens again.",
    "It was looked into, and the street is on the weekly list.",
    "It was passed to the police, who gave it a crime reference. The officer there is in touch.",
  ]

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
