internal import HTTP
internal import Kernel

/// The pages of those who work on reports and cases.
enum WorkRoute: Route {
  /// What waits, by a filter.
  case work(WorkFilter)
  /// Who has how much, and handing it over.
  case caseload
  /// Who covers whom; posted by itself.
  case cover
  /// The end of a cover; POST only.
  case coverEnd(ID<Cover>)
  /// Deciding about a report.
  case triage(Reference)
  /// One case.
  case file(Reference)
  /// Something written into a case; POST only.
  case act(Reference, CaseAct)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    switch path.first {
    case "work" where path.count == 1: self = .work(WorkFilter(query))
    case "work" where path == ["work", "caseload"]: self = .caseload
    case "work" where path == ["work", "cover"]: self = .cover
    case "work" where path.count == 4 && path[1] == "cover" && path[3] == "end":
      guard method == .post, let id = ID<Cover>(path[2]) else { return nil }
      self = .coverEnd(id)
    case "work" where path.count == 3 && path[1] == "triage":
      guard let reference = Reference(path[2]) else { return nil }
      self = .triage(reference)
    case "cases" where path.count == 2:
      guard let reference = Reference(path[1]) else { return nil }
      self = .file(reference)
    case "cases" where path.count == 3 && method == .post:
      guard let reference = Reference(path[1]), let act = CaseAct(rawValue: path[2]) else {
        return nil
      }
      self = .act(reference, act)
    default: return nil
    }
  }

  var path: String {
    switch self {
    case .work(let filter): Path("work").with(filter.fields).text
    case .caseload: Path("work", "caseload").text
    case .cover: Path("work", "cover").text
    case .coverEnd(let id): Path("work", "cover", id.description, "end").text
    case .triage(let reference): Path("work", "triage", reference.description).text
    case .file(let reference): Path("cases", reference.description).text
    case .act(let reference, let act): Path("cases", reference.description, act.rawValue).text
    }
  }
}

/// What can be done to a case by a form.
enum CaseAct: String, CaseIterable, Sendable {
  case note
  case incident
  case contact
  case person
  case action
  case finish
  case change
  case allocate
  case decline
  case pause
  case resume
  case close
  case reopen
  case marker
  case markerReview = "marker-review"
  case place
  case vehicle
  case vehicleOff = "vehicle-off"
  case referral
  case referralAnswer = "referral-answer"
  case support
  case tags
  case names
  case party
  case partyEnd = "party-end"
  case answersRead = "answers-read"
  case link
  case linkEnd = "link-end"
  case referralLink = "referral-link"
  case knownAsk = "known-ask"
  case watch
  case unwatch
  case takeOver = "take-over"
}
