internal import HTTP
internal import Kernel

/// What an officer decides about a report, read field by field.
struct TriageForm: Sendable {
  /// The fields that are sent.
  static let fields = [
    "decision", "reason", "priority", "title", "linked", "joins", "service", "why",
  ]

  let decision: TriageDecision
  /// Why; for the record, never sent.
  let reason: Sensitive<String>
  let priority: Priority
  /// The title of a case that is opened, in the clear: no names.
  let title: String
  /// The case it joins; `nil` where one is opened.
  let joins: Reference?
  /// Who takes it.
  let service: String
  /// What the reporter is told of why, where nobody can act.
  let why: Sensitive<String>

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let decision: TriageDecision? = form.choice("decision", or: "Choose what the report is")
    let reason = form.text("reason", or: "Enter why: it is kept with the report", limit: 2000)
    let priority = Int(fields["priority"] ?? "").flatMap(Priority.init(rawValue:))
    if priority == nil { form.refuse("priority", "Choose a priority") }
    let other = form.optionalText("joins", limit: 20) ?? ""
    let typed = other.isEmpty ? fields["linked"] ?? "" : other
    let joins = Reference(typed)
    if !typed.isEmpty, joins == nil {
      form.refuse("joins", "Enter the reference of a case, such as TM-7K42-0931, or nothing")
    }
    let title = form.optionalText("title", limit: 120) ?? ""
    if decision == .asb, typed.isEmpty, title.isEmpty {
      form.refuse("title", "Enter a title for the case, or the reference of the case it joins")
    }
    let service = form.optionalText("service", limit: 120) ?? ""
    if decision?.namesService == true, service.isEmpty {
      form.refuse("service", "Enter who takes it, such as “the police, on 101”")
    }
    let why = form.optionalText("why", limit: 1000) ?? ""
    if decision == .notOurs, why.isEmpty {
      form.refuse("why", "Enter what the reporter is to be told of why")
    }
    try form.finish()
    guard let decision, let priority else { throw Refusal("decision", "Fill in the form again") }
    self.decision = decision
    self.reason = Sensitive(reason)
    self.priority = priority
    self.title = title
    self.joins = decision == .asb ? joins : nil
    self.service = service
    self.why = Sensitive(why)
  }
}
