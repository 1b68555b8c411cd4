internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// What somebody may do with the papers of one review.
///
/// They are opened by who sits on the panel, until some weeks after the outcome or a refusal was told, and by who
/// prepares them. Who worked a linked case does neither, whatever their role or seat.
struct PanelDesk {
  /// Days after the outcome, or that there is no review, was told on which the panel may still open its papers.
  static let daysOpen = 28

  let review: CaseReview
  let linked: LinkedCases
  let seats: [PanelSeat]
  /// Whether they may seat the panel and issue its papers.
  let prepares: Bool
  /// Whether they would prepare papers, had they not worked a case.
  let isBarred: Bool
  /// Whether they sit on the panel and it is still open to them.
  private let sits: Bool
  private let isIssued: Bool

  /// Whether they may read the papers as a member of the panel.
  var isOpen: Bool { sits && isIssued }

  init?(_ reference: Reference, _ visit: StaffVisit, _ read: Read) throws {
    guard let review = try CaseReviewStore(visit.services).review(reference, read) else {
      return nil
    }
    let keyring = visit.services.keyring
    linked = try LinkedCases(review, visit.services, read)
    seats = try PanelSeats.of(review.id, read)
    let actor = visit.actor
    let mayPrepare = CaseworkPolicy.allows(.panel, actor)
    isBarred = mayPrepare && linked.worked(actor.account)
    prepares = mayPrepare && !isBarred
    let over = review.toldAt ?? (review.decision == .noReview ? review.decidedAt : nil)
    let isOver = over.map {
      London.day(visit.now) > London.day($0).adding(days: Self.daysOpen)
    }
    sits =
      seats.contains { $0.account == actor.account } && !linked.worked(actor.account)
      && isOver != true
    isIssued = try PanelStore(keyring: keyring).issued(of: review.id, read) != nil
    self.review = review
  }
}
