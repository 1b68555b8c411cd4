internal import HTTP

/// The public pages of case reviews.
enum ReviewTrackRoute: String, Route, CaseIterable {
  /// What a case review is, and the form that asks for one.
  case ask = ""
  /// Opens a request by its reference and secret.
  case track
  /// The request that was opened; a POST says that the secret was written down.
  case own
  /// Closes it in this browser; POST only.
  case leave

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == Self.section, path.count <= 2 else { return nil }
    self.init(rawValue: path.count == 2 ? path[1] : "")
    guard path.count == 1 || self != .ask, self != .leave || method == .post else { return nil }
  }

  var path: String {
    (self == .ask ? Path(Self.section) : Path(Self.section, rawValue)).text
  }

  private static let section = "case-review"
}
