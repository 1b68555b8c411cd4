/// How a court must be satisfied of a breach.
extension Power {
  /// Said where a breach is an offence or, of an injunction, contempt of court; `nil` where no court decides
  /// on it, such as of a contract.
  var breachProof: String? {
    switch self {
    case .injunction:
      "A court must be satisfied of the breach beyond reasonable doubt: as of contempt of court or, under "
        + "18, by Schedule 2, paragraph 1(1)"
    case .criminalBehaviour: Self.offence("section 339(1) of the Sentencing Code")
    case .dispersal: Self.offence("section 39(1)")
    case .protectionNotice: Self.offence("section 48(1)")
    case .publicSpaces, .expeditedPublicSpaces: Self.offence("section 67(1)")
    case .closureNotice: Self.offence("section 86(1)")
    case .closureOrder: Self.offence("section 86(2)")
    case .respectOrder: Self.offence("Part 1 of the Act of 2026")
    case .warning, .acceptableBehaviour, .communityRemedy, .protectionWarning, .possession,
      .antisocialBehaviourOrder, .dispersal2003, .drinkingBanning, .crackHouse:
      nil
    }
  }

  private static func offence(_ section: String) -> String {
    "A breach is an offence (\(section)): a court must be satisfied of it beyond reasonable doubt"
  }
}
