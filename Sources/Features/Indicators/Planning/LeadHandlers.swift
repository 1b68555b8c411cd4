import Access
import Database
import HTTP
import Kernel
import Partnership

/// Gives a priority its lead, and takes a lead from it.
struct LeadHandlers {
  private let desk: PlanDesk
  private var visit: StaffVisit { desk.visit }

  init(_ desk: PlanDesk) { self.desk = desk }

  /// The field for a person; a plan's page has one for each priority.
  static func field(_ priority: ID<Priority>) -> String { "lead-\(priority)" }

  func appoint(_ slug: String, _ id: ID<Priority>) throws -> Response? {
    guard desk.mayAppoint else { return nil }
    let form = visit.request.form
    let people = visit.services.people
    let notice = try visit.write { write -> String? in
      guard let plan = try desk.plan(slug, in: write),
        let priority = try desk.priority(id, of: plan, in: write)
      else { return nil }
      let subject = SignOffStore.subject(id)
      guard let account = form[LeadHandlers.field(id)].flatMap({ ID<Account>($0) }) else {
        return "Nobody was chosen: nothing is changed"
      }
      let change = DutyChange(
        .priorityLead, for: subject, account: account, by: visit.actor.account, at: visit.now)
      if form["act"] == "release" {
        try people.release(change, write)
        return "\(priority.title) is no longer led by the person"
      }
      guard try people.people(EntryRights.leads, write).contains(where: { $0.id == account })
      else { return "Choose somebody from the list: nothing is changed" }
      try people.assign(change, write)
      return "\(priority.title) has its lead"
    }
    return notice.map { visit.redirect(to: IndicatorRoute.plan(slug).path, saying: $0) }
  }
}
