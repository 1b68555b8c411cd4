/// What a command was called with, and where it writes.
public struct Invocation: Sendable {
  /// The words of the command, such as `incidents import`.
  public let command: [String]
  /// The value of the global option `--database`; `nil` where it was not given.
  public let database: String?
  /// Results: standard output.
  public let output: Output
  /// Progress and messages: standard error.
  public let progress: Progress
  let given: Given

  /// The values of a positional argument or an option, in the order typed.
  public func values(_ name: String) -> [String] { given.values[name] ?? [] }

  /// The value of a positional argument that is always there; empty for one not declared.
  public func value(_ name: String) -> String { values(name).first ?? "" }

  /// The value of an option; `nil` where it was not given.
  public func option(_ name: String) -> String? { values(name).first }

  /// The value of an option as a type of the caller's.
  ///
  /// For example: `try option("--from", expected: "a month such as 2023-01") { Month($0) }`.
  ///
  /// - Throws: ``UsageError`` naming the option and what was expected when `read` gives `nil`.
  public func option<Value>(
    _ name: String, expected: String, _ read: (String) -> Value?
  ) throws(UsageError) -> Value? {
    guard let text = option(name) else { return nil }
    guard let value = read(text) else {
      throw UsageError("\(name): expected \(expected), not “\(text)”.", argument: name)
    }
    return value
  }

  /// Whether a flag was given.
  public func flag(_ name: String) -> Bool { given.flags.contains(name) }
}

/// The values of one command line, by the names of their arguments.
struct Given: Sendable, Equatable {
  var values: [String: [String]] = [:]
  var flags: Set<String> = []
  var database: String?
}
