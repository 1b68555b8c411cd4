internal import Access
internal import Database
internal import Kernel
internal import Partnership
internal import Translation

/// Languages in the database.
enum LanguageStore {
  /// The most languages that are read; England and Wales speak some ninety of note.
  static let most = 200

  /// The languages there are with their versions, by name.
  static func languages(_ read: Read) throws -> [(language: Language, version: Int)] {
    try read.all(
      """
      SELECT code, name, is_right_to_left, version FROM language ORDER BY name, code LIMIT \(most)
      """
    ) { row in
      let (code, name, mirrored) = (try row.text(), try row.text(), try row.bool())
      let language = Language(code: code, name: name, isRightToLeft: mirrored)
      return (language, try row.int())
    }.compactMap { entry in entry.0.map { ($0, entry.1) } }
  }

  /// All of one language; `nil` where there is no such one.
  static func book(_ code: String, _ read: Read) throws -> LanguageBook? {
    guard let (language, version) = try languages(read).first(where: { $0.language.code == code })
    else { return nil }
    var book = LanguageBook(language: language, version: version)
    try read.each(
      "SELECT english, words, version FROM language_words WHERE language = \(code)"
    ) { row in
      book.words[try row.text()] = .init(words: try row.text(), version: try row.int())
    }
    try read.each(
      "SELECT page, version, account, checked_at FROM language_check WHERE language = \(code)"
    ) { row in
      book.checks[try row.text()] = .init(
        version: try row.int(), account: try row.optionalID(), at: try row.parsed())
    }
    return book
  }

  static func add(_ language: Language, at now: Instant, in write: Write) throws {
    let (code, mirrored) = (language.code, language.isRightToLeft ? 1 : 0)
    let added = try write.run(
      """
      INSERT INTO language (code, name, is_right_to_left, version, made_at)
      VALUES (\(code), \(language.name), \(mirrored), 1, \(now)) ON CONFLICT (code) DO NOTHING
      """)
    guard added > 0 else { throw LanguageProblem.isThere(code) }
  }

  /// Keeps words, and takes away those that are empty; how many were changed.
  ///
  /// Throws ``DatabaseError/stale`` where the language was changed since the book was read.
  static func keep(
    _ words: [String: String], in book: LanguageBook, _ write: Write
  ) throws -> Int {
    let changed = words.filter { ($0.value.isEmpty ? nil : $0.value) != book.words[$0.key]?.words }
    guard !changed.isEmpty else { return 0 }
    let version = try next(book, write)
    for (english, words) in changed {
      try write.run(
        """
        DELETE FROM language_words WHERE language = \(book.language.code) AND english = \(english)
        """)
      guard !words.isEmpty else { continue }
      try write.run(
        """
        INSERT INTO language_words (language, english, words, version)
        VALUES (\(book.language.code), \(english), \(words), \(version))
        """)
    }
    return changed.count
  }

  /// Says that a page was checked as its words are now.
  static func check(
    _ page: PublicTexts, in book: LanguageBook, by account: ID<Account>?, at now: Instant,
    _ write: Write
  ) throws {
    let standing = book.standing(of: page)
    guard standing.isWhole else { throw LanguageProblem.notWhole(missing: standing.missing) }
    try uncheck(page, in: book, write)
    try write.run(
      """
      INSERT INTO language_check (language, page, version, account, checked_at)
      VALUES (\(book.language.code), \(page.page), \(book.version), \(account), \(now))
      """)
  }

  /// Takes back that a page was checked: it is in English again.
  static func uncheck(_ page: PublicTexts, in book: LanguageBook, _ write: Write) throws {
    _ = try next(book, write)
    try write.run(
      """
      DELETE FROM language_check WHERE language = \(book.language.code) AND page = \(page.page)
      """)
  }

  /// The next version of a language; every process reads it anew by that.
  private static func next(_ book: LanguageBook, _ write: Write) throws -> Int {
    try write.update(
      """
      UPDATE language SET version = version + 1
      WHERE code = \(book.language.code) AND version = \(book.version)
      """)
    return book.version + 1
  }
}
