import Kernel

/// A program of commands: reads a command line, runs the command, says what went wrong.
///
/// For example:
///
///     let status = Program(name: "hamlet", summary: "…", version: "0.1", commands: commands)
///       .run(Array(CommandLine.arguments.dropFirst())) { invocation in try open(invocation.database) }
///     exit(status.rawValue)
public struct Program<Context>: Sendable {
  private let name: String
  private let version: String
  private let commands: [Command<Context>]
  private let help: Help

  /// A program of some commands, listed in its help in their order.
  public init(name: String, summary: String, version: String, commands: [Command<Context>]) {
    self.name = name
    self.version = version
    self.commands = commands
    help = Help(program: name, summary: summary, commands: commands.map(\.outline))
  }

  /// Runs what a command line says.
  ///
  /// - Parameters:
  ///   - arguments: the words after the program's name.
  ///   - console: where results and messages go.
  ///   - explain: words for errors that are no `Problem`; without them only their type is named,
  ///     as an error may carry personal data.
  ///   - context: makes what the command works with; not called for help or wrong use.
  /// - Returns: the status to end the process with.
  public func run(
    _ arguments: [String], console: Console = .standard,
    explain: (any Error) -> String? = { _ in nil }, context: (Invocation) throws -> Context
  ) -> ExitStatus {
    let output = Output(console)
    let progress = Progress(console)
    var path: [String] = []
    do {
      switch try Parser(program: name, commands: help.commands).parse(arguments) {
      case .help(let asked): output.line(help.text(asked))
      case .version: output.line("\(name) \(version)")
      case .run(let index, let given):
        path = commands[index].path
        let invocation = Invocation(
          command: path, database: given.database, output: output, progress: progress,
          given: given)
        try commands[index].run(invocation, context(invocation))
      }
      progress.clear()
      try output.finish()
      return .done
    } catch {
      try? output.finish()
      let (status, text) = describe(error, path: path, explain)
      progress.message(text)
      return status
    }
  }

  private func describe(
    _ error: any Error, path: [String], _ explain: (any Error) -> String?
  ) -> (ExitStatus, String) {
    switch error {
    case let failure as Parser.Failure: (.wrongUse, text(failure.usage, failure.path))
    case let usage as UsageError: (.wrongUse, text(usage, path))
    case let refused as InputRefused: (.inputRefused, refused.message)
    case let problem as any Problem: (.failed, problem.message)
    default: (.failed, explain(error) ?? "Something went wrong (\(type(of: error))).")
    }
  }

  private func text(_ usage: UsageError, _ path: [String]) -> String {
    let words = ([name] + path).joined(separator: " ")
    return "\(words): \(usage)\nWrite: \(help.usage(path))\nHelp:  \(words) --help"
  }
}
