/// What the audit trail notes of evidence, in words.
enum EvidenceActions {
  static let words = [
    "evidence.added": "Photo, video or document added",
    "evidence.deleted": "Photo, video or document deleted",
    "evidence.described": "Photo, video or document described",
    "evidence.opened": "Everyday copy of a photo, video or document opened",
    "evidence.original-opened": "Original of a photo, video or document opened",
    "evidence.released": "Photo, video or document released without a virus scan",
  ]
}

/// What can be done to a file by a form.
enum EvidenceAct: String, CaseIterable, Sendable {
  case original
  case release
  case describe
  case delete

  /// How the page of the file says that it was done.
  var title: String {
    switch self {
    case .original: "Original opened"
    case .release: "Released without a virus scan"
    case .describe: "Described"
    case .delete: "Deleted"
    }
  }
}
