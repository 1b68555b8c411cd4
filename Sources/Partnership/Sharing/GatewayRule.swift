internal import Kernel

/// What the section of a gateway asks beside its purpose: who may tell by it, to whom, and what not.
///
/// Section 16 of the Act of 2022, section 14 of the Act of 2007 and section 325(6) of the Act of 2003
/// were read as published or as their guidance quotes them. Of section 115(2) of the Act of 1998 the
/// list is taken from who is held to send sets of data under section 17A, which shares it. A gateway
/// that an administrator added has no rule here: its own words are what there is.
struct GatewayRule: Sendable {
  let gateway: String
  /// The section that says so.
  let section: String
  /// Who it lets be told, in words.
  let recipients: String
  /// The kinds of organisation that those are, by who tells; `nil` in the place of whoever else.
  private let kinds: [AgencyKind?: Set<AgencyKind>]
  /// Whether it lets whoever acts for one of them be told as well.
  let orActing: Bool
  /// Those who may tell by it; `nil` where anybody may.
  let sharers: Set<AgencyKind>?
  /// What it does not let be told, with the section.
  let without: (fields: Set<ShareField>, section: String)?

  private init(
    _ gateway: String, _ section: String, to recipients: String,
    _ kinds: [AgencyKind?: Set<AgencyKind>], orActing: Bool = false,
    by sharers: Set<AgencyKind>? = nil,
    without: (fields: Set<ShareField>, section: String)? = nil
  ) {
    (self.gateway, self.section, self.recipients) = (gateway, section, recipients)
    (self.kinds, self.orActing) = (kinds, orActing)
    (self.sharers, self.without) = (sharers, without)
  }

  /// The kinds of organisation that somebody may tell by it.
  func recipients(of sharer: AgencyKind?) -> Set<AgencyKind> {
    kinds[sharer] ?? kinds[nil] ?? []
  }

  /// The rule of a gateway; `nil` where its section names nobody.
  static func of(_ gateway: String) -> GatewayRule? { all.first { $0.gateway == gateway } }

  private static let all: [GatewayRule] = [
    GatewayRule(
      "cda-115", "Crime and Disorder Act 1998, section 115(1) and (2)",
      to: "police, councils, probation, health, fire and rescue, landlords of social housing",
      [nil: [.council, .police, .housing, .health, .probation, .fire]], orActing: true),
    GatewayRule(
      "asb-review",
      "Anti-social Behaviour, Crime and Policing Act 2014, section 105 and Schedule 4, paragraph 7",
      to: "the relevant bodies: councils, police, health, providers of social housing",
      [nil: [.council, .police, .housing, .health]]),
    GatewayRule(
      "pcsc-16", "Police, Crime, Sentencing and Courts Act 2022, sections 11 and 16(2)",
      to:
        "specified authorities (police, councils, probation, health, fire and rescue), and those of "
        + "education, prisons and youth custody",
      [nil: [.council, .police, .health, .probation, .fire]],
      by: [.council, .police, .probation, .fire],
      without: ([.health], "section 16(4)(a), patient information")),
    GatewayRule(
      "mappa", "Criminal Justice Act 2003, section 325(1), (3) and (6)",
      to:
        "police, probation and prisons, and those who must co-operate with them: councils, health, "
        + "landlords of social housing",
      [nil: [.council, .police, .housing, .health, .probation]]),
    GatewayRule(
      "offenders", "Offender Management Act 2007, section 14(1) to (3)",
      to: "providers of probation, which may tell police and councils in turn",
      [nil: [.probation], .probation: [.probation, .police, .council]],
      by: [.probation, .police, .council]),
  ]
}
