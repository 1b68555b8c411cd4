public import Commands
public import Partnership

/// What a command said, and how it ended.
public struct Said: Sendable {
  /// How it ended.
  public let status: Commands.ExitStatus
  /// Its results.
  public let out: String
  /// Its progress and messages.
  public let messages: String

  /// Both.
  public var all: String { out + messages }
}

extension Services {
  /// Runs one of some commands as the shell would.
  public func shell(_ commands: [Command<Services>], _ arguments: [String]) -> Said {
    let (console, record) = Console.recorded()
    let program = Program(name: "hamlet", summary: "", version: "test", commands: commands)
    let status = program.run(arguments, console: console) { _ in self }
    return Said(status: status, out: record.output, messages: record.messages)
  }
}
