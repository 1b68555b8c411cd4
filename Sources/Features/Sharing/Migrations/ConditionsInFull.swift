/// The shipped conditions with what their paragraphs ask beside the purpose, as statements of a schema.
///
/// Sections 7, 10 and 11 of the Data Protection Act 2018 and, of its Schedule 1, paragraphs 2, 29, 30(b),
/// 33 and 36 (what is about offences need not be of substantial public interest) were read in the Act as
/// published; 10(1)(b) and (2) (without consent, so as not to prejudice the purpose) and 18(1)(c) and (2)
/// (without consent, for one of three reasons) in a copy of it. Shares already recorded keep their
/// grounds as they stood.
enum ConditionsInFull {
  static let text = changes.map { change in
    """
    UPDATE sharing_ground SET title = '\(change.title)', section = '\(change.section)'
    WHERE part = '\(change.part)' AND key = '\(change.key)' AND is_shipped = 1;

    """
  }.joined()

  private static let schedule = "Data Protection Act 2018, Schedule 1"
  private static let unlawful =
    "Preventing or detecting unlawful acts, where asking for consent would defeat it"
  private static let safeguarding =
    "Safeguarding a child or an adult at risk, where consent cannot or must not be asked for"

  private static let changes: [(part: String, key: String, title: String, section: String)] = [
    (
      "gateway", "cda-115",
      "To prevent crime and disorder, to a relevant authority or whoever acts for it",
      "Crime and Disorder Act 1998, section 115"
    ),
    (
      "special", "unlawful-acts", unlawful, "UK GDPR, Article 9(2)(g); \(schedule), paragraph 10"
    ),
    (
      "special", "safeguarding", safeguarding,
      "UK GDPR, Article 9(2)(g); \(schedule), paragraph 18"
    ),
    (
      "special", "health-care",
      "Health or social care, by somebody bound to secrecy by law or profession",
      "UK GDPR, Article 9(2)(h) and (3); \(schedule), paragraph 2, and section 11(1)"
    ),
    (
      "criminal", "statutory", "Statutory and government purposes",
      "\(schedule), paragraphs 6 and 36"
    ),
    ("criminal", "unlawful-acts", unlawful, "\(schedule), paragraphs 10 and 36"),
    ("criminal", "safeguarding", safeguarding, "\(schedule), paragraphs 18 and 36"),
    (
      "criminal", "vital", "To save a life of somebody who cannot agree",
      "\(schedule), paragraph 30"
    ),
    (
      "criminal", "claims", "Legal proceedings, legal advice or legal rights",
      "\(schedule), paragraph 33"
    ),
  ]
}
