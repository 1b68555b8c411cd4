internal import HTTP
internal import Kernel

/// The pages of those who read reports.
enum ReportsRoute: Route {
  /// Reports in a state, or doubtful ones.
  case list(InboxFilter, page: Int)
  /// One report, opened.
  case report(Reference)
  /// Something done with one beside deciding about it; POST only.
  case act(Reference, ReportAct)
  /// Takes a report for somebody.
  case take
  /// The lines and contacts the public is shown.
  case service
  /// Applications for case reviews.
  case reviews(page: Int)
  /// One of them, opened.
  case review(Reference)
  /// Something done about one; POST only.
  case actOn(Reference, ReviewAct)
  /// Takes an application for somebody.
  case takeReview
  /// The partnership's own rule.
  case reviewRule
  /// The sets of law that case reviews rest on; a POST adds or dates one.
  case reviewLaw
  /// The panels somebody sits on.
  case panels
  /// The panel of a review and its papers; a POST seats somebody or issues the papers.
  case papers(Reference)
  /// One page of the papers as the record has it; a POST chooses what the panel reads of it.
  case paper(Reference, String)
  /// The papers as a file.
  case printPapers(Reference)
  /// What counts as a repeat caller.
  case repeatRule
  /// How satisfied those are whose reports were dealt with.
  case satisfaction

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "reports" else { return nil }
    switch (path.count, path.dropFirst().first) {
    case (1, _):
      let filter = query["show"].flatMap { InboxFilter(rawValue: $0) }
      self = .list(filter ?? .new, page: Self.page(query))
    case (2, "new"): self = .take
    case (2, "service"): self = .service
    case (2, "satisfaction"): self = .satisfaction
    case (2, "repeat-rule"): self = .repeatRule
    case (2, "reviews"): self = .reviews(page: Self.page(query))
    case (3, "reviews") where path[2] == "new": self = .takeReview
    case (3, "reviews") where path[2] == "rule": self = .reviewRule
    case (3, "reviews") where path[2] == "law": self = .reviewLaw
    case (3, "reviews") where path[2] == "panels": self = .panels
    case (3, "reviews"):
      guard let reference = Reference(path[2]) else { return nil }
      self = .review(reference)
    case (4, "reviews"), (5, "reviews"):
      guard let reference = Reference(path[2]), let route = Self.part(reference, path.dropFirst(3))
      else { return nil }
      self = route
    case (2, let text?):
      guard let reference = Reference(text) else { return nil }
      self = .report(reference)
    case (3, let text?):
      guard method == .post, let reference = Reference(text), let act = ReportAct(rawValue: path[2])
      else { return nil }
      self = .act(reference, act)
    default: return nil
    }
  }

  /// What is below the page of a review.
  private static func part(_ reference: Reference, _ path: ArraySlice<String>) -> ReportsRoute? {
    guard let first = path.first else { return nil }
    if path.count == 2 { return first == "papers" ? .paper(reference, path[4]) : nil }
    switch first {
    case "papers": return .papers(reference)
    case "papers.pdf": return .printPapers(reference)
    default: return ReviewAct(rawValue: first).map { .actOn(reference, $0) }
    }
  }

  var path: String {
    switch self {
    case .list(let filter, let page):
      Path("reports").with(
        (filter == .new ? [] : [("show", filter.rawValue)])
          + (page == 1 ? [] : [("page", String(page))])
      ).text
    case .report(let reference): Path("reports", reference.description).text
    case .act(let reference, let act):
      Path("reports", reference.description, act.rawValue).text
    case .take: Path("reports", "new").text
    case .service: Path("reports", "service").text
    case .repeatRule: Path("reports", "repeat-rule").text
    case .satisfaction: Path("reports", "satisfaction").text
    case .reviews(let page):
      Path("reports", "reviews").with(page == 1 ? [] : [("page", String(page))]).text
    case .review(let reference): Path("reports", "reviews", reference.description).text
    case .actOn(let reference, let act):
      Path("reports", "reviews", reference.description, act.rawValue).text
    case .panels: Path("reports", "reviews", "panels").text
    case .papers(let reference):
      Path("reports", "reviews", reference.description, "papers").text
    case .paper(let reference, let page):
      Path("reports", "reviews", reference.description, "papers", page).text
    case .printPapers(let reference):
      Path("reports", "reviews", reference.description, "papers.pdf").text
    case .takeReview: Path("reports", "reviews", "new").text
    case .reviewRule: Path("reports", "reviews", "rule").text
    case .reviewLaw: Path("reports", "reviews", "law").text
    }
  }

  /// The number of a page, from 1.
  private static func page(_ query: Fields) -> Int {
    query["page"].flatMap { Int($0) }.map { min(max($0, 1), 10_000) } ?? 1
  }
}
