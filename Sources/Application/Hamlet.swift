import Accounts
public import Commands
import Kernel
import Partnership
import PostgreSQL

/// The program: its commands, those of the features among them.
public enum Hamlet {
  /// The version, which the command line prints.
  static let version = "0.1.0"

  /// Runs a command line and gives the status to end the process with.
  public static func run(_ arguments: [String], console: Console = .standard) -> Int32 {
    let program = Program(
      name: "hamlet", summary: "The working system of a community safety partnership.",
      version: version, commands: commands)
    return program.run(arguments, console: console, explain: words) { invocation in
      Environment.read(database: invocation.database)
    }.rawValue
  }

  /// Every command; those of a feature get the services of the opened house.
  static let commands: [Command<Environment>] =
    [
      ServeCommand.demo, ServeCommand.serve, MigrateCommand.command, CheckCommand.command,
      OperatorCommands.newKey.adapted { _, environment in environment.readyKeyFile() },
    ]
    + features.flatMap(\.commands).map { command in
      command.adapted { invocation, environment in
        try House.open(environment, say: invocation.progress.message).services
      }
    }
}
