internal import Kernel

/// Why something of a conference cannot be shown or done.
enum ConferencesProblem: Problem, Equatable {
  case notFound
  case noSuchKind(String)
  case standsApart(String)
  case noSuchAccount(String)
  case maySitNot(String)

  var message: String {
    switch self {
    case .notFound:
      "If you typed the address, check it. If you followed a link, it may be out of date, or it "
        + "may not be yours to see."
    case .noSuchKind(let key):
      "There is no conference “\(key)”: hamlet conferences kinds shows them."
    case .standsApart(let key):
      "“\(key)” stands apart: it is read by those who sit in it, who sign in. Here only who sits "
        + "in it can be said."
    case .noSuchAccount(let address):
      "Nobody signs in as \(address): hamlet account list shows who does."
    case .maySitNot(let words): words
    }
  }

  var status: Int { self == .notFound ? 404 : 400 }
}
