/// Why something of a conference is not given to whoever asks for their own data.
enum Exemption: String, CaseIterable, Sendable {
  case crime
  case others
  case health
  case socialWork = "social-work"
  case childAbuse = "child-abuse"
  case inquiry
  case offences
  case publicSecurity = "public-security"
  case rights

  /// Whether it is a restriction of Part 3, and not an exemption from the UK GDPR.
  var isLawEnforcement: Bool {
    switch self {
    case .crime, .others, .health, .socialWork, .childAbuse: false
    case .inquiry, .offences, .publicSecurity, .rights: true
    }
  }

  /// Those a request may be answered with.
  static func of(lawEnforcement: Bool) -> [Exemption] {
    allCases.filter { $0.isLawEnforcement == lawEnforcement }
  }

  var title: String {
    switch self {
    case .crime: "It would prejudice preventing or detecting crime"
    case .others: "It is about somebody else too, who has not agreed"
    case .health: "Health data that would be likely to do somebody serious harm"
    case .socialWork: "Social work data that would be likely to do somebody serious harm"
    case .childAbuse: "Child abuse data, asked for a child, against their best interests"
    case .inquiry: "It would obstruct an inquiry, investigation or procedure"
    case .offences: "It would prejudice preventing, detecting or prosecuting offences"
    case .publicSecurity: "To protect public security"
    case .rights: "To protect the rights and freedoms of others"
    }
  }

  var section: String {
    let act = "Data Protection Act 2018"
    return switch self {
    case .crime: "\(act), Schedule 2, paragraph 2"
    case .others: "\(act), Schedule 2, paragraph 16"
    case .health: "\(act), Schedule 3, paragraph 5"
    case .socialWork: "\(act), Schedule 3, paragraph 11"
    case .childAbuse: "\(act), Schedule 3, paragraph 21"
    case .inquiry: "\(act), section 45(4)(a)"
    case .offences: "\(act), section 45(4)(b)"
    case .publicSecurity: "\(act), section 45(4)(c)"
    case .rights: "\(act), section 45(4)(e)"
    }
  }
}
