/// How somebody sits in a conference.
enum Seat: String, CaseIterable, Codable, Sendable {
  /// Prepares it, keeps its record, says who sits in it.
  case coordinator
  /// Leads its meetings.
  case chair
  /// Speaks for an organisation.
  case member

  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
