internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows the wordings of letters, and keeps them.
struct LetterWordingHandlers {
  private static let title = "Wordings of letters"
  private static let words = WordingDesk.Words(
    kicker: "Wording of a letter",
    caution: "This wording came with the program. Read it before you use it, and make it yours.",
    action: "casework.letter-wording-added", subject: "letter-wording")

  let visit: StaffVisit

  private var crumb: Crumb { Crumb("Work", WorkRoute.work(WorkFilter()).path) }
  private var desk: WordingDesk {
    WordingDesk(
      visit, CaseLetterStore.wordings, naming: CaseLetterField.all, Self.words,
      mayWord: CasePolicy.allows(.wording, visit.actor))
  }

  func respond(_ route: CaseLetterRoute) throws -> Response? {
    let isForm = visit.request.method == .post
    try CasePolicy.require(isForm ? .wording : .letter, visit.actor)
    guard case .wording(let kind) = route else { return try list() }
    let one = WordingDesk.One(
      kind.rawValue, kind.title, path: route.path,
      crumbs: [crumb, Crumb(Self.title, CaseLetterRoute.wordings.path)])
    return try isForm ? desk.add(one) : desk.show(one)
  }

  private func list() throws -> Response {
    let today = London.day(visit.now)
    let rows = try visit.read { read in
      try CaseLetterKind.allCases.map { kind in
        (
          kind.title, CaseLetterRoute.wording(kind).path,
          try CaseLetterStore.wordings.wording(of: kind.rawValue, on: today, read)
        )
      }
    }
    return visit.page(Self.title, crumbs: [crumb]) {
      PageHead(
        Self.title,
        lede: "What a letter of a case says before somebody changes it. A change is a new version "
          + "from a day on; none is lost.")
      WordingsInUse("Letter", rows)
    }
  }
}
