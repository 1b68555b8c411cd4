internal import Kernel

/// A record that is about whoever asks: somebody in a case, or who made or is named in a report.
struct AccessRecord: Hashable, Sendable {
  static let most = 200

  let kind: FoundKind
  let record: Int64

  /// As a form sends it, such as `person-12`.
  var code: String { "\(kind.rawValue)-\(record)" }

  init(kind: FoundKind, record: Int64) {
    self.kind = kind
    self.record = record
  }

  init?(_ code: String) {
    let parts = code.split(separator: "-")
    guard parts.count == 2, let kind = FoundKind(rawValue: String(parts[0])),
      let record = Int64(parts[1])
    else { return nil }
    self.init(kind: kind, record: record)
  }
}
