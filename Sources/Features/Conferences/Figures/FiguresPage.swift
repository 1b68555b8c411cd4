internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Statistics

/// How a conference works, for those who lead it.
struct FiguresPage: HTML {
  let kind: ConferenceKind
  let figures: ConferenceFigures
  let trends: GroundTrends
  let sessions: [SessionCount]
  let names: Names
  let today: Day
  let state: FormState
  let csrf: String

  var body: some HTML {
    Handling(note: "Restricted: for those who lead it. Every reader is recorded.")
    PageHead(
      "Figures", kicker: kind.title,
      lede:
        "Referred from \(figures.from.words) to \(figures.to.words), without what was not taken."
    )
    FilterForm(to: ConferencesRoute.figures(kind.key, from: nil, to: nil).path) {
      TextField("from", label: "From", hint: "2026-01-31", in: days, width: .w8)
      TextField("to", label: "To", hint: "2026-01-31", in: days, width: .w8)
      SubmitButton("Show", style: .line)
    }
    Facts(
      [
        Fact("Cases", String(figures.cases), isBig: true),
        Fact(
          "Repeats", String(figures.repeats),
          note: FigureWords.share(figures.repeats, figures.cases),
          isBig: true),
        Fact(
          "People heard", String(figures.people), note: "Each once, at meetings of these days"),
        // A yardstick is for domestic abuse alone.
        kind.rules.yardstick == nil
          ? nil : Fact("For every 10,000 adult women", rate, note: rateNote),
        Fact(
          "Actions done", "\(figures.done) of \(figures.decided)",
          note: "\(figures.actions[.notPossible] ?? 0) not possible, "
            + "\(figures.actions[.notDone] ?? 0) not done"),
      ].compactMap(\.self))
    Sheet("By who referred") {
      DataTable(
        caption: "By who referred", hidesCaption: true,
        columns: [.text("Organisation"), .number("Cases"), .number("Repeats")],
        rows: figures.bodies.map {
          [.text(names.body($0.organisation)), .text(String($0.cases)), .text(String($0.repeats))]
        }, empty: "Nobody was referred in these days.")
    }
    GroundSheet(kind: kind, figures: figures, trends: trends)
    if !kind.sessionsTitle.isEmpty {
      SessionsSheet(
        kind: kind, counts: sessions,
        path: ConferencesRoute.figures(kind.key, from: nil, to: nil).path, csrf: csrf, state: state)
    }
    PublicationSheet(kind: kind, today: today)
    p(.class("small quiet")) {
      "Where this comes from: the referrals of this conference. \(kind.source)"
    }
  }

  private var standing: RateStanding? { RateStanding(figures, kind.rules) }

  private var rate: String {
    standing.map { FigureWords.one($0.rate.value) } ?? "Not counted"
  }

  private var rateNote: String {
    guard let women = kind.rules.adultWomen else {
      return "Enter how many there are in the rules, with its source"
    }
    let base = "\(NumberText.whole(women)) adult women: \(kind.rules.adultWomenSource)"
    return [standing?.words, base].compactMap(\.self).joined(separator: ". ")
  }

  private var days: FormState {
    FormState(
      values: Fields([("from", figures.from.description), ("to", figures.to.description)]))
  }
}

/// Figures in words.
enum FigureWords {
  /// A share with its base.
  static func share(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "Of none" : "\(Int((Double(part) * 100 / Double(whole)).rounded())) in 100 cases"
  }

  /// A number with one decimal.
  static func one(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
