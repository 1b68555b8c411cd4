internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Papers that go to a seat of another body are a share with that body, recorded by the program under the
/// ground of case reviews; it ends when its last seat is taken away, or when the papers close.
struct PanelShares {
  static let gateway = "asb-review"

  let services: Services
  let review: CaseReview
  let account: ID<Account>?
  /// The organisation that shares; `nil` in the shell, where it is the council.
  let organisation: ID<Organisation>?
  let now: Instant

  init(
    services: Services, review: CaseReview, account: ID<Account>?,
    organisation: ID<Organisation>?, now: Instant
  ) {
    self.services = services
    self.review = review
    self.account = account
    self.organisation = organisation
    self.now = now
  }

  init(_ visit: StaffVisit, _ review: CaseReview) {
    self.init(
      services: visit.services, review: review, account: visit.actor.account,
      organisation: visit.actor.organisation, now: visit.now)
  }

  /// Records a share with each body that sits and has none yet; does nothing before papers are issued.
  ///
  /// Throws a refusal at `field` where the law lets none of the body be told.
  func give(refusingAt field: String = "issue", in write: Write) throws {
    guard try PanelStore(keyring: services.keyring).issued(of: review.id, write) != nil else {
      return
    }
    let agencies = try services.people.agencies(write)
    let own = organisation ?? agencies.first { $0.kind == .council }?.id
    let open = Set(try shares(write).compactMap(\.organisation))
    let sitting = try bodies(write).subtracting(open).filter { $0 != own }
    let sharer = agencies.first { $0.id == own }?.kind
    for agency in agencies where sitting.contains(agency.id) {
      _ = try services.shares.record(
        NewShare(
          about: review.reference, with: .organisation(agency), terms(agency, sharer, field, write),
          isKeptByRecord: true, by: account, at: now), write)
    }
  }

  /// Ends the shares of bodies that sit no more.
  func endUnseated(in write: Write) throws {
    let sitting = try bodies(write)
    for share in try shares(write) where share.organisation.map(sitting.contains) != true {
      try end(share, at: now, because: "The last seat of the body was taken away", write)
    }
  }

  /// Ends every share with the day on which the papers close to the panel.
  func close(in write: Write) throws {
    let closed = London.start(
      of: London.day(now).adding(days: PanelDesk.daysOpen + 1))
    for share in try shares(write) {
      try end(share, at: closed, because: "The review is over", write)
    }
  }

  /// Shares that were to end with a refusal, which an appeal undid, are made anew.
  func renew(in write: Write) throws {
    for share in try shares(write) {
      try end(share, at: now, because: "An appeal opened the review: it is shared anew", write)
    }
    try give(in: write)
  }

  /// Those that are open.
  private func shares(_ read: Read) throws -> [Share] {
    try services.shares.about(review.reference, read).filter { $0.isOpen(at: now) }
  }

  private func bodies(_ read: Read) throws -> Set<ID<Organisation>> {
    let seats = Set(try PanelSeats.of(review.id, read).map(\.account))
    let people = try services.people.people(PanelSeats.sitting, read)
    return Set(people.filter { seats.contains($0.id) }.map(\.organisation))
  }

  private func end(
    _ share: Share, at moment: Instant, because reason: String, _ write: Write
  ) throws {
    try services.shares.end(
      share.reference, ShareEnd(moment, because: Sensitive(reason)), write)
  }

  /// Nobody is named in them: the register is read by people who do not open the review.
  private func terms(
    _ agency: Agency, _ sharer: AgencyKind?, _ field: String, _ read: Read
  ) throws -> ShareTerms {
    let today = London.day(now)
    let choices = try services.shares.choices(today, read)
    var refused: Refusal.Entry?
    for gateway in try gateways(agency, choices, read) {
      let terms = terms(agency, gateway, choices, today)
      let rules = ShareRules(
        terms, with: .organisation(agency), by: sharer, choices, today: today)
      refused = rules.refused.first
      if refused == nil { return terms }
    }
    throw Refusal(
      field,
      "The papers cannot be shared with \(agency.name) today. \(refused?.message ?? "")")
  }

  /// The ground of case reviews, which names the relevant bodies; or the one that lets whoever acts for
  /// an authority be told, where whoever gave the seat says that the body does.
  private func gateways(
    _ agency: Agency, _ choices: ShareChoices, _ read: Read
  ) throws -> [ShareGround] {
    let seats = try PanelSeats.of(review.id, read).filter(\.actsFor).map(\.account)
    let people = try services.people.people(PanelSeats.sitting, read)
    var acting = choices.ground(.gateway, "cda-115")
    acting?.isRecipientSaid = people.contains {
      $0.organisation == agency.id && seats.contains($0.id)
    }
    return [choices.ground(.gateway, Self.gateway), acting].compactMap(\.self)
  }

  private func terms(
    _ agency: Agency, _ gateway: ShareGround, _ choices: ShareChoices, _ today: Day
  ) -> ShareTerms {
    let fields: [ShareField] = [.identity, .events, .allegations]
    let criminal = ["official", "statutory", "unlawful-acts"].lazy.compactMap {
      choices.ground(.criminal, $0)
    }.first
    let agreement = choices.agreements.first { agreement in
      agreement.parties.contains(agency.id) && fields.allSatisfy(agreement.fields.contains)
    }
    return ShareTerms(
      words: Sensitive(
        ShareTerms.Words(
          purpose: "The panel of case review \(review.reference) reads its papers",
          necessity:
            "The relevant bodies look together at what each of them did. Third parties are "
            + "struck out page by page.")),
      grounds: [gateway, choices.ground(.basis, "public-task"), criminal].compactMap(\.self),
      fields: fields, agreement: agreement?.id, lastDay: today.adding(days: ShareRules.mostDays))
  }
}

/// With which bodies the papers are shared.
struct PanelSharesSheet: HTML {
  let shares: [Share]
  let agencies: [Agency]
  let now: Instant

  var body: some HTML {
    if !shares.isEmpty {
      Sheet("With whom the papers are shared", id: "shares") {
        DataTable(
          caption: "Shares", hidesCaption: true,
          columns: [
            .text("Share"), .text("Body"), .text("Ground in law"), .text("From"), .text("State"),
          ],
          rows: shares.map { share in
            [
              .text(share.reference.description),
              .text(
                agencies.first { $0.id == share.organisation }?.name ?? "Another organisation"),
              .text(share.terms.ground(.gateway)?.section ?? "Not named"),
              .text(London.day(share.since).words),
              .html {
                let isOpen = share.isOpen(at: now)
                StateMark(
                  isOpen ? .good : .none, "\(isOpen ? "Until" : "Ended") \(share.lastDay.words)")
              },
            ]
          })
      }
    }
  }
}
