/// One command of a program: its words, what it accepts, and what it does.
///
/// For example:
///
///     Command<Services>(
///       ["incidents", "import"], summary: "read police.uk files",
///       arguments: [.files("FILE", "CSV, .gz, .zip or folder"), .flag("--json", "print JSON")]
///     ) { invocation, services in … }
///
/// Help and error messages are made from the declaration.
public struct Command<Context>: Sendable {
  /// The words that call it, such as `incidents import`.
  public let path: [String]
  /// What it does, in a few words without a full stop.
  public let summary: String
  let details: String
  let arguments: [Argument]
  let run: @Sendable (Invocation, Context) throws -> Void

  /// Declares a command.
  ///
  /// - Parameters:
  ///   - path: one word or more; no two commands share them all.
  ///   - summary: a few words for the list of commands.
  ///   - details: paragraphs for the command's own help.
  ///   - arguments: in the order they are typed and listed.
  ///   - run: the work. Throw ``UsageError`` for exit status 2, ``InputRefused`` for 3; anything
  ///     else is 1.
  public init(
    _ path: [String], summary: String, details: String = "", arguments: [Argument] = [],
    run: @escaping @Sendable (Invocation, Context) throws -> Void
  ) {
    self.path = path
    self.summary = summary
    self.details = details
    self.arguments = arguments
    self.run = run
  }

  /// The same command for a program with a wider context.
  ///
  /// The narrower context is made only when the command runs, so that help opens no database.
  public func adapted<Outer>(
    _ narrow: @escaping @Sendable (Invocation, Outer) throws -> Context
  ) -> Command<Outer> {
    Command<Outer>(path, summary: summary, details: details, arguments: arguments) {
      try run($0, narrow($0, $1))
    }
  }
}

/// A command without what it does: enough to read a command line and to write help.
struct Outline: Sendable {
  let path: [String]
  let summary: String
  let details: String
  let arguments: [Argument]

  var words: String { path.joined(separator: " ") }
}

extension Command {
  var outline: Outline {
    Outline(path: path, summary: summary, details: details, arguments: arguments)
  }
}
