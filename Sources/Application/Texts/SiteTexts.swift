import Partnership

/// The words of the pages that no feature owns, and of what stands on every page.
enum SiteTexts {
  static let all: [PublicTexts] = [everywhere, front, accessibility, privacy]
}
