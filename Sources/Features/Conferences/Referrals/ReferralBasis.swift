/// The ground of data protection law on which somebody is referred.
///
/// Consent is none of them: a referral is made because of the danger, whether or not it is agreed to.
enum ReferralBasis: String, CaseIterable, Sendable {
  case publicTask = "public-task"
  case vitalInterests = "vital-interests"
  case legalObligation = "legal-obligation"
  case lawEnforcement = "law-enforcement"

  var title: String {
    switch self {
    case .publicTask: "Public task, through section 115 of the Crime and Disorder Act 1998"
    case .vitalInterests: "To save a life"
    case .legalObligation: "A duty by law"
    case .lawEnforcement: "Law enforcement, by a competent authority"
    }
  }

  var source: String {
    switch self {
    case .publicTask: "UK GDPR, Article 6(1)(e)"
    case .vitalInterests: "UK GDPR, Article 6(1)(d)"
    case .legalObligation: "UK GDPR, Article 6(1)(c)"
    case .lawEnforcement: "Data Protection Act 2018, section 35"
    }
  }
}

/// The condition on which health, beliefs, the like and what somebody is said to have done are told.
enum ReferralCondition: String, CaseIterable, Sendable {
  case none
  case safeguarding
  case unlawfulActs = "unlawful-acts"
  case statutory
  case lawEnforcement = "law-enforcement"

  var title: String {
    switch self {
    case .none: "It holds nothing of the kind"
    case .safeguarding: "Safeguarding children and people at risk"
    case .unlawfulActs: "Preventing or detecting unlawful acts"
    case .statutory: "Statutory and government purposes"
    case .lawEnforcement: "Law enforcement"
    }
  }

  var source: String? {
    switch self {
    case .none: nil
    case .safeguarding: "Data Protection Act 2018, Schedule 1, paragraph 18"
    case .unlawfulActs: "Data Protection Act 2018, Schedule 1, paragraph 10"
    case .statutory: "Data Protection Act 2018, Schedule 1, paragraph 6"
    case .lawEnforcement: "Data Protection Act 2018, Schedule 8"
    }
  }
}
