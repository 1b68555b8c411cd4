internal import Kernel

/// Why something is left out of what somebody is given.
enum LeavingReason: String, CaseIterable, Codable, Sendable {
  case otherPerson = "other-person"
  case confidence
  case investigation
  case harm
  case legal
  case other

  var title: String {
    switch self {
    case .otherPerson: "It is about somebody else"
    case .confidence: "Somebody told it in confidence"
    case .investigation: "It would prejudice preventing or investigating crime"
    case .harm: "It could put somebody at risk"
    case .legal: "Legal advice or proceedings"
    case .other: "Another exemption"
    }
  }

  /// The law it rests on.
  var law: String {
    switch self {
    case .otherPerson, .confidence:
      "Data Protection Act 2018, Schedule 2 paragraph 16, or section 45(4)(e)"
    case .investigation: "Data Protection Act 2018, Schedule 2 paragraph 2, or section 45(4)(b)"
    case .harm: "Data Protection Act 2018, section 45(4)(e), or Schedule 3 paragraph 5"
    case .legal: "Data Protection Act 2018, Schedule 2 paragraph 19"
    case .other: "As told to the person who asked"
    }
  }
}

/// One thing that is kept, as it would be given.
struct AccessItem: Sendable {
  /// A heading and what stands under it.
  struct Line: Codable, Equatable, Sendable {
    let heading: String
    let words: String
  }

  /// What happens to it unless somebody decides.
  enum Standing: Equatable, Sendable {
    /// It is theirs: given, with others struck out.
    case given
    /// Somebody has to read it and decide.
    case open
    /// It is somebody else's.
    case left
  }

  /// Which it is, the same each time it is gathered.
  let key: String
  /// The record it is in, such as "Case TM-7K42-0931".
  let source: String
  let title: String
  let day: Day?
  let lines: [Line]
  let standing: Standing
  /// Names of others in the same record, to be struck out wherever they stand.
  var others: [String] = []
  /// The file it is about, where that can be opened.
  var file: AccessFile?

  /// Its words as one text.
  var text: String { lines.map(\.words).joined(separator: "\n") }
}

/// A file whose everyday copy may be given.
struct AccessFile: Equatable, Sendable {
  let id: ID<EvidenceFile>
  /// Bytes of the copy.
  let size: Int
  let ending: String
  /// Whether they sent it themselves: they know what is in it.
  let isOwn: Bool

  /// The copy of a file; `nil` where there is none, or nobody may open it yet.
  init?(_ file: EvidenceFile, isOwn: Bool) {
    guard file.isOpen, let size = file.copySize else { return nil }
    (id, self.size, ending, self.isOwn) = (file.id, size, file.kind.ending, isOwn)
  }
}
