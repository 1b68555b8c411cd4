/// The wordings of what a court makes or people agree on: a plain statement of the order for whom it binds.
///
/// The court's own paper is the order; each wording says so.
enum CourtWording {
  static let powers: [Power] = [
    .communityRemedy, .closureOrder, .injunction, .criminalBehaviour, .possession, .respectOrder,
  ]

  static func of(_ power: Power) -> (heading: String, body: String) {
    (power.title, body(power) + "\n" + foot)
  }

  private static let foot = "Written for you by ((issuer)). Reference ((reference))."

  private static func body(_ power: Power) -> String {
    switch power {
    case .communityRemedy: communityRemedy
    case .closureOrder: closureOrder
    case .criminalBehaviour: criminalBehaviour
    case .possession: possession
    case .respectOrder: respectOrder
    default: injunction
    }
  }

  private static let plain = """
    This paper says in plain words what the order says. The order of the court itself is what counts: read it, and ask a solicitor or Citizens Advice if anything is not clear.
    """

  /// Sections 1, 8 and 9; what an adult's breach is, and Schedule 2 of a young person's.
  private static let injunction = """
    To ((name)).
    ((court)) granted an injunction against you under section 1 of the Anti-social Behaviour, Crime and Policing Act 2014.
    What it is about: ((evidence)).
    The court was satisfied that: ((tests)).
    You must not do this: ((prohibitions)).
    You must do this: ((requirements)).
    It is in force from ((from)).
    It ends on ((to)).
    You, or whoever applied for it, may ask the court to vary or discharge it (section 8).
    If you break it you can be brought back to the court. Breaking it is contempt of court; of somebody under 18 a youth court may make a supervision or detention order (Schedule 2).
    \(plain)
    """

  /// Sections 330 to 340 of the Sentencing Code.
  private static let criminalBehaviour = """
    To ((name)).
    ((court)) made a criminal behaviour order against you under section 331 of the Sentencing Code.
    What it is about: ((evidence)).
    The court was satisfied that: ((tests)).
    You must not do this: ((prohibitions)).
    You must do this: ((requirements)).
    It is in force from ((from)).
    It ends on ((to)).
    You, or the prosecution, may ask the court to vary or discharge it (section 336). If you are under 18 it is reviewed each year (section 337).
    Breaking it without a reasonable excuse is an offence, for which a court can send you to prison for up to 5 years (section 339).
    \(plain)
    """

  /// Sections 80 and 82 to 86.
  private static let closureOrder = """
    ((name)), ((place)).
    ((court)) made a closure order for these premises under section 80 of the Anti-social Behaviour, Crime and Policing Act 2014.
    What it is about: ((evidence)).
    The court was satisfied that: ((tests)).
    Nobody may enter or stay on the premises but those excepted here: ((prohibitions)).
    ((requirements))
    It is in force from ((from)) to ((to)). The court can extend it, to 6 months in all (section 82).
    Whoever was served with the notice, or has an interest in the premises, may ask the court to discharge it (section 83), or appeal to the Crown Court (section 84), until ((appeal)).
    Staying on or entering the premises against it without a reasonable excuse, or obstructing those who enforce it, is an offence (section 86).
    \(plain)
    """

  /// Sections 94 and 97 of the Act of 2014, which put the ground into the Housing Acts.
  private static let possession = """
    To ((name)).
    ((court)) made an order for possession of your home on the absolute ground for anti-social behaviour (sections 94 and 97 of the Anti-social Behaviour, Crime and Policing Act 2014).
    Where: ((place)).
    What it is about: ((evidence)).
    The condition that is met: ((tests)).
    What the order says: ((prohibitions)).
    You must do this: ((requirements)).
    The order was made on ((from)).
    You must leave by ((to)).
    Ask the council's housing service, Citizens Advice or a solicitor at once what you can do and where you can live.
    \(plain)
    """

  /// Sections 101 and 102.
  private static let communityRemedy = """
    An agreement of ((name)), from ((from)).
    It is a community remedy under section 102 of the Anti-social Behaviour, Crime and Policing Act 2014: something you do to make good what was done, chosen from the list of this area.
    What it is about: ((evidence)).
    I agree to do this: ((requirements)).
    I agree to this: ((prohibitions)).
    It is done by ((to)).
    It is no conviction. If it is not done, what happened can be dealt with in another way.
    Signed by ((name)):
    Signed by a parent or guardian, where one is needed:
    Signed for ((issuer)):
    """

  /// Part 1 of the Act of 2026, whose text was not found.
  private static let respectOrder = """
    To ((name)).
    ((court)) made a respect order against you under Part 1 of the Crime and Policing Act 2026.
    What it is about: ((evidence)).
    The court was satisfied that: ((tests)).
    You must not do this: ((prohibitions)).
    You must do this: ((requirements)).
    It is in force from ((from)).
    It ends on ((to)).
    Breaking it without a reasonable excuse is an offence.
    \(plain)
    """
}
