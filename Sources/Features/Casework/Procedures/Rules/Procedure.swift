internal import Kernel

/// A checklist for cases of some kinds, in one of its versions.
struct Procedure: Equatable, Sendable {
  /// Under which the versions of one procedure are kept.
  let key: String
  let version: Int
  let title: String
  /// The kinds of cases it is for; empty where it is for all that no other is for.
  let kinds: Set<String>
  /// The first day on which a case that is opened falls under it.
  let validFrom: Day
  let steps: [ProcedureStep]

  /// Such as "Anti-social behaviour case, version 2".
  var words: String { "\(title), version \(version)" }

  /// The one that a case falls under: of its kind before the general one, and of each the version of the
  /// day it was opened.
  ///
  /// A new version changes no case that was opened before.
  static func of(
    _ kind: ReportKind, opened: Day, among procedures: [Procedure]
  ) -> Procedure? {
    let valid = procedures.filter { $0.validFrom <= opened }
    let latest = Dictionary(grouping: valid, by: \.key).values.compactMap { versions in
      versions.max { ($0.validFrom, $0.version) < ($1.validFrom, $1.version) }
    }.sorted { $0.key < $1.key }
    return latest.first { $0.kinds.contains(kind.id) } ?? latest.first { $0.kinds.isEmpty }
  }
}

/// One step of a checklist: which evidence the record has to have, and within how many working days.
struct ProcedureStep: Equatable, Sendable {
  let kind: StepKind
  /// Working days, for kinds that have a time of their own.
  let days: Int?

  /// What has to be so, such as "Risk is assessed within 2 working days".
  var words: String {
    guard let days else { return kind.title }
    return "\(kind.title) \(kind.isRepeated ? "every" : "within") \(Self.words(days))"
  }

  private static func words(_ days: Int) -> String {
    days == 1 ? "1 working day" : "\(days) working days"
  }
}
