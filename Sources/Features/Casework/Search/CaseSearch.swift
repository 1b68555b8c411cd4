internal import Database
internal import Kernel
internal import Names
internal import Partnership

/// Where words stand in a case that was opened.
struct CaseSearchModel: Sendable {
  let reference: Reference
  let title: String
  let subject: String
  let sought: Sensitive<String>
  /// What has all the words: where it stands, and the text.
  let places: [(title: String, text: Sensitive<String>)]
}

/// Looks for words in the story with what those who reported added, people, actions and reports of one case.
struct CaseSearch {
  static let limit = 100

  let visit: StaffVisit

  func find(_ typed: String, in reference: Reference, _ read: Read) throws -> CaseSearchModel {
    let typed = String(typed.prefix(Self.limit))
    let words = try NameWords.plain(typed)
    let model = try CaseReader(visit: visit).model(reference, nil, read)
    let texts = words.isEmpty ? [] : try self.texts(model, read)
    return CaseSearchModel(
      reference: reference, title: model.file.title, subject: model.file.subject,
      sought: Sensitive(typed),
      places: try texts.filter { text in
        let found = try NameWords.plain(text.text.reveal(for: "words looked for in a case"))
        return words.allSatisfy { word in found.contains { $0.hasPrefix(word) } }
      })
  }

  /// What a report says anywhere, each part with where it stands.
  private static func texts(
    of details: ReportDetails
  ) -> [(title: String, text: Sensitive<String>)] {
    let reason: StaticString = "words looked for in a case"
    let (story, subject) = (details.story.reveal(for: reason), details.subject.reveal(for: reason))
    let title = "Report \(details.report.reference)"
    let parts =
      FlagFinding.texts(story, subject, details.reporter.reveal(for: reason)) + [
        ("the landlord", story.landlord),
        (
          "who is said to do it",
          [subject.name, subject.address, subject.vehicle].joined(separator: " ")
        ),
      ]
    return parts.map { part in
      (part.place == "what happened" ? title : "\(title), \(part.place)", Sensitive(part.text))
    }
  }

  private func texts(
    _ model: CaseModel, _ read: Read
  ) throws -> [(title: String, text: Sensitive<String>)] {
    let entries = model.story.map { ("\($0.title), \(London.words($0.at))", $0.words) }
    let actions = model.actions.map { ("Action due \($0.due.words)", $0.task) }
    let people = (model.people + model.subjects).map { person in
      let content = person.content.reveal(for: "words looked for in a case")
      let parts = [content.name, content.otherNames ?? "", content.contact, content.notes]
      return (
        person.part.title, Sensitive(parts.filter { !$0.isEmpty }.joined(separator: ". "))
      )
    }
    let store = ReportStore(visit.services)
    let reports = try model.reports.flatMap { report in
      try Self.texts(of: store.details(report, read))
    }
    return entries + actions + people + reports
  }
}
