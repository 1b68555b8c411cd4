/// The wordings the program comes with, where they state more than the first ones did.
///
/// Each says what its section has a notice say; a test holds them against it.
enum ShippedWording {
  static let powers: [Power] = [
    .protectionWarning, .protectionNotice, .closureNotice, .publicSpaces, .expeditedPublicSpaces,
    .dispersal,
  ]

  static func of(_ power: Power) -> (heading: String, body: String) {
    (power.title, body(power) + "\n" + foot)
  }

  private static let foot = "Issued by ((issuer)). Reference ((reference))."

  private static func body(_ power: Power) -> String {
    switch power {
    case .protectionWarning: protectionWarning
    case .protectionNotice: protectionNotice
    case .closureNotice: closure
    case .expeditedPublicSpaces: publicSpaces("59A", expedited)
    case .dispersal: dispersal
    default: publicSpaces("59", "")
    }
  }

  /// Section 43(5)(a): that the notice will be issued unless the conduct ceases to have the effect.
  private static let protectionWarning = """
    To ((name)).
    This is a written warning under section 43(5)(a) of the Anti-social Behaviour, Crime and Policing Act 2014.
    Where: ((place)).
    Your conduct is having a detrimental effect on the quality of life of those in the locality: ((evidence)).
    You must stop this: ((prohibitions)).
    You must do this: ((requirements)).
    A community protection notice will be issued to you unless your conduct stops having that effect. Failing to comply with a notice is an offence.
    If you think this is wrong, tell us.
    """

  /// Section 43(7): the conduct, and the effect of sections 46 to 51.
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
    You may appeal to a magistrates' court (section 46), until ((appeal)): because the conduct did not take place, had no detrimental effect, was not persistent or continuing, was not unreasonable, or is not yours to control; because a requirement or a time set is unreasonable; because of a material defect or error; or because the notice was issued to the wrong person.
    While an appeal is in progress a requirement to stop doing something stays in effect, unless the court orders otherwise. Any other requirement has no effect.
    If you do not do what is required, the council may have work done on land open to the air, or elsewhere with the consent that is needed, and ask you to pay for it (section 47).
    Failing to comply is an offence, unless you took all reasonable steps or have another reasonable excuse: a fine up to level 4 for a person, and a fine for a body (section 48). A fixed penalty notice may be given instead (section 52).
    A court that convicts you may order you to do work or let it be done (section 49) and order things used in the offence to be handed over and destroyed or disposed of (section 50). A justice may issue a warrant to seize them (section 51).
    """

  /// Section 76(5), and those whom section 76(4) lets in.
  private static let closure = """
    A closure notice under section 76 of the Anti-social Behaviour, Crime and Policing Act 2014.
    Premises: ((name)), ((place)).
    What it rests on: ((evidence)).
    We are satisfied that: ((tests)).
    Nobody may enter or stay on the premises but those excepted here: ((prohibitions)).
    ((requirements))
    It does not keep out people who habitually live on the premises, or their owner (section 76(4)).
    It is in force from ((from)) to ((to)).
    Authorised by: ((authoriser)).
    Failing to comply with this notice is an offence (section 86).
    An application will be made under section 80 for a closure order. It is heard at ((court)).
    The hearing: ((hearing)).
    A closure order can close the premises to everybody, those who live there and the owner included, for up to three months, and can be extended. Breaking it is an offence.
    Advice about housing and the law: ((advice)).
    """

  /// Section 59(7) and, of expedited orders, 59A: the activities, the effect of sections 63 and 67, the
  /// period.
  private static func publicSpaces(_ section: String, _ more: String) -> String {
    """
    ((name)).
    A public spaces protection order under section \(section) of the Anti-social Behaviour, Crime and Policing Act 2014.
    Where: ((place)).
    The activities it is about: ((evidence)).
    The council is satisfied that: ((tests)).
    Nobody may do this in the area: ((prohibitions)).
    Everybody must do this in the area: ((requirements)).
    It has effect from ((from)) to ((to)).\(more)
    Failing to comply without a reasonable excuse is an offence: a fine up to level 3 (section 67). A fixed penalty notice may be given instead (section 68).
    Where it is about drinking alcohol, it is an offence not to stop drinking, or not to hand over what is or seems to be alcohol, when a constable or an authorised person asks you to (section 63).
    Somebody who lives in the area or regularly works in or visits it may question the order in the High Court within six weeks of its making (section 66).
    """
  }

  private static let expedited =
    "\nThe police, the local policing body, community representatives and the owner or occupier of the land are consulted as soon as reasonably practicable (section 72B)."

  /// Section 35(5) and (6): in writing, with the area, and that failing to comply is an offence.
  private static let dispersal = """
    To ((name)).
    A direction under section 35 of the Anti-social Behaviour, Crime and Policing Act 2014, by a constable in uniform.
    The area it relates to: ((place)).
    You must: ((prohibitions)).
    ((requirements))
    You must leave the area and not return to it from ((from)) to ((to)).
    The use of this power was authorised by: ((authoriser)).
    Failing without reasonable excuse to comply with this direction is an offence (section 39).
    It does not keep you from where you live, or from where you must be for work, education, medical treatment, or by order of a court, at the time you must be there (section 36).
    """
}
