internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// What the relevant bodies decided about an application.
enum ReviewDecision: String, CaseIterable, Sendable, Bindable {
  case review
  case noReview = "no-review"

  var title: String {
    switch self {
    case .review: "The threshold is met: a review is held"
    case .noReview: "The threshold is not met"
    }
  }
}

/// How an appeal against the outcome ended.
enum ReviewAppeal: String, CaseIterable, Sendable, Bindable {
  case upheld
  case notUpheld = "not-upheld"

  var title: String { self == .upheld ? "Upheld" : "Not upheld" }
}

/// How an application came.
enum ReviewChannel: String, CaseIterable, Sendable, Bindable {
  case web
  case phone
  case letter
  case inPerson = "in-person"

  var title: String {
    switch self {
    case .web: "On the website"
    case .phone: "By telephone"
    case .letter: "By letter or email"
    case .inPerson: "In person"
    }
  }
}

/// The body a complaint was made to.
enum ComplaintBody: String, CaseIterable, Sendable, Bindable {
  case council
  case police
  case landlord
  case health
  case other

  var title: String {
    switch self {
    case .council: "Council"
    case .police: "Police"
    case .landlord: "Landlord"
    case .health: "Health"
    case .other: "Another body"
    }
  }
}

/// How far an application has come.
struct CaseReview: Sendable {
  let id: ID<CaseReviewRequest>
  let reference: Reference
  let version: Int
  let appliedOn: Day
  let channel: ReviewChannel
  let acknowledgedAt: Instant?
  let decidedAt: Instant?
  let decision: ReviewDecision?
  /// The number of the rule it was decided under; `nil` before, or where there was none.
  let rule: Int?
  let heldOn: Day?
  let consultedOn: Day?
  let toldAt: Instant?
  let appealedOn: Day?
  let appeal: ReviewAppeal?
  /// The day on which an appeal against its refusal was upheld, which opened the review; `nil` otherwise.
  var reopenedOn: Day?
  /// The key of the set of law it was decided under; `nil` before.
  var law: String?

  var subject: String { "case-review/\(reference)" }

  /// Where it stands, in words.
  var state: String {
    if appeal != nil { return "Appeal decided" }
    if appealedOn != nil { return "Appealed against" }
    if toldAt != nil { return "Outcome told" }
    if decision == .noReview { return "No review" }
    if heldOn != nil { return "Review held" }
    if decision == .review { return "Review to be held" }
    return acknowledgedAt == nil ? "New" : "To be decided"
  }
}

/// A complaint an application names.
struct ReviewComplaint: Sendable {
  struct Content: Codable, Equatable, Sendable {
    /// The body's own reference, or one of ours.
    var reference = ""
    var what = ""
  }

  let id: ID<ReviewComplaint>
  let body: ComplaintBody
  let behaviour: Day?
  let reported: Day?
  /// The complaint about the same incident it repeats to another body.
  let sameAs: ID<ReviewComplaint>?
  /// Who entered it; `nil` for the shell.
  let addedBy: ID<Account>?
  let content: Sensitive<Content>

  /// How the rules see it on the day of an application.
  func tested(applied: Day, rule: ReviewRule?, law: ReviewLaw) -> ReviewVerdict.Complaint {
    let test = ComplaintTest(
      behaviour: behaviour, reported: reported, applied: applied, months: law.floor.months(rule),
      reportMonths: law.floor.reportMonths)
    return ReviewVerdict.Complaint(test: test, incident: (sameAs ?? id).rawValue)
  }
}

/// Something the bodies that reviewed a case recommend to one of them.
struct ReviewRecommendation: Sendable {
  enum Answer: String, CaseIterable, Sendable, Bindable {
    case accepted
    case notAccepted = "not-accepted"

    var title: String { self == .accepted ? "Accepted" : "Not accepted" }
  }

  let id: ID<ReviewRecommendation>
  /// The body it is to, which owns it.
  let organisation: ID<Organisation>
  /// The day by which it answers; `nil` of those from before days were set.
  let due: Day?
  let words: Sensitive<String>
  let answer: Answer?
  let answerWords: Sensitive<String>?
}

/// What was written down at a step of a review, sealed.
struct ReviewRecord: Sendable {
  enum Kind: String, Sendable, Bindable {
    case takenOut = "taken-out"
    case decision
    case wishes
    case account
    case panel
    case outcome
    case appeal

    var title: String {
      switch self {
      case .takenOut: "A complaint taken out"
      case .decision: "Decision"
      case .wishes: "What the victim wishes"
      case .account: "What a body did"
      case .panel: "Meeting"
      case .outcome: "Outcome"
      case .appeal: "Appeal"
      }
    }
  }

  /// Headings and what stands under them.
  struct Content: Codable, Equatable, Sendable {
    struct Line: Codable, Equatable, Sendable {
      var heading: String
      var words: String
    }
    var lines: [Line]

    init(_ lines: [(String, String)]) {
      self.lines = lines.filter { !$0.1.isEmpty }.map { Line(heading: $0.0, words: $0.1) }
    }
  }

  let kind: Kind
  let at: Instant
  let account: ID<Account>?
  let content: Sensitive<Content>
}
