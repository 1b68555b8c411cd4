internal import Access
internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of covers shows.
struct CoverModel {
  let covers: [Cover]
  let names: [ID<Account>: String]
  /// Those whose cover the reader may arrange.
  let people: [Person]
  let workers: [Person]
  let today: Day
  let mayEnd: (Cover) -> Bool
  let csrf: String
  let state: FormState

  func name(_ account: ID<Account>) -> String { names[account] ?? "Somebody who has left" }
}

/// Who covers whose cases, and arranging it.
struct CoverPage: HTML {
  let model: CoverModel

  var body: some HTML {
    PageHead(
      "Cover",
      lede: "For these days the cases of who is away stand on the list of who covers as well.")
    Sheet("Now and to come") {
      DataTable(
        caption: "Covers", hidesCaption: true,
        columns: [.text("Away"), .text("Covered by"), .text("Days"), .text("End it")],
        rows: model.covers.map { cover in
          [
            .text(model.name(cover.away)), .text(model.name(cover.by)), .text(days(cover)),
            .html {
              if model.mayEnd(cover) {
                PostForm(to: WorkRoute.coverEnd(cover.id).path, csrf: model.csrf) {
                  SubmitButton("End the cover of \(model.name(cover.away))", style: .line)
                }
              }
            },
          ]
        }, empty: "Nobody is covered.")
    }
    Sheet("Arrange a cover") {
      PostForm(to: WorkRoute.cover.path, csrf: model.csrf) {
        SelectField(
          "away", label: "Who is away", choices: choices(model.people), empty: "Choose somebody",
          in: model.state)
        SelectField(
          "by", label: "Who covers", choices: choices(model.workers), empty: "Choose somebody",
          in: model.state)
        DateField("first", legend: "First day", in: model.state)
        DateField("last", legend: "Last day", in: model.state)
        SubmitButton("Arrange it", style: .line)
      }
    }
  }

  private func days(_ cover: Cover) -> String {
    let words =
      cover.days.lowerBound == cover.days.upperBound
      ? cover.days.lowerBound.words
      : "\(cover.days.lowerBound.words) to \(cover.days.upperBound.words)"
    return cover.days.contains(model.today) ? "\(words), now" : words
  }

  private func choices(_ people: [Person]) -> [Choice] {
    people.map { Choice($0.id.description, $0.name.reveal(for: "choice of an officer")) }
  }
}
