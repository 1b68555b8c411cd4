internal import Kernel

/// What of sharing is kept for a time, and then looked at.
enum KeptKind: String, CaseIterable, Sendable {
  /// Shares, from the day they ended.
  case share
  /// Requests of others, from the day they were answered.
  case request

  var title: String {
    switch self {
    case .share: "Shares, once they have ended"
    case .request: "Requests, once they are answered"
    }
  }

  /// One of them, in a sentence.
  var one: String {
    switch self {
    case .share: "The share"
    case .request: "The request"
    }
  }
}

/// One of them whose time is over.
struct KeptRecord: Equatable, Sendable {
  let kind: KeptKind
  let id: Int64
  let reference: Reference
  /// The day it ended, or was answered.
  let over: Day
}
