internal import Kernel

/// What a party reads of a case: chosen by what it may read, so that whatever is added to cases later
/// stays with the lead until somebody decides otherwise.
struct PartySight: Sendable {
  /// Whether somebody who reported is confidential or anonymous, or nobody can say.
  let hidesReporters: Bool
  /// What was written before is not read.
  let from: Instant

  /// The kinds of entries a party reads.
  ///
  /// Contacts with those who reported are left out where one of them is confidential: what was said,
  /// and when, may tell who they are.
  var kinds: [CaseEntryKind] {
    let always: [CaseEntryKind] = [
      .opened, .fact, .opinion, .incident, .action, .actionDone, .answer, .party, .partyEnded,
      .closed,
      .reopened, .handedOn, .takenBack, .passed,
    ]
    return hidesReporters ? always : always + [.contact, .interview]
  }

  /// The kinds of which it reads that they happened, and not the lead's words.
  static let wordless: Set<CaseEntryKind> = [
    .opened, .party, .partyEnded, .closed, .reopened, .handedOn, .takenBack, .passed,
  ]

  /// Those who suffer or tell of it that it reads.
  var sufferers: [CasePart] { hidesReporters ? [] : [.complainant, .victim, .witness] }
}
