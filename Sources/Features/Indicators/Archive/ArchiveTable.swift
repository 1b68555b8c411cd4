/// A table of a published document, embedded as the comma-separated text it was transcribed to.
struct ArchiveTable {
  /// The rows below the header, each as many fields as it has.
  let rows: [[String]]

  init(_ text: String) {
    rows = text.split(separator: "\n").dropFirst().map(ArchiveTable.fields)
  }

  /// The fields of one line, with quoted commas and doubled quotes; no field holds a line break.
  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    var previous: Character?
    for character in line {
      switch character {
      case "\"":
        if !isQuoted, previous == "\"" { fields[fields.count - 1].append("\"") }
        isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
      previous = character
    }
    return fields
  }
}
