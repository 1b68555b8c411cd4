import Database
import Design
import HTTP
import Kernel
import Markup
import Partnership

/// What the reader of a plan's page may change there.
struct PlanRights: Sendable {
  var mayDefine = false
  /// Who leads each priority, and who might; empty for those who do not decide it.
  var leads: [ID<Priority>: [Person]] = [:]
  var candidates: [Person] = []
  var csrf = ""

  static let none = PlanRights()

  private init() {}

  init(_ desk: PlanDesk, _ model: PlanModel, in read: Read) throws {
    mayDefine = desk.mayDefine
    csrf = desk.visit.frame.csrf
    guard mayDefine, model.plan.isOpen, desk.mayAppoint else { return }
    let people = desk.visit.services.people
    candidates = try people.people(EntryRights.leads, read)
    for group in model.groups {
      let subject = SignOffStore.subject(group.priority.id)
      leads[group.priority.id] = try people.holders(.priorityLead, subject, read).compactMap {
        try people.person($0, read)
      }
    }
  }
}

/// What can be done with a plan as a whole.
struct PlanActions: HTML {
  let plan: Plan
  let rights: PlanRights
  let hasFigures: Bool

  var body: some HTML {
    div(.class("row tight no-print")) {
      if hasFigures {
        LinkButton("Dashboard", to: IndicatorRoute.dashboard(DashboardFilter(plan: plan.slug)).path)
      }
      LinkButton("Save as CSV", to: PlanRoute.file(plan.slug, .csv).path)
      LinkButton("Save as XLSX", to: PlanRoute.file(plan.slug, .xlsx).path)
      if plan.kind == .live {
        if rights.mayDefine, plan.isOpen {
          LinkButton("Add a priority", to: PlanRoute.form(plan.slug, .newPriority).path)
          LinkButton("Read from a file", to: PlanRoute.importing(plan.slug).path)
          LinkButton("Change the plan", to: PlanRoute.form(plan.slug, .facts).path)
        }
        if rights.mayDefine {
          LinkButton(
            plan.isOpen ? "Close it" : "Open it again",
            to: PlanRoute.form(plan.slug, .closing).path)
        }
        LinkButton("Changes", to: PlanRoute.changes(plan.slug, page: 1).path)
      }
    }
  }
}

/// What can be done with one priority.
struct PriorityActions: HTML {
  let plan: Plan
  let priority: Priority
  let isFirst: Bool
  let rights: PlanRights

  var body: some HTML {
    if rights.mayDefine, plan.isOpen {
      div(.class("row tight no-print mt3")) {
        LinkButton(
          "Add an indicator to \(name)",
          to: PlanRoute.form(plan.slug, .newIndicator(priority.id)).path)
        LinkButton("Change \(name)", to: PlanRoute.form(plan.slug, .priority(priority.id)).path)
        if !isFirst {
          PostForm(to: PlanRoute.raisePriority(plan.slug, priority.id).path, csrf: rights.csrf) {
            SubmitButton("Move \(name) up", style: .small)
          }
        }
      }
      if !rights.candidates.isEmpty {
        Disclosure(leadWords) {
          div { LeadForms(plan: plan, priority: priority, rights: rights) }
        }
      }
    }
  }

  private var name: String { priority.code.isEmpty ? priority.title : priority.code }

  private var leadWords: String {
    let names = (rights.leads[priority.id] ?? []).map {
      $0.name.reveal(for: "who leads a priority")
    }
    return names.isEmpty ? "Nobody leads it yet" : "Led by \(names.joined(separator: ", "))"
  }
}

/// Gives the priority a lead, and takes one from it.
private struct LeadForms: HTML {
  let plan: Plan
  let priority: Priority
  let rights: PlanRights

  var body: some HTML {
    Group {
      for person in rights.leads[priority.id] ?? [] {
        form {
          input(
            .type(.hidden), .name(LeadHandlers.field(priority.id)), .value(person.id.description))
          SubmitButton(
            "\(person.name.reveal(for: "who leads a priority")) no longer leads it",
            style: .line, name: "act", value: "release")
        }
      }
      form {
        SelectField(
          LeadHandlers.field(priority.id), label: "Make somebody its lead",
          choices: rights.candidates.map {
            Choice($0.id.description, $0.name.reveal(for: "choice of a priority's lead"))
          }, empty: "Choose a person")
        SubmitButton("Make lead", style: .line, name: "act", value: "assign")
      }
    }
  }

  private func form<Content: HTML>(@HTMLBuilder _ content: () -> Content) -> PostForm<Content> {
    PostForm(
      to: PlanRoute.lead(plan.slug, priority.id).path, csrf: rights.csrf, content: content)
  }
}

/// Where there is no plan: what it is for, and the way to one for those who may make it.
struct NoPlanPage: HTML {
  let title: String
  let mayDefine: Bool

  var body: some HTML {
    Group {
      PageHead(title)
      Sheet {
        p { "There is no plan yet, so there is nothing to show." }
        if mayDefine {
          p {
            "Make the partnership's plan, then add its priorities and indicators, one by one or "
            "from a file."
          }
          p(.class("flush")) { LinkButton("Make a plan", to: PlanRoute.new.path, style: .main) }
        } else {
          p(.class("flush")) { "An analyst, coordinator, manager or administrator can make one." }
        }
      }
    }
  }
}
