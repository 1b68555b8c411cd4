internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Somebody a report names who is not among the people of its case yet.
struct ToldPerson: Sendable {
  let report: Reference
  let part: CasePart
  let content: CasePerson.Content

  /// Which it is, as a form sends it.
  var code: String { "\(part.rawValue)/\(report)" }

  /// Those the reports of a case name, without those of the same name and part who are in it.
  static func of(_ told: [ReportDetails], without people: [CasePerson]) -> [ToldPerson] {
    let known = Set(people.map { key($0.part, $0.content.reveal(for: "people of a report").name) })
    var found: [ToldPerson] = []
    for details in told {
      found += [reporter(details), subject(details)].compactMap(\.self)
    }
    return found.filter { !known.contains(key($0.part, $0.content.name)) }
  }

  private static func reporter(_ details: ReportDetails) -> ToldPerson? {
    let reporter = details.reporter.reveal(for: "people of a report")
    guard details.report.identity != .anonymous, !reporter.name.isEmpty else { return nil }
    let contact = [reporter.phone, reporter.email].filter { !$0.isEmpty }.joined(separator: ", ")
    return ToldPerson(
      report: details.report.reference, part: .complainant,
      content: CasePerson.Content(name: reporter.name, contact: contact, safety: reporter.safety))
  }

  /// One without a name is called what they look like.
  private static func subject(_ details: ReportDetails) -> ToldPerson? {
    let subject = details.subject.reveal(for: "people of a report")
    let name = subject.name.isEmpty ? subject.description : subject.name
    guard !name.isEmpty else { return nil }
    let notes = [subject.name.isEmpty ? "" : subject.description, subject.vehicle]
    return ToldPerson(
      report: details.report.reference, part: .subject,
      content: CasePerson.Content(
        name: String(name.prefix(120)), contact: subject.address,
        notes: notes.filter { !$0.isEmpty }.joined(separator: ", "),
        isDescribed: subject.name.isEmpty ? true : nil))
  }

  private static func key(_ part: CasePart, _ name: String) -> String {
    "\(part.rawValue) \(name.lowercased().prefix(120))"
  }
}

/// The form that takes people over from the reports of a case.
struct TakeOverForm: HTML {
  let model: CaseModel

  var body: some HTML {
    let told = model.toldPeople
    if !told.isEmpty {
      CaseForm(model, .takeOver) {
        CheckboxField(
          "told-person", legend: "Named in its reports and not here yet",
          choices: told.map { one in
            Choice(
              one.code, one.content.name,
              hint: "\(one.part.title), report \(one.report)")
          }, in: model.state(of: .takeOver, told.map { ("told-person", $0.code) }))
        SubmitButton("Take them over", style: .line)
      }
    }
  }
}

extension CaseActs {
  func takeOver(in write: Write) throws {
    let cases = CaseStore(visit.services)
    let store = ReportStore(visit.services)
    let told = try cases.reports(of: file.id, write).map { try store.details($0, write) }
    let people = try cases.parts.people(of: file.id, as: CasePart.allCases, write)
    let typed = Set(visit.request.form.all("told-person"))
    let chosen = ToldPerson.of(told, without: people).filter { typed.contains($0.code) }
    guard !chosen.isEmpty else {
      throw Refusal("told-person", "Choose who is added; whoever was chosen may be in it by now")
    }
    for one in chosen {
      try cases.parts.add(one.content, as: one.part, to: file.id, at: visit.now, in: write)
      try tell(.person, "\(one.part.title), from report \(one.report)", in: write)
    }
  }
}
