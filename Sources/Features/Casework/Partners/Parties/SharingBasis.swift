internal import Database

/// On what ground an organisation is given a case.
///
/// Section 115 of the Crime and Disorder Act 1998 lets the bodies of a partnership disclose; it is a
/// gateway and no ground of its own, so the ground of data protection law is named beside it.
enum SharingBasis: String, CaseIterable, Sendable, Bindable {
  case publicTask = "public-task"
  case lawEnforcement = "law-enforcement"
  case legalObligation = "legal-obligation"
  case vitalInterests = "vital-interests"
  case consent

  var title: String {
    switch self {
    case .publicTask: "Public task, through section 115 of the Crime and Disorder Act 1998"
    case .lawEnforcement: "Law enforcement, to a competent authority"
    case .legalObligation: "A duty by law"
    case .vitalInterests: "To save a life"
    case .consent: "The person agreed"
    }
  }

  var source: String {
    switch self {
    case .publicTask: "UK GDPR, Article 6(1)(e)"
    case .lawEnforcement: "Data Protection Act 2018, section 35"
    case .legalObligation: "UK GDPR, Article 6(1)(c)"
    case .vitalInterests: "UK GDPR, Article 6(1)(d)"
    case .consent: "UK GDPR, Article 6(1)(a)"
    }
  }
}

/// On what condition it may read what weighs most: health, beliefs and the like, and what somebody is
/// said to have done against the law.
enum SharingCondition: String, CaseIterable, Sendable, Bindable {
  case none
  case statutory
  case unlawfulActs = "unlawful-acts"
  case safeguarding
  case lawEnforcement = "law-enforcement"

  var title: String {
    switch self {
    case .none: "The case holds nothing of the kind"
    case .statutory: "Statutory and government purposes"
    case .unlawfulActs: "Preventing or detecting unlawful acts"
    case .safeguarding: "Safeguarding children and people at risk"
    case .lawEnforcement: "Law enforcement"
    }
  }

  var source: String? {
    switch self {
    case .none: nil
    case .statutory: "Data Protection Act 2018, Schedule 1, paragraph 6"
    case .unlawfulActs: "Data Protection Act 2018, Schedule 1, paragraph 10"
    case .safeguarding: "Data Protection Act 2018, Schedule 1, paragraph 18"
    case .lawEnforcement: "Data Protection Act 2018, Schedule 8"
    }
  }
}
