import Database
import Design
import HTTP
import Kernel
import Markup
import Partnership

/// Answers the public's questions from what has been published, and from nothing else.
struct PerformanceHandlers {
  let visit: PublicVisit

  func respond() throws -> Response? {
    let request = visit.request
    guard let route = PerformanceRoute(request.method, request.path, request.query) else {
      return nil
    }
    return try visit.read { read in
      switch route {
      case .latest: try latest(in: read)
      case .issues(let slug): try issues(slug, in: read)
      case .issue(let plan, let slug):
        try find(plan, slug, in: read).flatMap { try page($0.plan, $0.publication, in: read) }
      case .print(let plan, let slug): try printed(plan, slug, in: read)
      case .file(let plan, let slug, let format): try file(plan, slug, format, in: read)
      }
    }
  }

  private func latest(in read: Read) throws -> Response {
    if let found = try PublicationStore.latest(in: read),
      let plan = try PlanStore.find(found.plan, in: read),
      let page = try page(plan, found, in: read)
    {
      return page
    }
    return .html(Page(frame: visit.frame, title: "How we are doing") { NothingPublishedPage() })
  }

  private func issues(_ slug: String, in read: Read) throws -> Response? {
    guard let plan = try PlanStore.find(slug, in: read) else { return nil }
    let issues = try PublicationStore.all(of: plan.id, in: read)
    guard plan.kind == .live || !issues.isEmpty else { return nil }
    return .html(
      Page(frame: visit.frame, title: "All issues", crumbs: [crumb]) {
        IssuesPage(plan: plan, issues: issues)
      })
  }

  private func page(_ plan: Plan, _ found: Publication, in read: Read) throws -> Response? {
    guard let issue = try PublicationStore.issue(of: found.id, in: read) else { return nil }
    let issues = try PublicationStore.all(of: plan.id, in: read)
    return .html(
      Page(frame: visit.frame, title: "How we are doing, \(issue.months)") {
        PerformancePage(issue: issue, issues: issues)
      })
  }

  private func printed(_ plan: String, _ slug: String, in read: Read) throws -> Response? {
    guard let found = try find(plan, slug, in: read),
      let issue = try PublicationStore.issue(of: found.publication.id, in: read)
    else { return nil }
    return .html(
      Page(frame: visit.frame, title: "To print, \(issue.months)", crumbs: [crumb]) {
        PrintPage(issue: issue)
      })
  }

  private func file(
    _ plan: String, _ slug: String, _ format: PerformanceRoute.Format, in read: Read
  ) throws -> Response? {
    guard let found = try find(plan, slug, in: read),
      let bytes = try PublicationStore.file(format.file, of: found.publication.id, in: read)
    else { return nil }
    let name = "\(found.plan.slug)-\(slug).\(format.rawValue)"
    return .download(bytes, type: format.file.type, name: name)
  }

  private func find(
    _ plan: String, _ slug: String, in read: Read
  ) throws -> (plan: Plan, publication: Publication)? {
    guard let (period, number) = PublicIssue.parse(slug: slug),
      let plan = try PlanStore.find(plan, in: read),
      let found = try PublicationStore.find(plan.id, period, number, in: read)
    else { return nil }
    return (plan, found)
  }

  private var crumb: Crumb { Crumb("How we are doing", PerformanceRoute.latest.path) }
}
