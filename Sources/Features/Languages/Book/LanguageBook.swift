internal import Access
internal import Kernel
internal import Partnership
internal import Translation

/// All that is known of one language: its words, and which pages were checked.
struct LanguageBook: Sendable {
  /// A translation, with the version of the language at which it came.
  struct Words: Sendable, Equatable {
    let words: String
    let version: Int
  }

  /// That somebody who knows the language checked a page.
  struct Check: Sendable, Equatable {
    let version: Int
    /// Who said so; `nil` for the shell.
    let account: ID<Account>?
    let at: Instant
  }

  let language: Language
  /// Grows with each change.
  let version: Int
  var words: [String: Words] = [:]
  var checks: [String: Check] = [:]

  /// How far a page is.
  func standing(of page: PublicTexts) -> PageStanding {
    let found = page.texts.compactMap { words[$0] }
    return PageStanding(
      page: page, translated: found.count, check: checks[page.page],
      latest: found.map(\.version).max() ?? 0)
  }

  /// The words of some pages.
  func wording(of pages: [PublicTexts]) -> Wording {
    let texts = Set(pages.flatMap(\.texts))
    return Wording(language, words.filter { texts.contains($0.key) }.mapValues(\.words))
  }
}

/// How far a page is in a language.
struct PageStanding: Sendable {
  let page: PublicTexts
  /// How many of its texts have words.
  let translated: Int
  let check: LanguageBook.Check?
  /// The version at which the latest of its words came.
  let latest: Int

  var missing: Int { page.texts.count - translated }
  var isWhole: Bool { missing == 0 }

  /// Whether it may be shown: every text has words, and none changed since it was checked.
  var isChecked: Bool { isWhole && (check?.version ?? 0) >= latest && check != nil }

  /// What is to be done next.
  var state: PageState {
    if isChecked { return .checked }
    guard isWhole else { return translated == 0 ? .untouched : .begun }
    return check == nil ? .toCheck : .changed
  }
}

/// What is to be done next with a page.
enum PageState: String, Sendable {
  case untouched, begun, toCheck, changed, checked

  var title: String {
    switch self {
    case .untouched: "Nothing yet"
    case .begun: "Begun"
    case .toCheck: "To be checked"
    case .changed: "Changed since it was checked"
    case .checked: "Shown to the public"
    }
  }
}
