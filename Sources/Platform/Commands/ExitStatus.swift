/// How a command ended, as the shell sees it.
public enum ExitStatus: Int32, Sendable {
  /// Done.
  case done = 0
  /// Failed.
  case failed = 1
  /// Wrong use: the message says which argument and how to write it.
  case wrongUse = 2
  /// The input was refused and nothing of it stored; the message says file, line, column and why.
  case inputRefused = 3
}
