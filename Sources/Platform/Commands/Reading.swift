/// The reading of what follows a command's words.
struct Reading {
  private let command: Outline
  private let leading: Given

  init(of command: Outline, with leading: Given) {
    self.command = command
    self.leading = leading
  }

  /// The values given; `nil` when help was asked for.
  func read(_ arguments: ArraySlice<String>, _ words: String) throws(UsageError) -> Given? {
    var rest = arguments
    var given = Given(database: leading.database)
    var positional: [String] = []
    var isAfterDashes = false
    while let word = rest.popFirst() {
      if isAfterDashes || !word.hasPrefix("-") || word == "-" {
        positional.append(word)
      } else if word == "--" {
        isAfterDashes = true
      } else if word == "--help" || word == "-h" {
        return nil
      } else {
        try readOption(word, from: &rest, into: &given, words)
      }
    }
    for flag in leading.flags {
      guard command.arguments.contains(where: { $0.name == flag }) else {
        throw UsageError("`\(words)` does not take \(flag).", argument: flag)
      }
      given.flags.insert(flag)
    }
    try place(positional, into: &given)
    try check(given)
    return given
  }

  private func readOption(
    _ word: String, from rest: inout ArraySlice<String>, into given: inout Given, _ words: String
  ) throws(UsageError) {
    let (name, attached) = split(word)
    guard let argument = command.arguments.first(where: { $0.name == name && !$0.isPositional })
    else {
      guard name == "--database" else { throw unknown(name, words) }
      given.database = try takeValue(of: name, "URL", attached, from: &rest)
      return
    }
    guard case .option(let value, _, let isRepeated) = argument.kind else {
      guard attached == nil else {
        throw UsageError("\(name) takes no value.", argument: name)
      }
      given.flags.insert(name)
      return
    }
    let text = try takeValue(of: name, value, attached, from: &rest)
    guard isRepeated || given.values[name] == nil else {
      throw UsageError("\(name) is given twice: give it once.", argument: name)
    }
    given.values[name, default: []].append(text)
  }

  private func unknown(_ name: String, _ words: String) -> UsageError {
    let known = command.arguments.filter { !$0.isPositional }.map(\.name)
    return UsageError(
      "`\(words)` has no option \(name).", argument: name,
      suggestion: NearMiss.suggestion(for: name, among: known + ["--database", "--help"]))
  }

  private func place(_ words: [String], into given: inout Given) throws(UsageError) {
    var rest = words[...]
    for argument in command.arguments where argument.isPositional {
      let count = argument.isRepeated ? rest.count : min(1, rest.count)
      if count > 0 { given.values[argument.name] = Array(rest.prefix(count)) }
      rest = rest.dropFirst(count)
    }
    if let extra = rest.first {
      throw UsageError("“\(extra)” is one argument too many.", argument: extra)
    }
  }

  private func check(_ given: Given) throws(UsageError) {
    for argument in command.arguments {
      let values = given.values[argument.name] ?? []
      if argument.isRequired, values.isEmpty {
        throw UsageError("\(argument.form) is missing.", argument: argument.name)
      }
      guard !argument.choices.isEmpty,
        let wrong = values.first(where: { !argument.choices.contains($0) })
      else { continue }
      let choices = argument.choices.joined(separator: ", ")
      throw UsageError(
        "\(argument.name): “\(wrong)” is not one of \(choices).", argument: argument.name,
        suggestion: NearMiss.suggestion(for: wrong, among: argument.choices))
    }
  }
}
