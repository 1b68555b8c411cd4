/// One part of the test a power must pass, in the words of its own Act.
///
/// The tests differ and are not mixed: "harassment, alarm or distress" is no "detrimental effect on
/// the quality of life".
struct StatutoryTest: Sendable {
  let key: String
  let words: String
  let section: String
}

extension Power {
  /// Every part must be met.
  var tests: [StatutoryTest] {
    switch self {
    case .protectionWarning: [.detriment, .unreasonable]
    case .protectionNotice: [.detriment, .unreasonable, .enoughTime]
    case .publicSpaces: [.publicPlace, .publicEffect, .rights, .consultation]
    case .expeditedPublicSpaces: [.expeditedPlace, .expeditedEffect, .expeditedRights]
    case .closureNotice: [.premisesNuisance, .informed]
    case .closureOrder: [.premisesBehaviour]
    case .dispersal: [.suspected, .necessary]
    case .injunction: [.civilStandard, .just]
    case .criminalBehaviour: [.convicted, .distress, .helps]
    case .possession: [.possessionCondition]
    case .respectOrder: [.respect]
    default: []
    }
  }
}

extension StatutoryTest {
  static let detriment = StatutoryTest(
    key: "detriment",
    words: "The conduct has a detrimental effect, persistent or continuing, on the quality of life "
      + "of those in the locality", section: "section 43(1)(a)")
  static let unreasonable = StatutoryTest(
    key: "unreasonable", words: "The conduct is unreasonable", section: "section 43(1)(b)")
  static let enoughTime = StatutoryTest(
    key: "enough-time",
    words: "They had enough time since the warning, and the conduct still has that effect",
    section: "section 43(5)(b)")

  static let publicPlace = StatutoryTest(
    key: "first-condition",
    words: "Activities in a public place have had, or are likely to have, a detrimental effect on "
      + "the quality of life of those in the locality", section: "section 59(2)")
  static let publicEffect = StatutoryTest(
    key: "second-condition",
    words: "The effect is persistent or continuing, makes the activities unreasonable, and "
      + "justifies the restrictions", section: "section 59(3)")
  static let rights = StatutoryTest(
    key: "rights",
    words: "Particular regard was had to freedom of expression and of assembly, articles 10 and 11",
    section: "section 72(1)")
  static let consultation = StatutoryTest(
    key: "consultation",
    words: "The police, the local policing body, community representatives and the owner or "
      + "occupier of the land were consulted", section: "section 72(3)")

  static let expeditedPlace = StatutoryTest(
    key: "first-condition",
    words:
      "The place is near a school, a vaccination site or a test site, and activities there have "
      + "had, or are likely to have, the effect the section names", section: "section 59A")
  static let expeditedEffect = StatutoryTest(
    key: "second-condition", words: "The effect justifies the restrictions", section: "section 59A")
  static let expeditedRights = StatutoryTest(
    key: "rights",
    words: "Particular regard was had to freedom of expression and of assembly, and the necessary "
      + "consents were given", section: "section 72A")

  static let premisesNuisance = StatutoryTest(
    key: "premises",
    words: "Use of the premises resulted, or is likely soon to result, in nuisance or in disorder "
      + "near them, and the notice is necessary to prevent it", section: "section 76(1)")
  static let informed = StatutoryTest(
    key: "informed",
    words: "Reasonable efforts were made to inform those who live there and those responsible, and "
      + "nobody who habitually lives there, nor the owner, is kept out",
    section: "section 76(4) and (6)")
  static let premisesBehaviour = StatutoryTest(
    key: "premises",
    words:
      "The court was satisfied of disorderly, offensive or criminal behaviour, serious nuisance "
      + "or disorder, and that the order is necessary", section: "section 80(5)")

  static let suspected = StatutoryTest(
    key: "suspected",
    words:
      "There were reasonable grounds to suspect that their behaviour contributed, or was likely "
      + "to, to harassment, alarm, distress, crime or disorder", section: "section 35(2)")
  static let necessary = StatutoryTest(
    key: "necessary", words: "The direction was necessary to remove or reduce that likelihood",
    section: "section 35(3)")

  static let civilStandard = StatutoryTest(
    key: "engaged",
    words: "The court was satisfied, on the balance of probabilities, that they have engaged or "
      + "threaten to engage in anti-social behaviour as section 2 means it",
    section: "section 1(2)")
  static let just = StatutoryTest(
    key: "just",
    words: "The court considered it just and convenient for preventing such behaviour",
    section: "section 1(3)")

  static let convicted = StatutoryTest(
    key: "convicted", words: "They were convicted of an offence and the prosecution applied",
    section: "section 331(1)")
  static let distress = StatutoryTest(
    key: "distress",
    words: "The court was satisfied that their behaviour caused, or was likely to cause, "
      + "harassment, alarm or distress to any person", section: "section 331(2)(a)")
  static let helps = StatutoryTest(
    key: "helps", words: "The court considered that the order will help to prevent it",
    section: "section 331(2)(b)")

  static let possessionCondition = StatutoryTest(
    key: "condition",
    words: "One of the five conditions is met, such as a conviction, a breached order or a closure",
    section: "section 94")
  static let respect = StatutoryTest(
    key: "respect",
    words: "The court was satisfied of anti-social behaviour, and that the order is just and "
      + "convenient", section: "Part 1")
}
