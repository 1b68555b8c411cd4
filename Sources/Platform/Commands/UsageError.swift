/// A command line that cannot be carried out as written; ends the program with status 2.
///
/// The program adds how to write the command.
public struct UsageError: Error, Equatable, Sendable {
  /// What is wrong, as a sentence.
  public let message: String
  /// The argument it is about, such as `--source`; `nil` when none was recognised.
  public let argument: String?
  /// What was probably meant.
  public let suggestion: String?

  /// Something wrong with the command line.
  public init(_ message: String, argument: String? = nil, suggestion: String? = nil) {
    self.message = message
    self.argument = argument
    self.suggestion = suggestion
  }
}

extension UsageError: CustomStringConvertible {
  /// The sentence, with what was probably meant.
  public var description: String {
    suggestion.map { "\(message) Did you mean \($0)?" } ?? message
  }
}
