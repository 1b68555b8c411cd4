internal import Kernel

/// Why something of a conference cannot be shown or done.
enum ConferencesProblem: Problem, Equatable {
  case notFound
  case noSuchKind(String)
  case standsApart(String)
  case noSuchAccount(String)
  case maySitNot(String)
  case noSuchCase(String)
  case noSuchMeeting(String)
  case countsNone(String)
  case changedMeanwhile

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
    case .noSuchCase(let reference):
      "There is no such case “\(reference)”: hamlet conferences cases shows them."
    case .noSuchMeeting(let number):
      "There is no meeting “\(number)”: hamlet conferences meetings shows them."
    case .countsNone(let key): "“\(key)” counts no sessions."
    case .changedMeanwhile: "Somebody else wrote there meanwhile: look at it again."
    }
  }

  var status: Int {
    switch self {
    case .notFound, .noSuchCase, .noSuchMeeting: 404
    default: 400
    }
  }
}
