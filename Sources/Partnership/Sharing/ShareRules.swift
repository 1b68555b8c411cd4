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
    let grounds = GroundRules(
      terms.grounds, for: terms.fields, to: .one(recipient), by: sharer)
    return grounds.refused
      + [agreement, lastDay].compactMap { rule in
        rule.map { Refusal.Entry(field: $0.field, message: $0.message) }
      }
  }

  private typealias Breach = (field: String, message: String)

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
