internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of the figure shows.
struct ProcedureModel {
  let month: Month
  let figures: ProcedureFigures
  let sample: ProcedureSample?
  /// Whether the month is over, so that a sample can be drawn.
  let isOver: Bool
  let mayOpen: Bool
  let mayAudit: Bool
  let state: FormState
  let csrf: String
}

/// How many of the cases closed in a month followed their procedure, by priority and by step.
struct ProcedurePage: HTML {
  static let title = "Procedures"
  /// The most cases with a missed step that are listed.
  static let most = 100

  let model: ProcedureModel

  private var figures: ProcedureFigures { model.figures }

  var body: some HTML {
    PageHead(
      Self.title, kicker: "Cases closed in \(model.month.words)",
      lede: "A case followed its procedure where every step that applies is in its record."
    ) {
      LinkButton(StandardPage.title, to: ProcedureRoute.standard.path)
      LinkButton("Checklists", to: ProcedureRoute.checklists(of: nil).path)
    }
    Facts([
      Fact(
        "Followed", Self.share(figures.followed, of: figures.cases.count),
        note: "of the cases closed in the month", isBig: true),
      Fact(
        "Sample",
        model.sample.map(\.followedWords) ?? "None drawn",
        note: model.sample.map { "\($0.scored) of \($0.drawn.count) scored" },
        path: model.sample.map { ProcedureRoute.sample($0.month).path }),
    ])
    FilterForm(to: ProcedureRoute.figure(nil).path) {
      TextField(
        "month", label: "Month", hint: "Such as 2026-10.",
        in: FormState(values: .init([("month", model.month.description)])), width: .w20)
      SubmitButton("Show", style: .line)
    }
    Sheet("By step", mark: .river) {
      DataTable(
        caption: "By step", hidesCaption: true,
        columns: [.text("Step"), .number("Met"), .number("Missed"), .number("Does not apply")],
        rows: figures.lines.map { line in
          [
            .text(line.kind.title), .text(NumberText.whole(line.met)),
            .text(NumberText.whole(line.missed)), .text(NumberText.whole(line.inapplicable)),
          ]
        }, empty: "No case was closed in this month.")
    }
    Sheet("By priority") {
      DataTable(
        caption: "By priority", hidesCaption: true,
        columns: [.text("Priority"), .number("Closed"), .text("Followed")],
        rows: Priority.allCases.map { priority in
          let cases = figures.cases.filter { $0.record.file.priority == priority }
          return [
            .text(priority.code), .text(NumberText.whole(cases.count)),
            .text(Self.share(cases.count(where: \.isFollowed), of: cases.count)),
          ]
        })
    }
    MissedSheet(model: model)
    if model.mayAudit, model.sample == nil, model.isOver, !figures.cases.isEmpty {
      DrawSheet(model: model)
    }
  }

  /// Such as "43 of 100 (43%)".
  static func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "None" }
    return "\(part) of \(whole) (\(NumberText.percent(Double(part) * 100 / Double(whole))))"
  }
}

extension ProcedureSample {
  /// How many of those scored were followed.
  var followedWords: String {
    scored == 0 ? "Not scored yet" : ProcedurePage.share(followed, of: scored)
  }
}

private struct MissedSheet: HTML {
  let model: ProcedureModel

  var body: some HTML {
    let missed = model.figures.cases.filter { !$0.isFollowed }
    Sheet("Cases with a step that was missed") {
      DataTable(
        caption: "Cases with a step that was missed", hidesCaption: true,
        columns: [.text("Case"), .text("Priority"), .text("Missed")],
        rows: missed.prefix(ProcedurePage.most).map { checked in
          let file = checked.record.file
          return [
            model.mayOpen
              ? .link(file.reference.description, to: WorkRoute.file(file.reference).path)
              : .text(file.reference.description),
            .text(file.priority.code),
            .text(checked.missed.map(\.step.words).joined(separator: "; ")),
          ]
        }, empty: "There are none.")
      if missed.count > ProcedurePage.most {
        p(.class("quiet")) { "The first \(ProcedurePage.most) of \(missed.count) are shown." }
      }
    }
  }
}

private struct DrawSheet: HTML {
  let model: ProcedureModel

  var body: some HTML {
    Sheet("Draw the sample of the month") {
      p {
        "Cases are drawn at random, so many of each priority as its share of the month, and at least one "
        "of each. A manager reads each of them and says whether the procedure was followed. "
        "The seed is taken at random and printed with the sample, so that anybody can check that it draws "
        "the same cases."
      }
      PostForm(to: ProcedureRoute.draw.path, csrf: model.csrf) {
        input(.type(.hidden), .name("month"), .value(model.month.description))
        TextField(
          "size", label: "How many cases",
          in: model.state.values["size"] == nil
            ? FormState(values: .init([("size", String(DrawForm.usual))])) : model.state,
          width: .w20, inputmode: "numeric")
        SubmitButton("Draw the sample", style: .line)
      }
    }
  }
}
