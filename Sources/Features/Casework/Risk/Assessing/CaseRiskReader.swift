internal import Access
internal import Database
internal import Kernel
internal import Partnership

/// The risks of a case, for its page and their own.
struct CaseRiskModel {
  let file: CaseFile
  let standing: CaseRisk?
  /// The newest first.
  let assessments: [RiskAssessment]
  let people: [ID<CasePerson>: String]
  let names: [ID<Account>: String]
  let mayAssess: Bool
  let today: Day

  /// The latest of each instrument and person.
  var latest: [RiskAssessment] { RiskStore.latest(assessments) }

  /// The greatest of the latest, those that are kept off lists included.
  var greatest: RiskAssessment? {
    latest.max { ($0.level, $0.score) < ($1.level, $1.score) }
  }

  /// Whom an assessment is about.
  func about(_ assessment: RiskAssessment) -> String {
    assessment.person.flatMap { people[$0] } ?? "All who suffer"
  }

  /// When the next assessment is due, in words; `nil` while the case is closed.
  var dueWords: String? { standing?.dueWords(on: today) }

  var isDue: Bool { standing?.isDue(on: today) ?? false }
}

/// Reads the risks of a case.
struct CaseRiskReader {
  let visit: StaffVisit

  func model(_ file: CaseFile, _ read: Read) throws -> CaseRiskModel {
    let cases = CaseStore(visit.services)
    let assessments = try RiskStore(keyring: visit.services.keyring).assessments(of: file.id, read)
    let people = try cases.parts.people(
      of: file.id, as: [.complainant, .victim, .witness], read)
    var names: [ID<Account>: String] = [:]
    for id in Set(assessments.compactMap(\.account)) {
      names[id] = try visit.services.people.name(of: id, in: read)?.reveal(for: "page of the risk")
    }
    return CaseRiskModel(
      file: file, standing: try RiskStore.standing(of: [file.id], read)[file.id],
      assessments: assessments,
      people: Dictionary(
        uniqueKeysWithValues: people.map {
          ($0.id, $0.content.reveal(for: "page of the risk").name)
        }), names: names,
      mayAssess: RiskPolicy.allows(.assess, visit.actor) && file.state != .closed,
      today: London.day(visit.now))
  }
}
