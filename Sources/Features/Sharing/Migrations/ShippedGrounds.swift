/// The grounds in law the program came with, as statements of its first schema.
///
/// They are rows, not constants: an administrator adds to them and dates them. What was law before 25
/// May 2018 begins here on that day, before which nothing is recorded. The text of section 16 of the
/// Act of 2022, section 325 of the Act of 2003, section 14 of the Act of 2007, section 45 of the Care
/// Act 2014, section 70 of and Schedule 4 to the Act of 2025 with SI 2026/82, and Schedules 1 and 8 to
/// the Data Protection Act 2018 was read for it; of Schedule 4 to the Act of 2014, the notes to it.
enum ShippedGrounds {
  static let text = [
    rows(.gateway), rows(.basis), rows(.special), rows(.criminal),
  ].joined()

  private typealias Ground = (key: String, title: String, section: String, regime: String)

  private static func rows(_ part: ShippedPart) -> String {
    let values = part.grounds.enumerated().map { place, ground in
      let from = part.begins[ground.key] ?? "2018-05-25"
      return "('\(part.rawValue)', '\(ground.key)', \(place + 1), '\(ground.title)', "
        + "'\(ground.section)', '\(ground.regime)', '\(from)', 1, '2026-11-28T00:00:00.000Z')"
    }
    return """
      INSERT INTO sharing_ground (part, key, place, title, section, regime, effective_from,
        is_shipped, made_at) VALUES
      \(values.joined(separator: ",\n"));

      """
  }

  private enum ShippedPart: String {
    case gateway
    case basis
    case special
    case criminal

    var grounds: [Ground] {
      switch self {
      case .gateway: gateways
      case .basis: bases
      case .special: conditions
      case .criminal: authorities
      }
    }

    /// The first day of what began later.
    var begins: [String: String] { ["pcsc-16": "2023-01-31", "recognised": "2026-02-05"] }
  }

  private static let gateways: [Ground] = [
    (
      "cda-115", "To prevent crime and disorder, to a relevant authority",
      "Crime and Disorder Act 1998, section 115", "any"
    ),
    (
      "asb-review", "A relevant body of an ASB case review asked for it",
      "Anti-social Behaviour, Crime and Policing Act 2014, Schedule 4, paragraph 7", "any"
    ),
    (
      "pcsc-16", "Serious violence duty; nothing of patients, nothing personal from health or care",
      "Police, Crime, Sentencing and Courts Act 2022, section 16", "any"
    ),
    (
      "mappa", "Public protection arrangements (MAPPA)",
      "Criminal Justice Act 2003, section 325(4)", "any"
    ),
    (
      "offenders", "Offender management, to or from probation",
      "Offender Management Act 2007, section 14", "any"
    ),
    (
      "adults-board", "The safeguarding adults board asked for it", "Care Act 2014, section 45",
      "any"
    ),
    ("court", "A court ordered it", "The order of the court", "any"),
    (
      "serious-harm", "To protect somebody from serious harm",
      "Common law: the public interest outweighs the duty of confidence", "any"
    ),
    ("agreed", "The person agreed", "Common law: consent of the person", "any"),
  ]

  private static let bases: [Ground] = [
    ("public-task", "Public task", "UK GDPR, Article 6(1)(e)", "general"),
    ("legal-obligation", "A duty by law", "UK GDPR, Article 6(1)(c)", "general"),
    ("vital-interests", "To save a life", "UK GDPR, Article 6(1)(d)", "general"),
    ("consent", "The person agreed", "UK GDPR, Article 6(1)(a)", "general"),
    (
      "recognised", "Recognised legitimate interest: crime, safeguarding, an emergency",
      "UK GDPR, Article 6(1)(ea) and Annex 1", "not-public"
    ),
    ("legitimate", "Legitimate interests", "UK GDPR, Article 6(1)(f)", "not-public"),
    (
      "part-3", "Law enforcement, to a competent authority",
      "Data Protection Act 2018, Part 3, section 35", "law-enforcement"
    ),
  ]

  private static let act = "Data Protection Act 2018"

  private static let conditions: [Ground] = [
    (
      "statutory", "Statutory and government purposes",
      "UK GDPR, Article 9(2)(g); \(act), Schedule 1, paragraph 6", "general"
    ),
    (
      "unlawful-acts", "Preventing or detecting unlawful acts",
      "UK GDPR, Article 9(2)(g); \(act), Schedule 1, paragraph 10", "general"
    ),
    (
      "safeguarding", "Safeguarding children and people at risk",
      "UK GDPR, Article 9(2)(g); \(act), Schedule 1, paragraph 18", "general"
    ),
    (
      "health-care", "Health or social care",
      "UK GDPR, Article 9(2)(h); \(act), Schedule 1, paragraph 2", "general"
    ),
    ("vital", "To save a life of somebody who cannot agree", "UK GDPR, Article 9(2)(c)", "general"),
    ("claims", "Legal claims", "UK GDPR, Article 9(2)(f)", "general"),
    ("explicit-consent", "The person agreed to just this", "UK GDPR, Article 9(2)(a)", "general"),
    (
      "part-3-statutory", "Statutory purposes, strictly necessary",
      "\(act), Schedule 8, paragraph 1",
      "law-enforcement"
    ),
    (
      "part-3-justice", "Administration of justice, strictly necessary",
      "\(act), Schedule 8, paragraph 2", "law-enforcement"
    ),
    (
      "part-3-vital", "To save a life, strictly necessary", "\(act), Schedule 8, paragraph 3",
      "law-enforcement"
    ),
    (
      "part-3-safeguarding", "Safeguarding, strictly necessary", "\(act), Schedule 8, paragraph 4",
      "law-enforcement"
    ),
  ]

  private static let authorities: [Ground] = [
    ("official", "Under the control of official authority", "UK GDPR, Article 10", "general"),
    (
      "statutory", "Statutory and government purposes", "\(act), Schedule 1, paragraph 6", "general"
    ),
    (
      "unlawful-acts", "Preventing or detecting unlawful acts", "\(act), Schedule 1, paragraph 10",
      "general"
    ),
    (
      "safeguarding", "Safeguarding children and people at risk",
      "\(act), Schedule 1, paragraph 18",
      "general"
    ),
    ("consent", "The person agreed", "\(act), Schedule 1, paragraph 29", "general"),
    ("vital", "To save a life", "\(act), Schedule 1, paragraph 30", "general"),
    ("claims", "Legal claims", "\(act), Schedule 1, paragraph 33", "general"),
  ]
}
