internal import Access
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership
internal import Secrets

/// What the page of one case review shows.
struct ReviewModel {
  let review: CaseReview
  let request: Sensitive<CaseReviewRequest>
  let complaints: [ReviewComplaint]
  /// Reports that may be the applicant's and are not entered yet; none once it is decided.
  let own: [OwnReport]
  let rule: ReviewRule?
  let verdict: ReviewVerdict
  let linked: LinkedCases
  /// Who may decide and chair.
  let people: ReviewPeople
  let recommendations: [ReviewRecommendation]
  let records: [ReviewRecord]
  let agencies: [Agency]
  /// The shares of the panel's papers.
  let shares: [Share]
  let now: Instant
  let today: Day
  let actor: ID<Account>
  /// Whether the reader seats the panel and prepares its papers.
  let mayPrepare: Bool
  let csrf: String
  /// The form that was refused, with what was typed.
  let refused: (act: ReviewAct, state: FormState)?

  var isDecided: Bool { review.decidedAt != nil }
  /// Whether the reader may record a decision: they worked none of the cases.
  var mayDecide: Bool { !linked.worked(actor) }

  var clocks: ReviewClocks? { rule.map { ReviewClocks($0, review) } }

  /// What was typed, or what the form begins with.
  func state(of act: ReviewAct, or begins: [(String, String)] = []) -> FormState {
    guard let refused, refused.act == act else { return FormState(values: Fields(begins)) }
    return refused.state
  }

  func isOpen(_ act: ReviewAct) -> Bool { refused?.act == act }

  func agency(_ id: ID<Organisation>) -> String {
    agencies.first { $0.id == id }?.name ?? "Another organisation"
  }

  /// The complaints in order, with their labels: "2a" is about the same incident as "2".
  var labelled: [Labelled] {
    Self.labelled(complaints, applied: review.appliedOn, rule, verdict.law)
  }

  typealias Labelled = (label: String, complaint: ReviewComplaint, test: ComplaintTest)

  static func labelled(
    _ complaints: [ReviewComplaint], applied: Day, _ rule: ReviewRule?, _ law: ReviewLaw
  ) -> [Labelled] {
    var labels: [ID<ReviewComplaint>: String] = [:]
    var repeats: [ID<ReviewComplaint>: Int] = [:]
    var number = 0
    return complaints.map { complaint in
      let label: String
      if let first = complaint.sameAs, let known = labels[first] {
        let count = repeats[first, default: 0]
        repeats[first] = count + 1
        label = known + String(UnicodeScalar(UInt8(ascii: "a") + UInt8(min(count, 25))))
      } else {
        number += 1
        label = String(number)
      }
      labels[complaint.id] = label
      return (label, complaint, complaint.tested(applied: applied, rule: rule, law: law).test)
    }
  }
}

/// The form of one act on a review, with the version it was opened at.
struct ReviewForm<Content: HTML>: HTML {
  private let model: ReviewModel
  private let act: ReviewAct
  private let content: Content

  init(_ model: ReviewModel, _ act: ReviewAct, @HTMLBuilder content: () -> Content) {
    self.model = model
    self.act = act
    self.content = content()
  }

  var body: some HTML {
    PostForm(to: ReportsRoute.actOn(model.review.reference, act).path, csrf: model.csrf) {
      input(.type(.hidden), .name("version"), .value(String(model.review.version)))
      content
    }
  }
}
