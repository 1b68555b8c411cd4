/// Help written from the declarations, at most 80 characters wide.
struct Help {
  private static let width = 80
  let program: String
  let summary: String
  let commands: [Outline]

  /// How to write a command, on one line.
  func usage(_ path: [String]) -> String {
    guard let command = commands.first(where: { $0.path == path }) else {
      return ([program] + path + ["COMMAND …"]).joined(separator: " ")
    }
    return ([program] + path + command.arguments.map(\.usage)).joined(separator: " ")
  }

  /// The help of the program, of a group of commands, or of one command.
  func text(_ path: [String]) -> String {
    if let command = commands.first(where: { $0.path == path }) { return text(command) }
    let group = commands.filter { $0.path.starts(with: path) }
    let shown = group.isEmpty ? commands : group
    let rows = shown.map { (left: $0.words, right: $0.summary) }
    var lines = group.isEmpty || path.isEmpty ? [summary, ""] : []
    lines += ["Usage: \(program) [--database URL] COMMAND …", "", "Commands:"]
    lines += Self.columns(rows)
    lines += ["", "`\(program) COMMAND --help` says how to write one.", "", "Options:"]
    lines += Self.columns(Self.globals)
    return lines.joined(separator: "\n")
  }

  private static let globals = [
    (left: "--database URL", right: "sqlite:PATH or postgres://…; otherwise HAMLET_DATABASE"),
    (left: "--help", right: "show this help"),
  ]

  private func text(_ command: Outline) -> String {
    var lines = ["\(program) \(command.words): \(command.summary).", ""]
    lines += Self.wrap("Usage: " + usage(command.path), indent: 7)
    if !command.details.isEmpty {
      let paragraphs = command.details.split(separator: "\n", omittingEmptySubsequences: false)
      lines += [""] + paragraphs.flatMap { Self.wrap(String($0), indent: 0) }
    }
    lines += table("Arguments:", command.arguments.filter(\.isPositional), [])
    lines += table("Options:", command.arguments.filter { !$0.isPositional }, Self.globals)
    return lines.joined(separator: "\n")
  }

  private func table(
    _ title: String, _ arguments: [Argument], _ more: [(left: String, right: String)]
  ) -> [String] {
    let rows = arguments.map { argument in
      let choices = argument.choices.isEmpty ? "" : ": " + argument.choices.joined(separator: ", ")
      return (left: argument.form, right: argument.summary + choices)
    }
    return rows.isEmpty && more.isEmpty ? [] : ["", title] + Self.columns(rows + more)
  }

  private static func columns(_ rows: [(left: String, right: String)]) -> [String] {
    let left = min(28, rows.map(\.left.count).max() ?? 0)
    return rows.flatMap { row in
      let pad = String(repeating: " ", count: max(0, left - row.left.count))
      return wrap("  \(row.left)\(pad)  \(row.right)", indent: left + 4)
    }
  }

  /// Breaks a line at spaces; the lines after the first begin `indent` further in.
  static func wrap(_ line: String, indent: Int) -> [String] {
    var lines: [String] = []
    var rest = Substring(line)
    while rest.count > width {
      let head = rest.prefix(width + 1)
      let start = head.index(head.startIndex, offsetBy: indent, limitedBy: head.endIndex)
      guard let space = head.lastIndex(of: " "), let start, space > start else { break }
      lines.append(String(rest[..<space]))
      let tail = rest[rest.index(after: space)...]
      rest = String(repeating: " ", count: indent) + tail
    }
    return lines + [String(rest)]
  }
}
