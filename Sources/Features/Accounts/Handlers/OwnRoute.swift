import HTTP

/// The pages of a person's own account.
enum OwnRoute: String, Route, CaseIterable {
  case overview = ""
  case password
  case secondFactor = "second-factor"
  /// Only by POST.
  case removeSecondFactor = "remove-second-factor"
  /// Only by POST.
  case recoveryCodes = "recovery-codes"
  /// Only by POST.
  case signOutEverywhere = "sign-out-everywhere"

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    guard path.first == "account", path.count <= 2 else { return nil }
    guard path.count == 2 else {
      self = .overview
      return
    }
    guard !path[1].isEmpty, let route = OwnRoute(rawValue: path[1]) else { return nil }
    self = route
  }

  var path: String {
    self == .overview ? Path("account").text : Path("account", rawValue).text
  }
}
