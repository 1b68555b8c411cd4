public import HTTP
internal import Kernel

/// What the law asks of the grounds on which kinds of data are told to somebody, whatever tells them.
///
/// The UK GDPR and the Data Protection Act 2018 as the sections named in the refusals say.
public struct GroundRules {
  private let grounds: [ShareGround]
  private let fields: [ShareField]
  private let recipient: Recipient
  private let sharer: AgencyKind?

  /// Who is told.
  public enum Recipient: Sendable {
    /// One organisation or person; `nil` while nobody is chosen, of whom nothing is then asked.
    case one(ShareRecipient?)
    /// Everybody who sits together, by what their organisations are: each sits there as an authority,
    /// or acts for one.
    case sitting(Set<AgencyKind>)
  }

  /// The rules as they bind what is told once.
  ///
  /// - Parameters:
  ///   - grounds: the grounds in law that are named.
  ///   - fields: what is told.
  ///   - recipient: who is told.
  ///   - sharer: what the organisation is that tells; `nil` where it is none of the partnership.
  public init(
    _ grounds: [ShareGround], for fields: [ShareField], to recipient: Recipient,
    by sharer: AgencyKind?
  ) {
    self.grounds = grounds
    self.fields = fields
    self.recipient = recipient
    self.sharer = sharer
  }

  /// What keeps it from being told, in the order of the form, by the field of ``ShareTermsForm`` that says otherwise.
  public var refused: [Refusal.Entry] {
    [something, gateway, basis, special, criminal].compactMap { rule in
      rule.map { Refusal.Entry(field: $0.field, message: $0.message) }
    }
  }

  private typealias Breach = (field: String, message: String)

  private func ground(_ part: ShareGround.Part) -> ShareGround? {
    grounds.first { $0.part == part }
  }

  private var isLawEnforcement: Bool { ground(.basis)?.regime == .lawEnforcement }

  private var gateway: Breach? {
    guard let gateway = ground(.gateway) else {
      return ("gateway", "Choose the power or duty that lets it be shared")
    }
    guard let rule = GatewayRule.of(gateway.key) else { return nil }
    if let sharer, let sharers = rule.sharers, !sharers.contains(sharer) {
      return (
        "gateway",
        "\(sharer.title) cannot share by this power (\(rule.section)): choose another"
      )
    }
    if let without = rule.without, fields.contains(where: without.fields.contains) {
      let titles = fields.filter(without.fields.contains).map(\.title).joined(separator: "; ")
      return (
        "gateway",
        "This power does not let “\(titles)” be told (\(without.section)): take it out, or choose "
          + "another"
      )
    }
    guard !isNamed(by: rule, isSaid: gateway.isRecipientSaid ?? false) else { return nil }
    return (
      "gateway",
      "This power lets it be told to \(rule.recipients)\(rule.orActing ? ", or who acts for one" : "") "
        + "(\(rule.section)): choose another, or tick below that the recipient is one of them"
        + (rule.orActing ? " or acts for one" : "")
    )
  }

  /// Whether everybody who is told is one whom the section names: by what they are, or, where the
  /// program cannot know, because whoever shares says so.
  private func isNamed(by rule: GatewayRule, isSaid: Bool) -> Bool {
    let kinds = rule.recipients(of: sharer)
    switch recipient {
    case .one(nil): return true
    case .one(.organisation(let agency)?):
      return kinds.contains(agency.kind) || rule.orActing && isSaid
    case .one(.outside?): return isSaid
    case .sitting(let sitting): return rule.orActing || sitting.isSubset(of: kinds)
    }
  }

  private var isToCompetent: Bool {
    switch recipient {
    case .one(let one): one?.isCompetent ?? true
    case .sitting(let kinds): kinds.allSatisfy(\.mayBeCompetent)
    }
  }

  private var basis: Breach? {
    guard let basis = ground(.basis) else {
      return (
        "basis", "Choose the basis: of Article 6 of the UK GDPR, or law enforcement under Part 3"
      )
    }
    switch basis.regime {
    case .lawEnforcement where !(sharer?.mayBeCompetent ?? true):
      return (
        "basis",
        "Part 3 is for competent authorities (Data Protection Act 2018, section 30): whoever shares is "
          + "none, so choose a basis of Article 6"
      )
    case .lawEnforcement where !isToCompetent:
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
    fields.contains { $0.weight == weight }
  }

  private var special: Breach? {
    guard let condition = ground(.special) else {
      guard hasField(.special) else { return nil }
      return (
        "special",
        isLawEnforcement
          ? "Choose a condition of Schedule 8: health or beliefs are shared (Data Protection Act 2018, "
            + "section 35)"
          : "Choose a condition of Article 9: health or beliefs are shared"
      )
    }
    let isOfPart3 = condition.regime == .lawEnforcement
    guard isOfPart3 != isLawEnforcement else { return nil }
    return (
      "special",
      isOfPart3
        ? "Schedule 8 goes with Part 3 alone: choose a condition of Article 9"
        : "Article 9 does not go with Part 3: choose a condition of Schedule 8"
    )
  }

  /// Part 3 has no rule of its own on allegations: they are what it is for.
  private var criminal: Breach? {
    guard hasField(.criminal), !isLawEnforcement, ground(.criminal) == nil else {
      return nil
    }
    return (
      "criminal",
      "Choose the authority: allegations or offences are shared (UK GDPR, Article 10; Data Protection "
        + "Act 2018, section 10(5) and section 11(2))"
    )
  }

  private var something: Breach? {
    fields.isEmpty ? ("shared", "Choose what is shared, and no more than is needed") : nil
  }
}
