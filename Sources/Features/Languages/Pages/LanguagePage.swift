internal import Design
internal import Markup
internal import Partnership
internal import Translation

/// What the page of one language shows.
struct LanguageModel {
  let book: LanguageBook
  let standings: [PageStanding]
  let mayWrite: Bool
  let csrf: String
  let state: FormState
}

/// The pages in one language with what is to be done next, and the file for translators.
struct LanguagePage: HTML {
  let model: LanguageModel

  var body: some HTML {
    let code = model.book.language.code
    ErrorSummary(model.state.refusal)
    PageHead(
      model.book.language.name, kicker: code,
      lede: "What stands on every page has to be checked before any page is shown.")
    Sheet("Pages") {
      DataTable(
        caption: "Pages", hidesCaption: true,
        columns: [.text("Page"), .number("Texts done"), .text("State")],
        rows: model.standings.map { standing in
          [
            .link(standing.page.title, to: LanguageRoute.page(code, standing.page.page).path),
            .text("\(standing.translated) of \(standing.page.texts.count)"),
            .html {
              Tag(standing.state.title, standing.state == .checked ? MarkState.good : .none)
            },
          ]
        })
    }
    Sheet("For translators") {
      p {
        "Every text with its words so far, as a file for a spreadsheet. What stands in braces, such as "
        word("{1}")
        " or "
        word("{date}")
        ", has to come back, at whatever place the language wants it."
      }
      p { LinkButton("Download the words", to: LanguageRoute.sheet(code).path) }
      if model.mayWrite {
        PostForm(to: LanguageRoute.language(code).path, csrf: model.csrf, upload: true) {
          FileField(
            "file", label: "The file with words",
            hint: "CSV with the columns Page, English and Words. Empty words change nothing.",
            accept: ".csv", in: model.state)
          SubmitButton("Take the words", style: .line)
        }
      }
    }
  }

  private func word(_ text: String) -> some HTML { Markup.code { text } }
}
