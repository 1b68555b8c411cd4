internal import Database
internal import Kernel
package import Partnership
internal import Translation

/// The languages of one process, read anew when they change.
final class LanguageShelf: Sendable {
  /// A language as pages need it.
  struct Volume: Sendable {
    let book: LanguageBook
    /// The pages that are shown to the public in it.
    let checked: Set<String>
    /// The words of those pages.
    let wording: Wording
    /// All its words, checked or not.
    let draft: Wording
  }

  let texts: [PublicTexts]
  private let volumes = Guarded<[String: Volume]>([:])

  init(_ texts: [PublicTexts]) { self.texts = texts }

  /// The languages there are, by name; one look into the database where nothing changed.
  func all(_ read: Read) throws -> [Volume] {
    try LanguageStore.languages(read).compactMap { language, version in
      if let known = volumes.withLock({ $0[language.code] }), known.book.version == version {
        return known
      }
      guard let book = try LanguageStore.book(language.code, read) else { return nil }
      let volume = volume(of: book)
      volumes.withLock { $0[language.code] = volume }
      return volume
    }
  }

  /// A page is shown once it was checked itself, and so was what stands on every page.
  private func volume(of book: LanguageBook) -> Volume {
    let checked = texts.filter { book.standing(of: $0).isChecked }
    let isFramed = texts.filter(\.paths.isEmpty).allSatisfy { book.standing(of: $0).isChecked }
    return Volume(
      book: book, checked: isFramed ? Set(checked.map(\.page)) : [],
      wording: book.wording(of: checked), draft: book.wording(of: texts))
  }
}

extension Languages {
  /// The languages public pages with these texts can be read in.
  package static func directory(
    _ texts: [PublicTexts], hasPseudoLanguages: Bool
  ) -> LanguageDirectory {
    let shelf = LanguageShelf(texts)
    let pseudo = hasPseudoLanguages ? PseudoLanguage.allCases : []
    return LanguageDirectory(
      offered: { path, read in
        guard let page = texts.page(at: path) else { return [] }
        return try shelf.all(read).filter { $0.checked.contains(page.page) }
          .map(\.book.language)
      },
      wording: { choice, path, read in
        guard let page = texts.page(at: path) else { return nil }
        if let pseudo = pseudo.first(where: { $0.rawValue == choice.code }) {
          return pseudo.wording(texts.flatMap(\.texts))
        }
        let volume = try shelf.all(read).first { $0.book.language.code == choice.code }
        guard let volume else { return nil }
        if choice.isDraft { return volume.draft }
        return volume.checked.contains(page.page) ? volume.wording : nil
      })
  }
}
