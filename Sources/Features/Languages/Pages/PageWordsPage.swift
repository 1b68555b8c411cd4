internal import Design
internal import Kernel
internal import HTTP
internal import Markup
internal import Partnership
internal import Translation

/// What the page with the words of one page shows.
struct PageWordsModel {
  let book: LanguageBook
  let standing: PageStanding
  /// Who said that it was checked; `nil` for the shell, or where nobody did.
  let checker: Sensitive<String>?
  let state: FormState
  let mayWrite: Bool
  let mayCheck: Bool
  let csrf: String

  var path: String { LanguageRoute.page(book.language.code, standing.page.page).path }
  /// Where the page itself is seen in the words so far; `nil` for what stands on every page.
  var look: String? {
    standing.page.paths.first.map { parts in
      LanguageChoice(code: book.language.code, isDraft: true).path(to: Path(parts).text)
    }
  }
}

/// The texts of one page with their words, and whether it was checked.
struct PageWordsPage: HTML {
  let model: PageWordsModel

  var body: some HTML {
    let standing = model.standing
    ErrorSummary(model.state.refusal)
    PageHead(standing.page.title, kicker: model.book.language.name) {
      if let look = model.look { LinkButton("See the page in these words", to: look) }
    }
    Sheet("Check") {
      p {
        Tag(standing.state.title, standing.state == .checked ? MarkState.good : .none)
        if let check = standing.check {
          " Checked \(London.words(check.at))"
          if let name = model.checker { " by \(name.reveal(for: "the page of a language"))" }
          "."
        }
      }
      if model.mayCheck { CheckForm(model: model) }
    }
    Sheet("Words") {
      PostForm(to: model.path, csrf: model.csrf) {
        input(.type(.hidden), .name("version"), .value(String(model.book.version)))
        for (index, english) in standing.page.texts.enumerated() {
          TextArea(PageWordsForm.field(index), label: english, in: model.state, rows: 2)
        }
        if model.mayWrite { SubmitButton("Save the words") }
      }
    }
  }
}

private struct CheckForm: HTML {
  let model: PageWordsModel

  var body: some HTML {
    PostForm(to: model.path, csrf: model.csrf) {
      input(.type(.hidden), .name("version"), .value(String(model.book.version)))
      if model.standing.isChecked {
        SubmitButton("Take the page away", style: .line, name: "act", value: "uncheck")
      } else if model.standing.isWhole {
        p {
          "Press this once somebody who speaks \(model.book.language.name) has read the page and found "
          "it right. The public then sees it."
        }
        SubmitButton("It was checked", name: "act", value: "check")
      } else {
        p { "\(NumberText.whole(model.standing.missing)) texts have no words yet." }
      }
    }
  }
}
