import FeatureKit
import HTTP
import Partnership
import Testing
import Translation

@testable import Casework

extension Resident {
  /// Holds that every text of the present page can be put into another language: that it is in the
  /// catalogue of the page that stands there.
  func holdTexts() {
    guard page.header("Content-Type")?.hasPrefix("text/html") == true else { return }
    let parts = path.prefix { $0 != "?" }.split(separator: "/").map(String.init)
    let catalogue = CaseworkTexts.all.page(at: parts)
    guard catalogue != nil || !Self.english.contains(where: parts.starts) else { return }
    let wording = PseudoLanguage.accented.wording((catalogue?.texts ?? []) + Self.shared)
    for text in texts where wording.translation(of: text) == nil {
      Issue.record("“\(text)” is not among the texts of \(parts.joined(separator: "/"))")
    }
  }

  /// The texts of the title and of the main part of the present page.
  private var texts: [String] {
    [("<title>", "</title>"), ("<main", "</main>")].flatMap { start, end -> [String] in
      guard let start = page.text.range(of: start), let end = page.text.range(of: end) else {
        return []
      }
      return Wording.texts(of: Array(page.text[start.lowerBound..<end.upperBound].utf8))
    }
  }

  /// Pages in English alone: those for other organisations.
  private static let english = [["answer"]]

  /// What stands on every page, whose catalogue is the site’s own.
  private static let shared = [
    "{1}Error: {/1}{text}", "There is a problem", "Error:", "{date}", "Thornmere",
  ]
}
