internal import Partnership

extension CaseworkTexts {
  /// The pages of a report that is being written.
  static let steps: [PublicTexts] = [
    step(
      .what, "What is happening",
      [
        WhatPage.title, "Choose the one that fits best.", "Often not: we ask one more question.",
        KindForm.missing,
      ] + ReportKind.all.map(\.title) + ReportKind.all.compactMap(\.hint)),
    step(.isIt, "Whether it is anti-social behaviour", exception),
    step(
      .help, "Who else can help",
      [HelpPage.title, "I still want to report it"] + exceptions.map(\.explanation)
        + exceptions.flatMap(\.help).flatMap { [$0.title, $0.text] }),
    step(
      .now, "Noise that is happening now",
      [
        LinePage.title,
        "{1}Call {2/}.{/1} An officer may come and hear it: the best evidence.",
        "There is no line for noise at night here. If you feel threatened, call 999.",
        "Continue with my report",
      ]),
    step(
      .where, "Where it happens",
      [
        WherePage.title, "You only need one.", "Postcode", "It need not be your own.", "or",
        "Street, building or landmark",
        "For example, the back stairs of Ropewalk House.",
        PlaceForm.missing, PlaceForm.wrongPostcode, PlaceForm.unknownPostcode,
      ]),
    step(
      .place, "Which place was meant",
      [PlaceChoicePage.title, "Your own words are kept too.", "None of these: use my own words"]),
    step(
      .when, "When it happened",
      [
        WhenPage.title, "You told us of:", "Another time? Leave this empty if there is none",
        "Remove{1} {text}{/1}", "Is it still going on?", "Choose, or leave this empty",
        "Add another time",
        "You can tell us of {number} times here: send the report, then add the others to it",
      ] + TextParts.occasion + ReportCourse.allCases.map(\.title)),
    step(
      .words, "What happened, in their words",
      [
        WordsPage.title, "In your words", "A sentence or two is enough.", "Leave this empty",
        "Add photos or files", WordsForm.missing,
      ]),
    step(
      .files, "Photos, video or documents",
      [
        FilesPage.title, "Optional. Do not put yourself in danger to get any.", "Add another",
        "{number}. {text}", "{number}. {text}, not whole yet", "Remove file {number}",
      ] + TextParts.file),
    step(.people, "Who is doing it", people),
    step(.effect, "How it affects them", effect),
    step(.you, "Who reports", you),
    step(.check, "Check before sending", check),
    step(
      .sent, "It is sent",
      [
        SentPage.title, "Your reference", "Your secret",
        SentPage.once,
        "{1}See, add to or withdraw your report{/1} with both.",
        "I have written them down: leave this page",
      ] + TextParts.next + TextParts.review),
  ]

  private static let exceptions = ReportKind.all.compactMap(\.exception)

  private static let exception =
    [
      "This is not usually anti-social behaviour", "What would you like to do?",
      "No: tell me who else can help", "Tell me who else can help",
      "No, and I still want to report it",
      "I still want to report it", ExceptionForm.missing, LinePage.title,
      "{1}Call {2/}.{/1} An officer may come and hear it: the best evidence.",
    ] + exceptions.flatMap { [$0.explanation, $0.question, $0.yes].compactMap(\.self) }

  private static let people = [
    PeoplePage.title, "All optional.", WhoSees.named,
    "Their name or nickname", "Their flat or house", "What they look like", "A vehicle they use",
    "Registration number, make or colour", "Do you know them?", "Yes", "No",
    "Their landlord, or yours, if you know", "Whom have you told already?",
    "Police, landlord, others, and their reference.",
  ]

  private static let effect =
    [
      EffectPage.title, "All optional.", "What it does to you or others", "Does any of this fit?",
      "Did it happen because of who you, or others, are?",
      "We ask everybody. What you think is enough.",
      "Why you think so",
    ] + Circumstance.allCases.map(\.title) + HateStrand.allCases.map(\.title)

  private static let you =
    [
      YouPage.title, "How may we reach you?", "Leave this empty to stay anonymous.", "Your name",
      "Telephone number", "Email address", "Which way should we use?", "When and how is it safe?",
      "For example: not between 9am and 3pm.", ReporterForm.missing, ReporterForm.noName,
      ReporterForm.noPhone, ReporterForm.wrongPhone, ReporterForm.noEmail, ReporterForm.wrongEmail,
      ReporterForm.noWay,
    ] + ReporterIdentity.allCases.flatMap { [$0.choice, $0.promise] }
    + ContactWay.allCases.map(\.title)

  private static let check =
    [
      CheckPage.title, "What happened", "Change{1} {text}{/1}", "In your words", "Who is doing it",
      "Do you know them?", "Yes", "No", YouPage.title,
      "Landlord, and whom you told", "Photos or files", "Effect on you", "Because of who you are",
      "Name",
      "How to reach you", "Not given", "You stay anonymous", "We cannot reach you",
      "Who may see this",
      "Any officer or manager: all of it. Each opening is recorded.",
      "Landlord, police or others: what happened and where. Your name as you chose.",
      WhoSees.named,
      "The public: {1}counts by ward and month{/1}, small numbers hidden.",
      "Send report",
    ] + ReportKind.all.map(\.title) + TextParts.occasionWords + ReportCourse.allCases.map(\.title)
    + ReporterIdentity.allCases.map(\.choice) + TextParts.fileWords
    + Circumstance.allCases.map(\.title) + HateStrand.allCases.map(\.title)
    + ContactWay.allCases.map(\.title) + TextParts.next

  /// A page of a report, each of its texts once.
  private static func step(
    _ step: ReportStep, _ title: String, _ texts: [String]
  ) -> PublicTexts {
    PublicTexts(
      "report-\(step.rawValue)", "Report: \(title)", at: ["report/\(step.rawValue)"],
      TextParts.step + texts)
  }
}
