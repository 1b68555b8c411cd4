internal import Kernel

/// A file to be added.
struct NewEvidence: Sendable {
  let name: String
  let kind: EvidenceKind
  let size: Int
  var received: Int
  var occasion: Int?
  var content: Sensitive<EvidenceFile.Content>
}

/// What changes about a file; what is `nil` stays.
struct EvidenceChange {
  var state: EvidenceState?
  var received: Int?
  var copySize: Int?
  var sha256: String?
  /// `.some(nil)` takes it away.
  var occasion: Int??
  var content: EvidenceFile.Content?
}
