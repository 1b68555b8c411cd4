import TestKit

/// Why a journey cannot go on.
enum KitProblem: Error, CustomStringConvertible {
  case notServing(String)
  case noAnswer(String)
  case failed(String, Ended)

  var description: String {
    switch self {
    case .notServing(let messages): "the site is not served: \(messages)"
    case .noAnswer(let request): "\(request) was not answered"
    case .failed(let command, let ended): "hamlet \(command): \(ended.status) \(ended.messages)"
    }
  }
}
