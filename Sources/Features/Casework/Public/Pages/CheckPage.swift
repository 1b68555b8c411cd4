internal import Design
internal import Kernel
internal import Markup

/// What was answered, who may see it and what happens next, before it is sent.
struct CheckPage: HTML {
  static let title = "Check your answers, then send your report"
  let model: StepModel

  private var answers: DraftAnswers { model.answers }

  var body: some HTML {
    JourneyPage(model: model) {
      h1 { Self.title }
      h2 { "What happened" }
      SummaryList(
        CheckRows.happened(answers, place: model.places.first?.words)
          + CheckRows.files(model.files))
      h2(.class("mt5")) { "You" }
      SummaryList(CheckRows.reporter(answers))
      h2(.class("mt5")) { "Who may see this" }
      WhoSees()
      NextSteps(due: model.due, isSent: false)
      StepFormView(model: model, button: "Send report") {}
    }
  }
}

/// The answers as questions and answers, each with the way to change it.
enum CheckRows {
  typealias Row = (key: String, value: String, change: String?)

  static func happened(_ answers: DraftAnswers, place: String?) -> [Row] {
    let subject = answers.subject
    let about = [subject.name, subject.address, subject.description, subject.vehicle]
      .filter { !$0.isEmpty }
    let people = about.isEmpty ? "Not given" : about.joined(separator: "\n")
    let told = [answers.landlord, answers.told].filter { !$0.isEmpty }.joined(separator: "\n")
    return [
      row("What", answers.reportKind?.title ?? "", .what),
      row("Where", Self.place(answers, place), .where),
      row(
        "When",
        answers.occasions.map(\.words).joined(separator: "; ")
          + (answers.course.map { ". \($0.title)" } ?? ""), .when),
      row("In your words", answers.narrative, .words),
      row("Who is doing it", people, .people),
      row("Landlord, and whom you told", told.isEmpty ? "Not given" : told, .people),
    ]
  }

  /// The files that came whole; no row where there are none.
  static func files(_ files: [EvidenceFile]) -> [Row] {
    let words = files.filter { $0.state != .arriving }.map(\.words)
    return words.isEmpty ? [] : [row("Photos or files", words.joined(separator: "\n"), .files)]
  }

  static func reporter(_ answers: DraftAnswers) -> [Row] {
    let reporter = answers.reporter
    let reach = [reporter.way?.title ?? "", reporter.phone, reporter.email, reporter.safety]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    let effect = ([answers.effect] + answers.circumstances.map(\.title)).filter { !$0.isEmpty }
    let strands = (answers.strands.map(\.title) + [answers.strandWords]).filter { !$0.isEmpty }
    let isAnonymous = answers.identity == .anonymous
    return [
      row("Effect on you", effect.isEmpty ? "Not given" : effect.joined(separator: "; "), .effect),
      row(
        "Because of who you are", strands.isEmpty ? "Not given" : strands.joined(separator: "; "),
        .effect),
      row("Name", isAnonymous ? "You stay anonymous" : Self.given(reporter.name), .you),
      row("How to reach you", isAnonymous ? "We cannot reach you" : Self.given(reach), .you),
    ]
  }

  /// The words that were written and the place they mean.
  static func place(_ answers: DraftAnswers, _ place: String?) -> String {
    let words = [answers.placeWords, place ?? answers.postcode].filter { !$0.isEmpty }
    return words.count == 2 && words[0] == words[1] ? words[0] : words.joined(separator: "; ")
  }

  private static func given(_ text: String) -> String { text.isEmpty ? "Not given" : text }

  private static func row(_ key: String, _ value: String, _ step: ReportStep) -> Row {
    (key, value, ReportRoute.step(step, isChange: true).path)
  }
}

/// Who may see a report; nothing is promised that cannot be kept.
private struct WhoSees: HTML {
  var body: some HTML {
    ul {
      li { "Officers and managers who work on it: everything above. Each opening is recorded." }
      li {
        "Landlord, police or other services: what happened and where. Your name as you chose."
      }
      li { "People you name are not told who reported them." }
      li { "The public: nothing of it." }
    }
  }
}

/// What happens by when; the same for everybody.
struct NextSteps: HTML {
  let due: Instant?
  let isSent: Bool

  var body: some HTML {
    h2 { "What happens next" }
    Timeline(
      [
        TimelineEntry(isSent ? "You sent it" : "You send it", isSent ? .happened : .toCome),
        TimelineEntry(
          "An officer starts on it", .toCome,
          text: due.map {
            "By 5pm on \(London.day($0).weekdayWords). Provisional until they have read it."
          }),
        TimelineEntry(
          "You are told what was done, and why", .toCome,
          text: "Here, with your reference, and in the way you chose."),
        TimelineEntry("If it goes on, you add to it here", .toCome),
      ], style: .tight)
  }
}
