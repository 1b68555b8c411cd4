internal import HTTP
internal import Kernel

/// Why a case is joined to another, what those who reported it are told, and which organisations are
/// given the case that goes on.
struct JoinForm {
  let reason: String
  /// Beside what every reporter is told; may be empty.
  let told: String
  /// Organisations that have this case and are given the other.
  let given: Set<String>
  /// Whether somebody has looked at who reads the case that goes on.
  let isSeen: Bool

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    reason = form.text("join-reason", or: "Enter why they are one case", limit: 500)
    told = form.optionalText("join-told", limit: 1000) ?? ""
    given = Set(fields.all("given"))
    isSeen = form.ticked("seen")
    try form.finish()
  }
}

/// What goes along to a case of its own.
struct ChosenParts {
  var reports: [Report] = []
  var people: [ID<CasePerson>] = []
  var actions: [ID<CaseAction>] = []
  var files: [ID<EvidenceFile>] = []
}

/// What becomes a case of its own, under which title, and why.
struct PartForm {
  let parts: ChosenParts
  let title: String
  let reason: String
  let told: String

  init(_ fields: Fields, of whole: WholeCase) throws(Refusal) {
    var form = FormReader(fields)
    let typed = Set(fields.all("part-report"))
    let chosen = whole.reports.filter { typed.contains($0.reference.description) }
    if chosen.isEmpty { form.refuse("part-report", "Choose the reports of the new case") }
    if !chosen.isEmpty, chosen.count == whole.reports.count {
      form.refuse("part-report", "Leave at least one report with this case")
    }
    title = form.text("part-title", or: "Enter a title without names", limit: 120)
    reason = form.text("part-reason", or: "Enter why they are two cases", limit: 500)
    told = form.optionalText("part-told", limit: 1000) ?? ""
    try form.finish()
    let (people, actions, files) = (
      fields.all("part-person"), fields.all("part-action"), fields.all("part-file")
    )
    parts = ChosenParts(
      reports: chosen,
      people: whole.people.map(\.id).filter { people.contains($0.description) },
      actions: whole.actions.map(\.id).filter { actions.contains($0.description) },
      files: whole.files.map(\.id).filter { files.contains($0.description) })
  }
}
