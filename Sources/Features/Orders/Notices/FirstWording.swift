/// The wordings the program first came with; its first schema says them, so they do not change.
enum FirstWording {
  static let powers: [Power] = [
    .warning, .acceptableBehaviour, .protectionWarning, .protectionNotice, .publicSpaces,
    .expeditedPublicSpaces, .closureNotice,
  ]

  static func of(_ power: Power) -> (heading: String, body: String) {
    (power.title, body(power) + "\n" + foot)
  }

  private static let foot = "Issued by ((issuer)). Reference ((reference))."

  private static func body(_ power: Power) -> String {
    switch power {
    case .protectionWarning: protectionWarning
    case .protectionNotice: protectionNotice
    case .acceptableBehaviour: contract
    case .closureNotice: closure
    case .publicSpaces, .expeditedPublicSpaces: publicSpaces
    default: warning
    }
  }

  private static let warning = """
    To ((name)).
    This is a warning about anti-social behaviour.
    Where: ((place)).
    What happened: ((evidence)).
    You must stop this: ((prohibitions)).
    You must do this: ((requirements)).
    If it goes on, we can take other action, which may include a notice or an application to a court.
    If you think this is wrong, or you need help to stop, tell us.
    """

  private static let contract = """
    An agreement between ((name)) and ((issuer)), from ((from)) to ((to)).
    What happened: ((evidence)).
    I agree not to do this: ((prohibitions)).
    I agree to do this: ((requirements)).
    This agreement is voluntary. It is not a court order. What happens while it lasts may be told to a court later.
    Signed by ((name)):
    Signed by a parent or guardian, where one is needed:
    Signed for ((issuer)):
    """

  private static let protectionWarning = """
    To ((name)).
    This is a written warning under section 43(5)(a) of the Anti-social Behaviour, Crime and Policing Act 2014.
    Where: ((place)).
    Your conduct is having a detrimental effect on the quality of life of those in the locality: ((evidence)).
    You must stop this: ((prohibitions)).
    You must do this: ((requirements)).
    If your conduct goes on having that effect, a community protection notice may be issued to you. Failing to comply with a notice is an offence.
    If you think this is wrong, tell us.
    """

  private static let protectionNotice = """
    To ((name)).
    This is a community protection notice under section 43 of the Anti-social Behaviour, Crime and Policing Act 2014. It follows the written warning ((warning)).
    Where: ((place)).
    The conduct it is about: ((evidence)).
    We are satisfied that: ((tests)).
    You must stop, or not do, this: ((prohibitions)).
    You must do this: ((requirements)).
    It is in force from ((from)).
    It ends on ((to)).
    You may appeal to a magistrates' court (section 46), until ((appeal)). While an appeal is open, a requirement to stop doing something goes on, and any other has no effect.
    Failing to comply without a reasonable excuse is an offence: a fine up to level 4 for a person, and a fine for a body (section 48). A fixed penalty notice may be given instead (section 52).
    The council may have work done and ask you to pay for it (section 47). A court that convicts you may order work, forfeiture or seizure (sections 49 to 51).
    """

  private static let closure = """
    A closure notice under section 76 of the Anti-social Behaviour, Crime and Policing Act 2014.
    Premises: ((name)), ((place)).
    What it rests on: ((evidence)).
    We are satisfied that: ((tests)).
    Access is prohibited: ((prohibitions)).
    ((requirements))
    It is in force from ((from)) to ((to)).
    Authorised by: ((authoriser)).
    Failing to comply with this notice is an offence (section 86).
    An application will be made for a closure order, which can close the premises for up to three months. It is heard at ((court)).
    The hearing: ((hearing)).
    For advice on housing and on the law, ask the council's housing service, Citizens Advice or a solicitor. Their addresses go with this notice.
    """

  private static let publicSpaces = """
    ((name)).
    A public spaces protection order under section 59 of the Anti-social Behaviour, Crime and Policing Act 2014.
    Where: ((place)).
    What it rests on: ((evidence)).
    The council is satisfied that: ((tests)).
    Nobody may do this in the area: ((prohibitions)).
    Everybody must do this in the area: ((requirements)).
    It is in force from ((from)) to ((to)).
    Failing to comply without a reasonable excuse is an offence: a fine up to level 3 (section 67). Where it is about alcohol, it is an offence not to stop drinking or not to hand the drink over when asked (section 63).
    Somebody who lives in the area or regularly works in or visits it may question the order in the High Court within six weeks of its making (section 66).
    """
}
