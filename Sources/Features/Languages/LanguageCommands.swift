internal import Access
internal import Commands
internal import Database
internal import Kernel
internal import Partnership
internal import Translation

/// Languages from the shell.
enum LanguageCommands {
  static let all = [list, show, add, export, take, check, uncheck]

  private static let code = Argument.value("CODE", "the language’s code, such as cy")

  private static let list = Command<Services>(
    ["languages", "list"], summary: "list the languages of public pages"
  ) { invocation, services in
    let books = try services.database.read { read in
      try LanguageStore.languages(read).compactMap {
        try LanguageStore.book($0.language.code, read)
      }
    }
    for book in books {
      let shown = services.publicTexts.count { book.standing(of: $0).isChecked }
      invocation.output.line(
        "\(book.language.code)\t\(book.language.name)\t\(shown) of \(services.publicTexts.count) shown"
      )
    }
    if books.isEmpty { invocation.output.line("There is none: public pages are in English.") }
  }

  private static let show = Command<Services>(
    ["languages", "show"], summary: "list the pages of a language", arguments: [code]
  ) { invocation, services in
    let book = try book(invocation, services)
    for page in services.publicTexts {
      let standing = book.standing(of: page)
      invocation.output.line(
        "\(page.page)\t\(standing.translated) of \(page.texts.count)\t\(standing.state.title)")
    }
  }

  private static let add = Command<Services>(
    ["languages", "add"], summary: "add a language",
    arguments: [
      code, .value("NAME", "what its speakers call it"),
      .flag("--right-to-left", "it is written from right to left"),
    ]
  ) { invocation, services in
    guard
      let language = Language(
        code: invocation.value("CODE"), name: invocation.value("NAME"),
        isRightToLeft: invocation.flag("--right-to-left"))
    else { throw UsageError("CODE: use a code such as cy or pa-Arab.", argument: "CODE") }
    try services.database.write { write in
      try LanguageStore.add(language, at: services.clock.now(), in: write)
      try record("language.added", language.code, services, write)
    }
    invocation.progress.message("\(language.name) was added.")
  }

  private static let export = Command<Services>(
    ["languages", "export"], summary: "print every text with its words, as CSV for translators",
    arguments: [code]
  ) { invocation, services in
    let sheet = WordSheet.written(try book(invocation, services), services.publicTexts)
    invocation.output.text(String(decoding: sheet, as: UTF8.self))
  }

  private static let take = Command<Services>(
    ["languages", "import"], summary: "take the words of a translator’s file",
    details:
      "Words that are empty change nothing. Pages whose words change have to be checked anew.",
    arguments: [code, .value("FILE", "CSV with the columns Page, English and Words")]
  ) { invocation, services in
    let book = try book(invocation, services)
    let path = invocation.value("FILE")
    let reading = try WordSheet.read(path, named: path, services.publicTexts)
    let changed = try services.database.write { write in
      let changed = try LanguageStore.keep(reading.words, in: book, write)
      if changed > 0 {
        try record("language.words", book.language.code, services, write, ["texts": "\(changed)"])
      }
      return changed
    }
    invocation.output.line("\(changed) changed, \(reading.unknown.count) of no page now")
    for text in reading.unknown { invocation.progress.message("No page has now: \(text)") }
  }

  private static let check = Command<Services>(
    ["languages", "check"],
    summary: "say that a page was checked by somebody who knows the language",
    arguments: [code, .value("PAGE", "the page, as hamlet languages show names it")]
  ) { try mark($0, $1, isChecked: true) }

  private static let uncheck = Command<Services>(
    ["languages", "uncheck"], summary: "take a page away from the public in a language",
    arguments: [code, .value("PAGE", "the page, as hamlet languages show names it")]
  ) { try mark($0, $1, isChecked: false) }

  private static func mark(
    _ invocation: Invocation, _ services: Services, isChecked: Bool
  ) throws {
    let book = try book(invocation, services)
    let name = invocation.value("PAGE")
    guard let page = services.publicTexts.first(where: { $0.page == name }) else {
      throw LanguageProblem.noSuchPage(name)
    }
    try services.database.write { write in
      if isChecked {
        try LanguageStore.check(page, in: book, by: nil, at: services.clock.now(), write)
      } else {
        try LanguageStore.uncheck(page, in: book, write)
      }
      try record(
        isChecked ? "language.checked" : "language.unchecked", book.language.code, services, write,
        ["page": name])
    }
  }

  private static func book(_ invocation: Invocation, _ services: Services) throws -> LanguageBook {
    let code = invocation.value("CODE")
    guard let book = try services.database.read({ try LanguageStore.book(code, $0) }) else {
      throw LanguageProblem.unknown(code)
    }
    return book
  }

  private static func record(
    _ action: String, _ code: String, _ services: Services, _ write: Write,
    _ detail: [String: String] = [:]
  ) throws {
    try services.audit.record(
      AuditEvent(
        actor: nil, action: action, subject: "language/\(code)", detail: detail,
        at: services.clock.now()), in: write)
  }
}
