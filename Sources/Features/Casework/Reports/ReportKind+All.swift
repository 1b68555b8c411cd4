/// The kinds that are offered, in the words of the partnership's plan of 2017 to 2021.
extension ReportKind {
  /// What counts as anti-social behaviour.
  static let counted: [ReportKind] = [
    ReportKind(
      id: "rowdy", title: "Rowdy, noisy behaviour in otherwise quiet neighbourhoods", isNoise: true),
    ReportKind(
      id: "night-noise", title: "Night time noise from houses or gardens",
      hint: "Especially 11pm to 7am.", weight: .raised, isNoise: true),
    ReportKind(
      id: "threatening", title: "Threatening, drunken or intimidating behaviour", weight: .high),
    ReportKind(
      id: "hate", title: "Abuse or threats because of who I am",
      weight: .high, isHate: true),
    ReportKind(
      id: "drugs", title: "Drug use or dealing",
      hint: "Dealing is happening now? Call 999.",
      weight: .raised),
    ReportKind(id: "vandalism", title: "Vandalism, graffiti and fly-posting"),
    ReportKind(id: "litter", title: "Litter and fly-tipping rubbish"),
    ReportKind(id: "gardens", title: "Rubbish in front gardens"),
    ReportKind(id: "begging", title: "Aggressive begging"),
    ReportKind(id: "street-drinking", title: "Drinking in the street"),
    ReportKind(id: "vehicles", title: "Speeding and abandoned cars and vehicles"),
    ReportKind(id: "prostitution", title: "Prostitution and kerb-crawling", weight: .raised),
    ReportKind(
      id: "sales", title: "Alcohol, tobacco or nitrous oxide being sold to children",
      weight: .raised),
  ]

  /// What mostly is not, each with the question that decides it.
  static let excepted: [ReportKind] = [
    ReportKind(
      id: "children-playing", title: "Children playing in the street or communal areas",
      exception: KindException(
        question: "Are they causing damage to property?",
        yes: "Yes, property is being damaged",
        explanation:
          "Children playing is not usually anti-social behaviour: playing outside is part "
          + "of growing up, and often noisy. It is when property is being damaged.",
        help: [
          KindException.Help(
            title: "Talk to the parents", text: "Most do not know that it disturbs anybody."),
          KindException.Help(
            title: "Your landlord or managing agent",
            text: "They can say where on an estate ball games are allowed, and talk to families."),
        ])),
    ReportKind(
      id: "gathering", title: "Children and young people gathering socially",
      exception: KindException(
        question: "Are they rowdy and inconsiderate, and intimidating people?",
        yes: "Yes, they are rowdy, inconsiderate and intimidating people",
        explanation: "Young people meeting outside is not usually anti-social behaviour: they have "
          + "as much right to be there as anybody. It is when they are rowdy and inconsiderate and "
          + "intimidate people.",
        help: [
          KindException.Help(
            title: "The council’s youth service",
            text: "Youth workers go where young people meet, and can offer somewhere better to be."),
          KindException.Help(
            title: "If you worry about one of them",
            text: "Tell children’s social care at the council. In danger now: call 999."),
        ])),
    ReportKind(
      id: "parking", title: "Being unable to park outside my own home",
      exception: KindException(
        question: nil, yes: "",
        explanation:
          "Not being able to park outside your home is not anti-social behaviour: nobody "
          + "has a right to a place on a public road, whoever parks there.",
        help: [
          KindException.Help(
            title: "The council’s parking service",
            text: "For a vehicle on a yellow line, in a permit bay or across a dropped kerb."),
          KindException.Help(
            title: "101", text: "For a vehicle that blocks your drive so that you cannot get out."),
        ])),
    ReportKind(
      id: "repairs", title: "DIY and off-road car repairs",
      exception: KindException(
        question: "Is it late at night or early in the morning?",
        yes: "Yes, late at night or early in the morning",
        explanation:
          "DIY and car repairs off the road are not usually anti-social behaviour: people "
          + "may mend and build at home. It is when they do it late at night or early in the "
          + "morning.",
        help: [
          KindException.Help(
            title: "Talk to your neighbour", text: "Ask when they will be done, or agree on hours."),
          KindException.Help(
            title: "The council’s environmental health service",
            text: "For fumes, dust or oil, and for a business run from a home."),
        ], isNoise: true)),
  ]

  static let other = ReportKind(id: "other", title: "Something else, or I am not sure")

  /// Every kind, in the order in which they are offered.
  static let all = counted + excepted + [other]
}
