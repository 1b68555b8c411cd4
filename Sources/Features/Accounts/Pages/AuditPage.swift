import Access
import Design
import HTTP
import Kernel
import Markup

/// One page of the audit trail.
struct AuditModel: Sendable {
  let entries: [AuditEntry]
  let names: [ID<Account>: Sensitive<String>]
  /// What happened, in words by the action's code.
  let actions: [String: String]
  let query: AuditQuery
  let hasOlder: Bool
}

/// The audit trail with its filters.
struct AuditPage: HTML {
  let model: AuditModel
  let state: FormState

  var body: some HTML {
    PageHead("Audit trail", lede: "What was done, by whom, the newest first.")
    AuditFilters(state: state)
    DataTable(
      caption: "Audit trail", hidesCaption: true,
      columns: [
        .number("Row"), .text("When"), .text("Who"), .text("What"), .text("On"), .text("Detail"),
      ], rows: model.entries.map(row), empty: "No rows match.")
    if model.hasOlder, let last = model.entries.last {
      p(.class("mt4")) {
        LinkButton(
          "Older rows", to: AdminRoute.audit(model.query.starting(before: last.number)).path)
      }
    }
  }

  private func row(_ entry: AuditEntry) -> DataTable.Row {
    [
      .text(String(entry.number)), .text(London.words(entry.at)), who(entry),
      what(entry), on(entry),
      .text(entry.detail.map { "\($0.name): \($0.value)" }.joined(separator: ", ")),
    ]
  }

  /// What happened in words, with the code that the filter takes below.
  private func what(_ entry: AuditEntry) -> DataTable.Cell {
    guard let words = model.actions[entry.action] else { return .text(entry.action) }
    return .html {
      words
      br()
      span(.class("xs quiet")) { entry.action }
    }
  }

  private func who(_ entry: AuditEntry) -> DataTable.Cell {
    guard let actor = entry.actor else { return .missing("The program, or a visitor") }
    guard let name = model.names[actor] else { return .text("Account \(actor)") }
    var query = AuditQuery()
    query.actor = actor
    return .link(name.reveal(for: "audit trail"), to: AdminRoute.audit(query).path)
  }

  private func on(_ entry: AuditEntry) -> DataTable.Cell {
    var query = AuditQuery()
    query.subject = entry.subject
    return .link(entry.subject, to: AdminRoute.audit(query).path)
  }
}

private struct AuditFilters: HTML {
  let state: FormState

  var body: some HTML {
    FilterForm(to: AdminRoute.audit(AuditQuery()).path) {
      TextField(
        "who", label: "Account", hint: "Its number", in: state, width: .w4, inputmode: "numeric")
      TextField(
        "action", label: "What", hint: "A code, such as account.added", in: state, width: .w8)
      TextField("subject", label: "On", hint: "account/2", in: state, width: .w8)
      TextField("from", label: "From", hint: "2026-11-20", in: state, width: .w8)
      TextField("to", label: "To", hint: "2026-11-20", in: state, width: .w8)
      SubmitButton("Filter", style: .line)
    }
  }
}
