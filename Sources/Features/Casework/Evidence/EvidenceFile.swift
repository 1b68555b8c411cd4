internal import Access
internal import Database
internal import Kernel

/// How far a file has come.
enum EvidenceState: String, CaseIterable, Sendable, Bindable {
  /// Its pieces are still coming.
  case arriving
  /// Kept, and to be looked through.
  case waiting
  /// No scanner has looked through it: somebody has to release it before anybody may open it.
  case held
  /// The scanner found something; nobody opens it.
  case infected
  /// It may be opened.
  case ready
  /// What it held is gone; that it was there is not.
  case deleted

  var title: String {
    switch self {
    case .arriving: "Still arriving"
    case .waiting: "Being looked through"
    case .held: "Waits to be released"
    case .infected: "Virus found"
    case .ready: "Can be opened"
    case .deleted: "Deleted"
    }
  }
}

/// To what a file belongs.
enum EvidenceOwner: Equatable, Sendable {
  case draft(ID<Draft>)
  case report(ID<Report>)
  case file(ID<CaseFile>)
}

/// A photo, recording or document somebody gave.
struct EvidenceFile: Sendable {
  let id: ID<EvidenceFile>
  let version: Int
  /// The random name under which it lies on disk.
  let name: String
  let owner: EvidenceOwner
  /// The incident of the diary that it shows.
  let occasion: Int?
  let kind: EvidenceKind
  /// Bytes of the original.
  let size: Int
  /// Bytes that have come.
  let received: Int
  let state: EvidenceState
  /// Bytes of the everyday copy; `nil` where there is none.
  let copySize: Int?
  /// Of the original, in hexadecimal digits; `nil` until it was looked through.
  let sha256: String?
  let addedAt: Instant
  /// `nil` where the reporter added it.
  let addedBy: ID<Account>?
  let content: Sensitive<Content>

  /// What is sealed.
  struct Content: Codable, Equatable, Sendable {
    /// The key of the original; empty once it is deleted.
    var key = ""
    /// The key of the everyday copy.
    var copyKey = ""
    /// What its sender called it.
    var fileName = ""
    var description = ""
    /// What the scanner said, and why there is no copy.
    var notes: [String] = []
  }

  var isOpen: Bool { state == .ready }

  /// The SHA-256 in four groups, to be read and to fit a telephone.
  var hashWords: String? {
    sha256.map { text in
      stride(from: 0, to: text.count, by: 16).map { start in
        String(text.dropFirst(start).prefix(16))
      }.joined(separator: " ")
    }
  }

  /// Such as "Photo, 2.1 MB".
  var words: String { "\(kind.title), \(Self.words(ofBytes: size))" }

  /// A number of bytes in words, such as "2.1 MB".
  static func words(ofBytes count: Int) -> String {
    if count < 1 << 20 { return "\(max(1, (count + 1023) / 1024)) KB" }
    let tenths = (count * 10 + (1 << 19)) >> 20
    return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
  }
}
