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
    case .expeditedPublicSpaces:
      [.vicinity, .protest, .expeditedEffect, .yearBefore, .expeditedRights]
    case .closureNotice: [.premisesNuisance, .informed]
    case .closureOrder: [.premisesBehaviour]
    case .dispersal: [.suspected, .necessary, .directionRights]
    case .injunction: [.civilStandard, .just]
    case .criminalBehaviour: [.convicted, .distress, .helps]
    case .possession: [.possessionCondition]
    case .respectOrder: [.respect]
    default: []
    }
  }

  /// The parts that were met, by key; those of an earlier wording too.
  func tests(met keys: [String]) -> [StatutoryTest] {
    (tests + earlierTests).filter { keys.contains($0.key) }
  }

  /// What a record may name that is asked no longer.
  private var earlierTests: [StatutoryTest] {
    self == .expeditedPublicSpaces ? [.earlierPlace, .earlierEffect] : []
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
    words: "The effect, or likely effect, is persistent or continuing or likely to be, makes the "
      + "activities unreasonable, and justifies the restrictions", section: "section 59(3)")
  static let rights = StatutoryTest(
    key: "rights",
    words: "Particular regard was had to freedom of expression and of assembly, articles 10 and 11",
    section: "section 72(1)")
  static let consultation = StatutoryTest(
    key: "consultation",
    words: "The police, the local policing body, community representatives and the owner or "
      + "occupier of the land were consulted, the text was published and the parish or community "
      + "and county councils were notified, before it was made", section: "section 72(3) and (4)")

  static let vicinity = StatutoryTest(
    key: "vicinity",
    words: "The place is in the vicinity of a school, or of a site where vaccines or test and "
      + "trace services are provided", section: "section 59A(2)")
  static let protest = StatutoryTest(
    key: "protest",
    words: "Activities there in the course of a protest or demonstration have had, or are likely "
      + "to have, the effect of harassing or intimidating those who work there or use it, or of "
      + "impeding the service or access to it", section: "section 59A(3)")
  static let expeditedEffect = StatutoryTest(
    key: "third-condition", words: publicEffect.words, section: "section 59A(4)")
  static let yearBefore = StatutoryTest(
    key: "year-before",
    words: "None of the place was under an expedited order, or a public spaces order that forbade "
      + "or required no more than one could, in the year before",
    section: "section 59A(9) to (11)")
  static let expeditedRights = StatutoryTest(
    key: "rights",
    words: "Particular regard was had to freedom of expression and of assembly, and the chief "
      + "officer of police and the school or the NHS body consented",
    section: "section 72A(1) and (3)")
  static let earlierPlace = StatutoryTest(
    key: "first-condition",
    words:
      "The place is near a school, a vaccination site or a test site, and activities there have "
      + "had, or are likely to have, the effect the section names", section: "section 59A")
  static let earlierEffect = StatutoryTest(
    key: "second-condition", words: "The effect justifies the restrictions", section: "section 59A")

  static let premisesNuisance = StatutoryTest(
    key: "premises",
    words: "Use of the premises resulted, or is likely soon to result, in nuisance to members of "
      + "the public or in disorder near them, and the notice is necessary to prevent it",
    section: "section 76(1)")
  static let informed = StatutoryTest(
    key: "informed",
    words: "Reasonable efforts were made to inform those who live there and those responsible, and "
      + "nobody who habitually lives there, nor the owner, is kept out",
    section: "section 76(4) and (6)")
  static let premisesBehaviour = StatutoryTest(
    key: "premises",
    words:
      "The court was satisfied of disorderly, offensive or criminal behaviour on the premises, "
      + "serious nuisance to members of the public or disorder near them, done or likely, and that "
      + "the order is necessary to prevent it", section: "section 80(5)")

  static let suspected = StatutoryTest(
    key: "suspected",
    words:
      "There were reasonable grounds to suspect that their behaviour contributed, or was likely "
      + "to, to harassment, alarm, distress, crime or disorder", section: "section 35(2)")
  static let necessary = StatutoryTest(
    key: "necessary", words: "The direction was necessary to remove or reduce that likelihood",
    section: "section 35(3)")
  static let directionRights = StatutoryTest(
    key: "rights",
    words: "Particular regard was had to freedom of expression and of assembly, articles 10 and 11",
    section: "section 36(5)")

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
    key: "convicted",
    words: "They were convicted of an offence and dealt with for it, not discharged absolutely, "
      + "and the prosecution applied", section: "section 331(1) and (3)")
  static let distress = StatutoryTest(
    key: "distress",
    words: "The court was satisfied that their behaviour caused, or was likely to cause, "
      + "harassment, alarm or distress to any person", section: "section 331(2)(a)")
  static let helps = StatutoryTest(
    key: "helps", words: "The court considered that the order will help to prevent it",
    section: "section 331(2)(b)")

  static let possessionCondition = StatutoryTest(
    key: "condition",
    words: "One of the five conditions is met, such as a conviction, a breached order or a closure "
      + "of more than 48 hours, with no appeal open against it", section: "section 94 or 97")
  static let respect = StatutoryTest(
    key: "respect",
    words: "The court was satisfied of anti-social behaviour, and that the order is just and "
      + "convenient", section: "Part 1")
}
