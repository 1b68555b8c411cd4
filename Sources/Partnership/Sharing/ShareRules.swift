public import HTTP
public import Kernel

/// What the law and the partnership's own rules ask of the terms of a share.
///
/// The UK GDPR and the Data Protection Act 2018 as the sections named in the refusals say; that a
/// share lasts a year at most, and that it falls under an agreement, are rules of the partnership.
public struct ShareRules {
  /// A longer share is looked at again and recorded anew.
  public static let mostDays = 366

  private let terms: ShareTerms
  private let recipient: ShareRecipient?
  private let sharer: AgencyKind?
  private let choices: ShareChoices
  private let today: Day

  /// The rules as they bind one share.
  ///
  /// - Parameters:
  ///   - terms: what is to be shared, and on which grounds.
  ///   - recipient: with whom; `nil` while nobody is chosen, of whom nothing is then asked.
  ///   - sharer: what the organisation is that shares; `nil` where it is none of the partnership.
  ///   - choices: what is law on the day, and which agreements are in force.
  ///   - today: the day it is shared.
  public init(
    _ terms: ShareTerms, with recipient: ShareRecipient?, by sharer: AgencyKind?,
    _ choices: ShareChoices, today: Day
  ) {
    self.terms = terms
    self.recipient = recipient
    self.sharer = sharer
    self.choices = choices
    self.today = today
  }

  /// What keeps it from being shared, in the order of the form, by the field of ``ShareTermsForm`` that says otherwise.
  public var refused: [Refusal.Entry] {
    [fields, gateway, basis, special, criminal, agreement, lastDay].compactMap { rule in
      rule.map { Refusal.Entry(field: $0.field, message: $0.message) }
    }
  }

  private typealias Breach = (field: String, message: String)

  private var gateway: Breach? {
    terms.ground(.gateway) == nil
      ? ("gateway", "Choose the power or duty that lets it be shared") : nil
  }

  private var basis: Breach? {
    guard let basis = terms.ground(.basis) else {
      return (
        "basis", "Choose the basis: of Article 6 of the UK GDPR, or law enforcement under Part 3"
      )
    }
    switch basis.regime {
    case .lawEnforcement where !(recipient?.isCompetent ?? true):
      return (
        "basis",
        "Part 3 is for competent authorities (Data Protection Act 2018, section 30): choose a basis "
          + "of Article 6 for this recipient"
      )
    case .notPublic where sharer.map(\.isPublicAuthority) ?? false:
      return (
        "basis",
        "A public authority cannot rely on this in its tasks (UK GDPR, Article 6(1)): choose another "
          + "basis, such as a public task"
      )
    case .any, .general, .notPublic, .lawEnforcement: return nil
    }
  }

  private func hasField(_ weight: ShareField.Weight) -> Bool {
    terms.fields.contains { $0.weight == weight }
  }

  private var special: Breach? {
    guard let condition = terms.ground(.special) else {
      guard hasField(.special) else { return nil }
      return (
        "special",
        terms.isLawEnforcement
          ? "Choose a condition of Schedule 8: health or beliefs are shared (Data Protection Act 2018, "
            + "section 35)"
          : "Choose a condition of Article 9: health or beliefs are shared"
      )
    }
    let isOfPart3 = condition.regime == .lawEnforcement
    guard isOfPart3 != terms.isLawEnforcement else { return nil }
    return (
      "special",
      isOfPart3
        ? "Schedule 8 goes with Part 3 alone: choose a condition of Article 9"
        : "Article 9 does not go with Part 3: choose a condition of Schedule 8"
    )
  }

  /// Part 3 has no rule of its own on allegations: they are what it is for.
  private var criminal: Breach? {
    guard hasField(.criminal), !terms.isLawEnforcement, terms.ground(.criminal) == nil else {
      return nil
    }
    return (
      "criminal",
      "Choose the authority: allegations or offences are shared (UK GDPR, Article 10; Data Protection "
        + "Act 2018, section 10(5) and section 11(2))"
    )
  }

  private var fields: Breach? {
    terms.fields.isEmpty ? ("shared", "Choose what is shared, and no more than is needed") : nil
  }

  private var agreement: Breach? {
    guard case .organisation(let agency)? = recipient else { return nil }
    guard let id = terms.agreement else {
      return choices.needsAgreement
        ? ("agreement", "Choose the agreement it falls under: the partnership asks for one") : nil
    }
    guard let agreement = choices.agreements.first(where: { $0.id == id }) else {
      return ("agreement", "This agreement is not in force: choose another")
    }
    guard agreement.parties.contains(agency.id) else {
      return ("agreement", "\(agency.name) has not signed this agreement: choose another")
    }
    let outside = terms.fields.filter { !agreement.fields.contains($0) }
    guard let first = outside.first else { return nil }
    return ("shared", "\(agreement.title) does not cover “\(first.title)”: take it out")
  }

  private var lastDay: Breach? {
    if terms.lastDay < today { return ("until-day", "Choose today or a later day") }
    let last = today.adding(days: Self.mostDays)
    guard terms.lastDay > last else { return nil }
    return (
      "until-day",
      "Choose a day up to \(last.words): a longer share is looked at again and recorded anew"
    )
  }
}
