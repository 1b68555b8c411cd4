internal import Database
internal import Design
internal import Kernel
internal import Partnership

/// What the page shows on which a case is joined to another.
struct JoinModel {
  /// Reports of the case for which cases near in place or of one contact are looked for.
  private static let reportsLooked = 5

  let whole: WholeCase
  /// The case that goes on, once its reference was entered.
  let into: WholeCase?
  let suggested: [Suggestion]
  let agencies: [Agency]
  let state: FormState
  let csrf: String

  /// A case that may be the same.
  struct Suggestion {
    let file: CaseFile
    let words: String
  }

  init(
    _ file: CaseFile, _ into: CaseFile?, _ visit: StaffVisit, _ state: FormState, _ read: Read
  ) throws {
    whole = try WholeCase(file, visit.services, at: visit.now, read)
    self.into = try into.map { try WholeCase($0, visit.services, at: visit.now, read) }
    suggested = try Self.suggested(whole, CaseStore(visit.services), read)
    agencies = try visit.services.people.agencies(read)
    self.state = state
    csrf = visit.frame.csrf
  }

  /// The open cases of reports that may belong with those of the case, the nearest first.
  private static func suggested(
    _ whole: WholeCase, _ cases: CaseStore, _ read: Read
  ) throws -> [Suggestion] {
    var found: [Suggestion] = []
    for report in whole.reports.prefix(reportsLooked) {
      for link in try ReportLinks.of(report, read) {
        guard let reference = link.caseReference, reference != whole.file.reference,
          !found.contains(where: { $0.file.reference == reference }),
          let file = try cases.find(reference, read), file.state != .closed
        else { continue }
        found.append(Suggestion(file: file, words: link.words))
      }
    }
    return found
  }

  func names(_ parties: [CaseParty]) -> [String] {
    parties.compactMap { party in agencies.first { $0.id == party.organisation }?.name }
  }
}
