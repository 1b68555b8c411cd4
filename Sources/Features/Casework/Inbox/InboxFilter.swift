/// Which reports are listed.
enum InboxFilter: String, CaseIterable, Sendable {
  /// Flagged and not acted on, whatever their state.
  case flagged
  case new
  case doubtful
  case triaged
  case closed
  case withdrawn

  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// The state they are in; `nil` for any.
  var state: ReportState? {
    switch self {
    case .flagged: nil
    case .new, .doubtful: .new
    case .triaged: .triaged
    case .closed: .closed
    case .withdrawn: .withdrawn
    }
  }
}
