/// Reads a command line against the declared commands; pure.
///
///     hamlet [--database URL] [--json] words… arguments
struct Parser {
  let program: String
  let commands: [Outline]

  enum Result {
    case help([String])
    case version
    case run(index: Int, Given)
  }

  /// A refusal, with the command it belongs to where that was recognised.
  struct Failure: Error {
    let usage: UsageError
    let path: [String]
  }

  func parse(_ arguments: [String]) throws(Failure) -> Result {
    var rest = arguments[...]
    var leading = Given()
    do {
      if let early = try takeLeading(&rest, into: &leading) { return early }
    } catch { throw Failure(usage: error, path: []) }
    let (index, path) = try findCommand(&rest)
    guard let index else { return .help(path) }
    do {
      guard let given = try Reading(of: commands[index], with: leading).read(rest, words(path))
      else { return .help(path) }
      return .run(index: index, given)
    } catch { throw Failure(usage: error, path: path) }
  }

  private func words(_ path: [String]) -> String { ([program] + path).joined(separator: " ") }

  private func takeLeading(
    _ rest: inout ArraySlice<String>, into given: inout Given
  ) throws(UsageError) -> Result? {
    guard !rest.isEmpty else { throw UsageError("Say which command to run.") }
    while let word = rest.first, word.hasPrefix("-") {
      rest.removeFirst()
      let (name, value) = split(word)
      switch name {
      case "--help", "-h": return .help(Array(rest))
      case "--version": return .version
      case "--json" where value == nil: given.flags.insert(name)
      case "--database": given.database = try takeValue(of: name, "URL", value, from: &rest)
      default:
        let known = ["--database", "--json", "--help", "--version"]
        throw UsageError(
          "There is no option \(name) before the command.", argument: name,
          suggestion: NearMiss.suggestion(for: name, among: known))
      }
    }
    guard !rest.isEmpty else { throw UsageError("Say which command to run.") }
    return nil
  }

  /// Takes the words of a command; an index of `nil` asks for the help of a group of commands.
  private func findCommand(_ rest: inout ArraySlice<String>) throws(Failure) -> (Int?, [String]) {
    var path: [String] = []
    while true {
      let group = commands.filter { $0.path.starts(with: path) && $0.path.count > path.count }
      if let word = rest.first, group.contains(where: { $0.path[path.count] == word }) {
        path.append(word)
        rest.removeFirst()
      } else if let index = commands.firstIndex(where: { $0.path == path }) {
        return (index, path)
      } else if rest.first == "--help" || rest.first == "-h" {
        return (nil, path)
      } else {
        throw Failure(usage: unknown(rest.first, after: path, in: group), path: path)
      }
    }
  }

  private func unknown(_ word: String?, after path: [String], in group: [Outline]) -> UsageError {
    var next: [String] = []
    for outline in group where !next.contains(outline.path[path.count]) {
      next.append(outline.path[path.count])
    }
    guard let word else {
      return UsageError("Say which of these: \(next.joined(separator: ", ")).")
    }
    let suggestion = NearMiss.suggestion(for: word, among: next)
    return UsageError(
      "There is no command “\((path + [word]).joined(separator: " "))”.",
      argument: word, suggestion: suggestion.map { "“\((path + [$0]).joined(separator: " "))”" })
  }
}

/// Splits `--name=value`.
func split(_ word: String) -> (name: String, value: String?) {
  guard word.hasPrefix("--"), let equals = word.firstIndex(of: "=") else { return (word, nil) }
  return (String(word[..<equals]), String(word[word.index(after: equals)...]))
}

/// The value attached to an option, or the word after it.
func takeValue(
  of name: String, _ value: String, _ attached: String?, from rest: inout ArraySlice<String>
) throws(UsageError) -> String {
  if let attached { return attached }
  guard let next = rest.first, !next.hasPrefix("--") else {
    throw UsageError("\(name) needs a value: \(name) \(value).", argument: name)
  }
  rest.removeFirst()
  return next
}
