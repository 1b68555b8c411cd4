internal import HTTP
internal import Kernel
internal import Partnership

/// The pages of letters to people in a case, and of their wordings.
enum CaseLetterRoute: Route {
  /// The letters of a case, and which one is written.
  case list(Reference)
  /// Writing one of a kind to somebody; a POST shows how it reads, or keeps it.
  case write(Reference, kind: String, to: ID<CasePerson>?)
  /// One that was kept.
  case letter(Reference, ID<CaseLetter>)
  case file(Reference, ID<CaseLetter>, PrintFormat)
  case wordings
  /// The versions of one wording; a POST adds one.
  case wording(CaseLetterKind)

  init?(_ method: Method, _ path: [String], _ query: Fields) {
    if path.prefix(2) == ["work", "wordings"] {
      switch path.count {
      case 2 where method == .get: self = .wordings
      case 3:
        guard let kind = CaseLetterKind(rawValue: path[2]) else { return nil }
        self = .wording(kind)
      default: return nil
      }
      return
    }
    guard (3...5).contains(path.count), path[0] == "cases", path[2] == "letters",
      let reference = Reference(path[1])
    else { return nil }
    guard path.count > 3 else {
      guard method == .get else { return nil }
      self = .list(reference)
      return
    }
    if path.count == 4, path[3] == "new" {
      self = .write(
        reference, kind: query["kind"] ?? "", to: query["to"].flatMap { ID<CasePerson>($0) })
      return
    }
    guard method == .get, let id = ID<CaseLetter>(path[3]) else { return nil }
    guard path.count > 4 else {
      self = .letter(reference, id)
      return
    }
    let format = PrintFormat.allCases.first { path[4] == "letter.\($0.rawValue)" }
    guard let format else { return nil }
    self = .file(reference, id, format)
  }

  var path: String {
    switch self {
    case .list(let reference): Path("cases", reference.description, "letters").text
    case .write(let reference, let kind, let person):
      Path("cases", reference.description, "letters", "new").with(
        [("kind", kind)] + (person.map { [("to", $0.description)] } ?? [])
      ).text
    case .letter(let reference, let id):
      Path("cases", reference.description, "letters", id.description).text
    case .file(let reference, let id, let format):
      Path("cases", reference.description, "letters", id.description, "letter.\(format.rawValue)")
        .text
    case .wordings: Path("work", "wordings").text
    case .wording(let kind): Path("work", "wordings", kind.rawValue).text
    }
  }
}
