internal import Commands
internal import Documents
internal import Partnership

/// Why a boundary file is refused, in words.
extension InputRefused {
  private static let nothing = "Nothing was stored."

  static func unreadable(_ file: String, _ problem: ReaderProblem) -> InputRefused {
    InputRefused(file: file, reason: "\(problem.message) \(nothing)")
  }

  static func columns(
    _ file: String, _ fault: AreaColumns.Fault, _ features: [BoundaryFeature]
  ) -> InputRefused {
    let columns = features.first?.attributes.map(\.name).joined(separator: ", ") ?? ""
    let there = columns.isEmpty ? "It has no columns." : "Its columns are \(columns)."
    return switch fault {
    case .noColumn(let name):
      InputRefused(file: file, reason: "there is no column “\(name)”. \(there) \(nothing)")
    case .noCodes:
      InputRefused(
        file: file,
        reason: "no column holds codes of areas. \(there) Name the column of the codes. \(nothing)")
    }
  }

  static func empty(_ file: String) -> InputRefused {
    InputRefused(file: file, reason: "it holds no area. \(nothing)")
  }

  static func noCode(_ file: String, _ feature: BoundaryFeature, _ column: String) -> InputRefused {
    InputRefused(
      file: file, reason: "area \(feature.number) has nothing in \(column). \(nothing)")
  }

  static func longCode(_ file: String, _ feature: BoundaryFeature, _ column: String) -> InputRefused
  {
    InputRefused(
      file: file,
      reason: "area \(feature.number): \(column) is longer than \(AreaCode.longest) characters, "
        + "or holds signs no code has. \(nothing)")
  }

  static func noShape(_ file: String, _ code: String) -> InputRefused {
    InputRefused(file: file, reason: "\(code) has no shape with an area. \(nothing)")
  }

  static func twice(_ file: String, _ code: String, _ first: Int, _ second: Int) -> InputRefused {
    InputRefused(
      file: file,
      reason: "the code \(code) is there twice, in areas \(first) and \(second). "
        + "Each area needs a code of its own. \(nothing)")
  }

  static func otherKind(_ file: String, _ code: String, _ kind: AreaKind) -> InputRefused {
    let meant = AreaCode.kinds(of: code).first ?? kind
    return InputRefused(
      file: file,
      reason: "codes such as \(code) are those of \(meant.plural), not of \(kind.plural). "
        + "Import it as \(meant.rawValue), or name another column for the codes. \(nothing)")
  }

  static func otherEdition(
    _ file: String, _ column: String, _ found: Int, _ wanted: Int
  ) -> InputRefused {
    InputRefused(
      file: file,
      reason: "the column \(column) is of the edition of \(found), not of \(wanted). \(nothing)")
  }

  static func known(
    _ file: String, _ code: String, _ kind: AreaKind, _ edition: Int, in other: String
  ) -> InputRefused {
    InputRefused(
      file: file,
      reason: "\(code) is among the \(kind.plural) of \(edition) already, from \(other). "
        + "Remove that edition first, or give another year. \(nothing)")
  }

  static func knownElsewhere(
    _ file: String, _ kind: AreaKind, _ edition: Int
  ) -> InputRefused {
    InputRefused(
      file: file,
      reason: "this file was imported as the \(kind.plural) of \(edition). "
        + "Remove that edition first if it was a mistake. \(nothing)")
  }
}
