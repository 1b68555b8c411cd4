/// One thing a command accepts: a positional value, an option with a value, or a flag.
///
/// For example:
///
///     [.files("FILE", "CSV, .gz, .zip or folder"),
///      .option("--source", value: "NAME", "how the files are written", oneOf: ["police-uk"]),
///      .flag("--json", "print one JSON value")]
public struct Argument: Sendable {
  enum Kind: Sendable, Equatable {
    case positional(isRequired: Bool, isRepeated: Bool)
    case option(value: String, isRequired: Bool, isRepeated: Bool)
    case flag
  }

  /// Its name as typed: `FILE`, `--source`.
  public let name: String
  let summary: String
  let kind: Kind
  let choices: [String]

  private init(_ name: String, _ summary: String, _ kind: Kind, choices: [String] = []) {
    self.name = name
    self.summary = summary
    self.kind = kind
    self.choices = choices
  }

  /// One required positional value, such as `FILE` or `NAME`.
  public static func value(_ name: String, _ summary: String, oneOf: [String] = []) -> Argument {
    Argument(name, summary, .positional(isRequired: true, isRepeated: false), choices: oneOf)
  }

  /// One required file.
  public static func file(_ name: String, _ summary: String) -> Argument { value(name, summary) }

  /// One positional value that may be left out.
  public static func optional(_ name: String, _ summary: String) -> Argument {
    Argument(name, summary, .positional(isRequired: false, isRepeated: false))
  }

  /// One or more files or other positional values; declared last among the positional ones.
  public static func files(_ name: String, _ summary: String) -> Argument {
    Argument(name, summary, .positional(isRequired: true, isRepeated: true))
  }

  /// An option with a value, `--source NAME` or `--source=NAME`, given at most once.
  public static func option(
    _ name: String, value: String, _ summary: String, oneOf: [String] = [],
    isRequired: Bool = false
  ) -> Argument {
    let kind = Kind.option(value: value, isRequired: isRequired, isRepeated: false)
    return Argument(name, summary, kind, choices: oneOf)
  }

  /// An option with a value that may be given many times.
  public static func repeated(
    _ name: String, value: String, _ summary: String, oneOf: [String] = []
  ) -> Argument {
    let kind = Kind.option(value: value, isRequired: false, isRepeated: true)
    return Argument(name, summary, kind, choices: oneOf)
  }

  /// An option without a value, such as `--json`.
  public static func flag(_ name: String, _ summary: String) -> Argument {
    Argument(name, summary, .flag)
  }
}

extension Argument {
  var isPositional: Bool { if case .positional = kind { true } else { false } }

  var isRequired: Bool {
    switch kind {
    case .positional(let isRequired, _), .option(_, let isRequired, _): isRequired
    case .flag: false
    }
  }

  var isRepeated: Bool {
    switch kind {
    case .positional(_, let isRepeated), .option(_, _, let isRepeated): isRepeated
    case .flag: false
    }
  }

  /// How it is written: `FILE…`, `--source NAME`, `--json`.
  var form: String {
    switch kind {
    case .positional: isRepeated ? name + "…" : name
    case .option(let value, _, _): "\(name) \(value)"
    case .flag: name
    }
  }

  /// Its place in a line of usage: in brackets where it may be left out.
  var usage: String {
    let form = isRepeated && !isPositional ? form + " …" : form
    return isRequired ? form : "[\(form)]"
  }
}
