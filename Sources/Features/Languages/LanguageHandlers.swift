internal import Access
internal import Commands
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership
internal import Translation

/// Answers the pages of languages.
struct LanguageHandlers {
  let visit: StaffVisit

  private var texts: [PublicTexts] { visit.services.publicTexts }
  private var request: Request { visit.request }

  func respond() throws -> Response? {
    guard let route = LanguageRoute(request.method, request.path, request.query) else { return nil }
    try LanguagePolicy.require(.see, visit.actor)
    let isPost = request.method == .post
    switch route {
    case .list: return try isPost ? add() : list()
    case .language(let code): return try isPost ? take(code) : language(code)
    case .page(let code, let page): return try isPost ? change(code, page) : show(code, page)
    case .sheet(let code): return try sheet(code)
    }
  }

  private func list(_ state: FormState = FormState()) throws -> Response {
    let model = try visit.read { read in
      LanguagesModel(
        languages: try LanguageStore.languages(read).compactMap { language, _ in
          try LanguageStore.book(language.code, read)
        }, texts: texts, mayWrite: LanguagePolicy.allows(.write, visit.actor),
        csrf: visit.frame.csrf, state: state)
    }
    return page("Languages", state) { LanguagesPage(model: model) }
  }

  private func add() throws -> Response {
    try LanguagePolicy.require(.write, visit.actor)
    do {
      let language = try LanguageForm.read(request.form)
      try visit.write { write in
        try LanguageStore.add(language, at: visit.now, in: write)
        try visit.record("language.added", "language/\(language.code)", in: write)
      }
      return .redirect(to: LanguageRoute.language(language.code).path)
    } catch let refusal as Refusal {
      return try list(FormState(values: request.form, refusal: refusal))
    } catch let problem as LanguageProblem {
      let refusal = Refusal("code", problem.message)
      return try list(FormState(values: request.form, refusal: refusal))
    }
  }

  private func language(_ code: String, _ state: FormState = FormState()) throws -> Response {
    let book = try book(code)
    let model = LanguageModel(
      book: book, standings: texts.map { book.standing(of: $0) },
      mayWrite: LanguagePolicy.allows(.write, visit.actor), csrf: visit.frame.csrf, state: state)
    return page(book.language.name, state, [Crumb("Languages", LanguageRoute.list.path)]) {
      LanguagePage(model: model)
    }
  }

  /// Takes the file of a translator.
  private func take(_ code: String) throws -> Response {
    try LanguagePolicy.require(.write, visit.actor)
    guard let file = request.files.first(where: { $0.field == "file" && $0.size > 0 }) else {
      return try language(code, FormState(refusal: Refusal("file", "Choose a file of words")))
    }
    guard file.size <= WordSheet.mostBytes else {
      let words = "Choose a smaller file: all words of a language are less than 5 MB"
      return try language(code, FormState(refusal: Refusal("file", words)))
    }
    do {
      let reading = try WordSheet.read(file.path, named: file.name, texts)
      try keep(reading.words, of: try book(code))
      return .redirect(to: LanguageRoute.language(code).path)
    } catch let refused as InputRefused {
      return try language(code, FormState(refusal: Refusal("file", refused.message)))
    }
  }

  private func sheet(_ code: String) throws -> Response {
    .download(
      WordSheet.written(try book(code), texts), type: "text/csv; charset=utf-8",
      name: "words-\(code).csv")
  }

  private func show(
    _ code: String, _ name: String, _ state: FormState? = nil
  ) throws -> Response {
    let (book, page) = (try book(code), try page(name))
    let standing = book.standing(of: page)
    let model = PageWordsModel(
      book: book, standing: standing,
      checker: try visit.read { read in
        try standing.check?.account.flatMap { try visit.services.people.name(of: $0, in: read) }
      },
      state: state ?? PageWordsForm.state(of: page, in: book),
      mayWrite: LanguagePolicy.allows(.write, visit.actor),
      mayCheck: LanguagePolicy.allows(.check, visit.actor), csrf: visit.frame.csrf)
    return self.page(
      page.title, model.state,
      [
        Crumb("Languages", LanguageRoute.list.path),
        Crumb(book.language.name, LanguageRoute.language(code).path),
      ]
    ) { PageWordsPage(model: model) }
  }

  private func change(_ code: String, _ name: String) throws -> Response {
    let (book, page) = (try book(code), try page(name))
    let back = Response.redirect(to: LanguageRoute.page(code, name).path)
    switch request.form["act"] {
    case "check", "uncheck":
      try LanguagePolicy.require(.check, visit.actor)
      try mark(page, in: book, isChecked: request.form["act"] == "check")
      return back
    default:
      try LanguagePolicy.require(.write, visit.actor)
    }
    do {
      try keep(try PageWordsForm.read(request.form, page, book), of: book)
      return back
    } catch let refusal as Refusal {
      return try show(code, name, FormState(values: request.form, refusal: refusal))
    }
  }

  /// What was checked is what was read: not what somebody else changed meanwhile.
  private func mark(_ page: PublicTexts, in book: LanguageBook, isChecked: Bool) throws {
    guard request.form["version"] == String(book.version) else { throw DatabaseError.stale }
    try visit.write { write in
      if isChecked {
        try LanguageStore.check(page, in: book, by: visit.actor.account, at: visit.now, write)
      } else {
        try LanguageStore.uncheck(page, in: book, write)
      }
      try visit.record(
        isChecked ? "language.checked" : "language.unchecked", "language/\(book.language.code)",
        ["page": page.page], in: write)
    }
  }

  private func keep(_ words: [String: String], of book: LanguageBook) throws {
    try visit.write { write in
      let changed = try LanguageStore.keep(words, in: book, write)
      guard changed > 0 else { return }
      try visit.record(
        "language.words", "language/\(book.language.code)", ["texts": String(changed)], in: write)
    }
  }

  private func book(_ code: String) throws -> LanguageBook {
    guard let book = try visit.read({ try LanguageStore.book(code, $0) }) else {
      throw LanguageProblem.notFound
    }
    return book
  }

  private func page(_ name: String) throws -> PublicTexts {
    guard let page = texts.first(where: { $0.page == name }) else { throw LanguageProblem.notFound }
    return page
  }

  private func page(
    _ title: String, _ state: FormState, _ crumbs: [Crumb] = [],
    @HTMLBuilder content: () -> some HTML
  ) -> Response {
    .html(
      Page(
        frame: visit.frame, title: title, crumbs: crumbs, refusal: state.refusal, content: content),
      status: state.refusal == nil ? 200 : 422)
  }
}
