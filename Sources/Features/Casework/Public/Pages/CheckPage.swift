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
        rows: CheckRows.happened(answers, place: model.places.first?.words)
          + CheckRows.files(model.files))
      h2(.class("mt5")) { "You" }
      SummaryList(rows: CheckRows.reporter(answers))
      h2(.class("mt5")) { "Who may see this" }
      WhoSees()
      NextSteps(due: model.due, isSent: false)
      StepFormView(model: model, button: "Send report") {}
    }
  }
}

/// The answers as questions and answers, each with the way to change it.
enum CheckRows {
  static func happened(_ answers: DraftAnswers, place: String?) -> [SummaryRow] {
    let subject = answers.subject
    return [
      row("What", .what, [.ours(answers.reportKind?.title ?? "")]),
      row("Where", .where, [.theirs(Self.place(answers, place))]),
      row(
        "When", .when,
        (answers.occasions.map(\.words) + [answers.course?.title ?? ""]).map { .ours($0) }),
      row("In your words", .words, [.theirs(answers.narrative)]),
      row(
        "Who is doing it", .people,
        [subject.name, subject.address, subject.description, subject.vehicle].map { .theirs($0) }),
      row("Do you know them?", .people, [.ours(known[subject.isKnown] ?? "")]),
      row(
        "Landlord, and whom you told", .people, [.theirs(answers.landlord), .theirs(answers.told)]),
    ]
  }

  private static let known = ["yes": "Yes", "no": "No"]

  /// The files that came whole; no row where there are none.
  static func files(_ files: [EvidenceFile]) -> [SummaryRow] {
    let words = files.filter { $0.state != .arriving }.map(\.words)
    return words.isEmpty ? [] : [row("Photos or files", .files, words.map { .ours($0) })]
  }

  static func reporter(_ answers: DraftAnswers) -> [SummaryRow] {
    let reporter = answers.reporter
    let isAnonymous = answers.identity == .anonymous
    let reach: [CheckLine] = [
      .ours(reporter.way?.title ?? ""), .theirs(reporter.phone), .theirs(reporter.email),
      .theirs(reporter.safety),
    ]
    return [
      row(
        "Effect on you", .effect,
        [.theirs(answers.effect)] + answers.circumstances.map { .ours($0.title) }),
      row(
        "Because of who you are", .effect,
        answers.strands.map { .ours($0.title) } + [.theirs(answers.strandWords)]),
      row("Do you want to give your name?", .you, [.ours(answers.identity?.choice ?? "")]),
      row("Name", .you, isAnonymous ? [.ours("You stay anonymous")] : [.theirs(reporter.name)]),
      row("How to reach you", .you, isAnonymous ? [.ours("We cannot reach you")] : reach),
    ]
  }

  /// The words that were written and the place they mean.
  static func place(_ answers: DraftAnswers, _ place: String?) -> String {
    let words = [answers.placeWords, place ?? answers.postcode].filter { !$0.isEmpty }
    return words.count == 2 && words[0] == words[1] ? words[0] : words.joined(separator: "; ")
  }

  private static func row(_ key: String, _ step: ReportStep, _ lines: [CheckLine]) -> SummaryRow {
    let given = lines.filter { !$0.words.isEmpty }
    return SummaryRow(key, change: ReportRoute.step(step, isChange: true).path) {
      if given.isEmpty { "Not given" }
      for line in given { div(.translate(false).when(line.isTheirs)) { line.words } }
    }
  }
}

/// One line of an answer.
private enum CheckLine {
  /// In words of ours.
  case ours(String)
  /// As the reporter wrote it.
  case theirs(String)

  var words: String {
    switch self {
    case .ours(let words), .theirs(let words): words
    }
  }

  var isTheirs: Bool { if case .theirs = self { true } else { false } }
}

/// Who may see a report; nothing is promised that cannot be kept.
struct WhoSees: HTML {
  /// What those who are named learn; no program can promise more.
  static let named =
    "We do not tell people you name who reported it, unless a court or the law makes us."

  var body: some HTML {
    ul {
      li {
        "Any officer or manager: all of it. Each opening is recorded."
      }
      li {
        "Landlord, police or others: what happened and where. Your name as you chose."
      }
      li { WhoSees.named }
      li {
        "The public: "
        a(.href(ReportRoute.counts.path)) { "counts by ward and month" }
        ", small numbers hidden."
      }
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
          text: "Here, and in the way you chose."),
        TimelineEntry("If it goes on, you add to it here", .toCome),
      ], style: .tight)
  }
}
