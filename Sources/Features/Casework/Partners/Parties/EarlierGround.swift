/// On what ground a case was given before the register of shares: kept and shown, never chosen anew.
struct EarlierGround: Sendable, Hashable {
  let basis: String
  let condition: String

  /// The ground in words.
  var title: String {
    switch basis {
    case "public-task": "Public task, through section 115 of the Crime and Disorder Act 1998"
    case "law-enforcement": "Law enforcement, to a competent authority"
    case "legal-obligation": "A duty by law"
    case "vital-interests": "To save a life"
    case "consent": "The person agreed"
    default: basis
    }
  }

  /// The sections it named.
  var source: String {
    let bases = [
      "public-task": "UK GDPR, Article 6(1)(e)",
      "law-enforcement": "Data Protection Act 2018, section 35",
      "legal-obligation": "UK GDPR, Article 6(1)(c)",
      "vital-interests": "UK GDPR, Article 6(1)(d)", "consent": "UK GDPR, Article 6(1)(a)",
    ]
    let conditions = [
      "statutory": "Data Protection Act 2018, Schedule 1, paragraph 6",
      "unlawful-acts": "Data Protection Act 2018, Schedule 1, paragraph 10",
      "safeguarding": "Data Protection Act 2018, Schedule 1, paragraph 18",
      "law-enforcement": "Data Protection Act 2018, Schedule 8",
    ]
    return [bases[basis], conditions[condition]].compactMap(\.self).joined(separator: "; ")
  }
}
