internal import Kernel

/// A text that is no mapping.
struct MappingProblem: Problem, Equatable {
  let message: String
  var status: Int { 422 }

  init(_ message: String) { self.message = message }

  /// What is wrong, from what the reader of JSON says.
  init(decoding error: any Error) {
    switch error {
    case let problem as MappingProblem: self = problem
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      self.init(
        "“\(path)” must be text, a list of text, true or false, as the guide shows")
    default: self.init("This is not JSON: check its quotation marks, commas and brackets")
    }
  }
}
